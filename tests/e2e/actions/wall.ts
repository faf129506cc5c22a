import type { Locator, Page } from 'playwright-core';
import type { Figures } from '@wangge/shared/figures';

/** A tile of the wall by its title. */
export function tile(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** The tiles of governance by title; each is shown on the overview, in a place of its own or in its turn. */
export const GOVERNANCE_TITLES = ['督办', '乡呼县应', '一件事 · 农房监管', '考评', '综合执法', '双随机一公开', '便民服务', '网格日常'] as const;

/** Waits until the wall shows figures. */
export async function isAlive(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: '实时' }).waitFor({ timeout: 60_000 });
  await tile(page, '红黄绿灯').getByText(/^\d+$/).first().waitFor({ timeout: 60_000 });
}

/** The numbers of 今日事件 and 红黄绿灯 as somebody in front of the wall reads them. */
export interface NumbersSeen {
  readonly reported: number;
  readonly accepted: number;
  readonly closed: number;
  readonly open: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
}

/** Reads them off the screen; NaN while one of them is fading into the next. */
export async function readNumbers(page: Page): Promise<NumbersSeen> {
  const today = tile(page, '今日事件');
  const [accepted = NaN, closed = NaN, open = NaN] = (await today.getByRole('definition').allInnerTexts()).map(Number);
  const [red = NaN, yellow = NaN, green = NaN] = (await tile(page, '红黄绿灯').getByRole('definition').allInnerTexts()).map(Number);
  const reported = Number(/(\d+)\s*上报/.exec(await today.innerText())?.[1] ?? NaN);
  return { reported, accepted, closed, open, red, yellow, green };
}

/** The same numbers as the server counts them, asked by the page itself with its own session. */
export async function countedNumbers(page: Page): Promise<NumbersSeen> {
  const answer = await page.request.get(new URL('/api/v1/figures', page.url()).href);
  const { today, lamps } = await answer.json() as Figures;
  const { reported, accepted, closed, open } = today;
  return { reported, accepted, closed, open, red: lamps.red, yellow: lamps.yellow, green: lamps.green };
}

/** The name of a squad beside its arrow on the map. */
export function squadOnMap(page: Page, name: string): Locator {
  return page.getByRole('application', { name: '辖区地图' }).getByText(name, { exact: true });
}

/** When a text first stands in the broadcast, epoch ms. Ask before what is to be broadcast happens. */
export function whenBroadcast(page: Page, text: string): Promise<number> {
  return page.evaluate((wanted) => new Promise<number>((resolve) => {
    const strip = document.querySelector('footer');
    const look = (): void => {
      if (!strip?.textContent?.includes(wanted)) return;
      changes.disconnect();
      resolve(Date.now());
    };
    const changes = new MutationObserver(look);
    if (strip) changes.observe(strip, { childList: true, characterData: true, subtree: true });
  }), text);
}

/** Share of pixels in the middle of the map that differ from the most frequent colour: 0 on an empty canvas, a few hundredths for names alone. */
export async function drawnShare(page: Page): Promise<number> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const clip = { x: width * 0.3, y: height * 0.2, width: width * 0.4, height: height * 0.5 };
  const picture = await page.screenshot({ clip, timeout: 90_000 });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) return 0;
    pen.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const counts = new Map<number, number>();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    return 1 - Math.max(...counts.values()) / pixels.length;
  }, picture.toString('base64'));
}

/** The tiles of the wall that carry the hatching of old data, and those that don't. */
export async function hatching(page: Page): Promise<{ readonly hatched: readonly string[]; readonly fresh: readonly string[] }> {
  const tiles = await page.locator('section').and(page.getByRole('region')).evaluateAll((all) => all.map((one) => ({
    name: one.getAttribute('aria-label') ?? '', isHatched: getComputedStyle(one).backgroundImage.includes('repeating-linear-gradient'),
  })));
  const named = (wanted: boolean): string[] => tiles.filter(({ isHatched }) => isHatched === wanted).map(({ name }) => name);
  return { hatched: named(true), fresh: named(false) };
}
