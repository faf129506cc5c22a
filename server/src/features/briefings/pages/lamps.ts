import type { BriefingContent, Tone } from '@wangge/shared/briefing';
import { FIGURE_WORDS } from '@wangge/shared/figures';
import type { Lamp } from '@wangge/shared/calendar';
import type { Box } from './parts.ts';
import type { Sheet } from './sheet.ts';

const TONE: Readonly<Record<Lamp, Tone>> = { red: 'red', yellow: 'yellow', green: 'green', paused: 'grey' };
export const LAMPS: readonly Lamp[] = ['red', 'yellow', 'green', 'paused'];

export const lampTone = (lamp: Lamp): Tone => TONE[lamp];
export const lampWord = (lamp: Lamp): string => FIGURE_WORDS[lamp].name;

/** A lamp by its ring: 绿 a thin arc on a faint track, 黄 a thick arc nearly closed, 红 double with a filled core, 灰 six dashes. */
export function drawLamp(sheet: Sheet, x: number, y: number, radius: number, lamp: Lamp): void {
  const tone = TONE[lamp];
  switch (lamp) {
    case 'red':
      sheet.disc(x, y, radius, null, tone, radius * 0.16);
      sheet.disc(x, y, radius * 0.68, null, tone, radius * 0.16);
      return sheet.disc(x, y, radius * 0.38, tone);
    case 'yellow':
      return sheet.arc(x, y, radius * 0.9, 0, 0.88, tone, radius * 0.34);
    case 'green':
      sheet.disc(x, y, radius * 0.94, null, 'line', radius * 0.16);
      return sheet.arc(x, y, radius * 0.94, 0, 0.55, tone, radius * 0.18);
    case 'paused':
      for (let i = 0; i < 6; i += 1) sheet.arc(x, y, radius * 0.92, i / 6, i / 6 + 0.1, tone, radius * 0.2);
  }
}

/** 红黄绿灯: four numerals with ring and word, and under them one bar of their shares in the same order. */
export function drawLamps(sheet: Sheet, { x, y, width }: Box, { lamps }: Pick<BriefingContent, 'lamps'>, k: number): void {
  const column = width / LAMPS.length;
  LAMPS.forEach((lamp, i) => {
    const left = x + column * i;
    drawLamp(sheet, left + 6 * k, y + 7 * k, 5.6 * k, lamp);
    sheet.text(left + 17 * k, y + 11 * k, lampWord(lamp), { size: 11 * k, tone: 'ink2' });
    const count = String(lamps[lamp]);
    const isRoomy = sheet.widthOf(count, 38 * k, 500) + 26 * k < column;
    sheet.figure(left, y + 49 * k, count, isRoomy ? '件' : '', { size: 38 * k, tone: TONE[lamp] });
  });
  const total = LAMPS.reduce((sum, lamp) => sum + lamps[lamp], 0);
  let at = x;
  for (const lamp of LAMPS) {
    const share = total === 0 ? 0 : (width * lamps[lamp]) / total;
    if (share > 1.5) sheet.box(at, y + 60 * k, share - 1.2, 5 * k, TONE[lamp]);
    at += share;
  }
}
