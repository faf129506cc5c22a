import type { FrozenCase, FrozenFigure } from '@wangge/shared/briefing';
import { stampText } from '../words.ts';
import { drawLamp, lampTone, lampWord } from './lamps.ts';
import { comparison, fractionOf } from './parts.ts';
import type { Sheet } from './sheet.ts';

const MINUTE_MS = 60_000;
const FIGURE_TEXT = 8.5;

/** How long a case is over, or has left, in words people say. */
function leftWords({ lamp, dueAt }: FrozenCase, asOf: number): string {
  if (lamp === null || dueAt === null || lamp === 'paused') return '';
  const minutes = Math.abs(Math.round((dueAt - asOf) / MINUTE_MS));
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const span = days > 0 ? `${days}天${hours}时` : hours > 0 ? `${hours}时${rest}分` : `${rest}分`;
  return `${asOf > dueAt ? '超' : '余'} ${span}`;
}

/** One figure with its definition and source, as a block of a list; answers how high it is. */
export function figureRow(sheet: Sheet, x: number, y: number, width: number, figure: FrozenFigure, k: number, isDrawn = true): number {
  const words = sheet.lines(`口径：${figure.definition}来源：${figure.source}，${stampText(figure.asOf)}。`, width - 150 * k, FIGURE_TEXT * k);
  const height = Math.max(46 * k, 30 * k + words.length * 12.5 * k);
  if (!isDrawn) return height;
  sheet.line(x, y, x + width, y, 'line', 0.6 * k);
  sheet.figure(x, y + 31 * k, figure.text, figure.value === null ? '' : figure.unit, { size: 25 * k });
  const left = x + 150 * k;
  const end = sheet.text(left, y + 16 * k, figure.name, { size: 11 * k, weight: 500 });
  sheet.fit(left + end + 10 * k, y + 16 * k, [fractionOf(figure), figure.isFew ? '样本少' : '', comparison(figure)].filter(Boolean).join('　'), width - 150 * k - end - 10 * k, { size: 9.5 * k, tone: 'ink2' });
  words.forEach((line, i) => sheet.text(left, y + (30 + i * 12.5) * k, line, { size: FIGURE_TEXT * k, tone: 'ink3' }));
  return height;
}

/** One case as a block: lamp, matter, place, who has it, how it stands; under it what was reported. Answers how high it is. */
export function caseRow(sheet: Sheet, x: number, y: number, width: number, item: FrozenCase, asOf: number, k: number, isDrawn = true): number {
  const told = [item.description, item.reporter === '' ? '' : `反映人：${item.reporter} ${item.phone}`].filter(Boolean).join('　');
  const words = sheet.lines(told, width - 22 * k, 9 * k).slice(0, 2);
  const height = (36 + words.length * 12.5) * k;
  if (!isDrawn) return height;
  sheet.line(x, y, x + width, y, 'line', 0.6 * k);
  if (item.lamp) drawLamp(sheet, x + 6 * k, y + 12 * k, 5.2 * k, item.lamp);
  const left = x + 22 * k;
  const right = [item.lamp && item.lamp !== 'red' ? lampWord(item.lamp) : '', leftWords(item, asOf)].filter(Boolean).join(' ');
  const taken = sheet.text(x + width, y + 16 * k, right, { size: 10.5 * k, weight: 500, tone: item.lamp ? lampTone(item.lamp) : 'ink2', align: 'right' });
  sheet.fit(left, y + 16 * k, `${item.urgency === 'critical' ? '【特急】' : item.urgency === 'urgent' ? '【紧急】' : ''}${item.matter}`, width - 34 * k - taken, { size: 11 * k, weight: 500 });
  sheet.fit(left, y + 29 * k, [item.unit === `${item.place}村` ? '' : item.place, item.unit, item.state, item.no, `${stampText(item.reportedAt)} 上报`, item.address].filter(Boolean).join(' · '), width - 22 * k, { size: 8.5 * k, tone: 'ink3' });
  words.forEach((line, i) => sheet.text(left, y + (42 + i * 12.5) * k, line, { size: 9 * k, tone: 'ink2' }));
  return height;
}
