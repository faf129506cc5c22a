import type { Page } from 'playwright-core';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { Checks } from '../checks.ts';
import type { Room } from './room.ts';
import { nameOf, type Scale, type WallSize } from './scale.ts';

/** A press may be this far off what is seen. */
const ERROR_PX = 2;
/** A type of 市场监管 that is not urgent: its mark is a square of the same tone by night, around which a press still means it so far; design units. */
const TYPE = 'S002';
const REACH_U = 18.3;
/** Half the edge of the picture in which the square is looked for: the camera keeps clear of what stands at the foot of the map. */
const LOOK_U = 26;
const CORE = [0xb0, 0xbf, 0xcc] as const;
const NEAR_ZOOMS = 3;

/** A pixel for each unit of the design: half a pixel seen wrongly is less than what may be wrong. */
const pixelRatioOf = ({ width, height }: WallSize): number => 1_080 / Math.min(width, height);

const uPxOf = (page: Page): Promise<number> => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100);

/** Where the mark is seen: the middle of what is drawn in its tone around a point; null where there is none. */
async function seenMark(page: Page, [x, y]: readonly [number, number], uPx: number): Promise<readonly [number, number] | null> {
  const half = LOOK_U * uPx;
  const clip = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  const picture = await page.screenshot({ clip, timeout: 120_000 });
  const found = await page.evaluate(async ({ base64, core }) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    if (!pen) return null;
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    const box = { n: 0, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (let at = 0; at < data.length; at += 4) {
      if (core.some((value, i) => Math.abs((data[at + i] ?? 0) - value) > 12)) continue;
      const [px, py] = [(at / 4) % bitmap.width, Math.floor(at / 4 / bitmap.width)];
      box.n += 1;
      [box.left, box.right, box.top, box.bottom] = [Math.min(box.left, px), Math.max(box.right, px + 1), Math.min(box.top, py), Math.max(box.bottom, py + 1)];
    }
    return box.n < 20 ? null : [(box.left + box.right) / 2 / bitmap.width, (box.top + box.bottom) / 2 / bitmap.height] as const;
  }, { base64: picture.toString('base64'), core: CORE });
  return found && [clip.x + found[0] * clip.width, clip.y + found[1] * clip.height];
}

/** Presses a point of the map and says whether the page of the case opens; whatever opens is closed again. */
async function opensCase(page: Page, [x, y]: readonly [number, number], caseId: string): Promise<boolean> {
  const asked: string[] = [];
  const note = (request: { url(): string }): void => void asked.push(request.url());
  page.on('request', note);
  await page.mouse.click(x, y);
  const sheet = page.getByRole('dialog');
  await sheet.waitFor({ timeout: 5_000 }).catch(() => undefined);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  page.off('request', note);
  return asked.some((url) => url.includes(`/cases/${caseId}/`));
}

/** A grid far from every open case, so that its mark stands alone. */
async function lonelyPlace(room: Room): Promise<readonly [number, number]> {
  const { grids } = await room.director.read<DistrictMap>('/api/v1/district/map');
  const { cases } = await room.director.read<{ cases: readonly { lngLat: readonly [number, number] }[] }>('/api/v1/figures/cases?figure=open&limit=500');
  const far = ([lng, lat]: readonly number[]): number => Math.min(Infinity, ...cases.map(({ lngLat }) => Math.hypot((lngLat[0] - (lng ?? 0)) * 0.85, lngLat[1] - (lat ?? 0))));
  const [best] = grids.features.map(({ properties: { label } }) => label).toSorted((a, b) => far(b) - far(a));
  if (!best) throw new Error('the district has no grids');
  return [best[0], best[1]];
}

async function proveMap(page: Page, size: WallSize, caseId: string, checks: Checks): Promise<void> {
  const uPx = await uPxOf(page);
  const middle = await page.evaluate(() => {
    const { x, y, width, height } = document.querySelector('.wall .free')?.getBoundingClientRect() ?? new DOMRect();
    return [x + width / 2, y + height / 2] as const;
  });
  const seen = await seenMark(page, middle, uPx);
  if (!seen) return checks.check(`clicks ${nameOf(size)}: the case is seen`, false, 'no mark where the camera was sent');
  const reach = REACH_U * uPx;
  const wrong: string[] = [];
  const probe = async (dx: number, dy: number, isMeant: boolean): Promise<void> => {
    if (await opensCase(page, [seen[0] + dx, seen[1] + dy], caseId) !== isMeant) wrong.push(`${isMeant ? 'not ' : ''}opened ${dx.toFixed(0)},${dy.toFixed(0)} px off`);
  };
  await probe(0, 0, true);
  for (const [x, y] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
    await probe(x * (reach - ERROR_PX), y * (reach - ERROR_PX), true);
    await probe(x * (reach + ERROR_PX), y * (reach + ERROR_PX), false);
  }
  checks.check(`clicks ${nameOf(size)}: a case opens where it is seen, to ${ERROR_PX} px`, wrong.length === 0, wrong.length === 0 ? `9 presses around ${seen.map(Math.round).join(', ')}` : wrong.join(' · '));
}

/** Presses two px inside the edges of villages' places in the ranking: each opens its own village. */
async function proveRanking(page: Page, size: WallSize, checks: Checks): Promise<void> {
  const places = await page.locator('.wall .rail button.one').evaluateAll((buttons) => buttons.map((button) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    return { left, right, top, bottom, name: (button.getAttribute('aria-label') ?? '').split('：')[0] ?? '' };
  }));
  const wrong: string[] = [];
  for (const { left, right, top, bottom, name } of [places[0], places[Math.floor(places.length / 2)], places.at(-1)].flatMap((one) => one ?? [])) {
    for (const x of [left + ERROR_PX, right - ERROR_PX]) {
      await page.mouse.click(x, (top + bottom) / 2);
      const sheet = page.getByRole('dialog');
      await sheet.waitFor();
      const opened = await sheet.getAttribute('aria-label') ?? '';
      if (!opened.includes(name)) wrong.push(`${name}: ${opened}`);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    }
  }
  checks.check(`clicks ${nameOf(size)}: a village of the ranking opens from its own place`, places.length > 0 && wrong.length === 0, wrong.length === 0 ? `${places.length} villages, 6 presses` : wrong.join(' · '));
}

/** Two px inside each edge of each tile the tile answers, two px outside it does not. */
async function proveTiles(page: Page, size: WallSize, checks: Checks): Promise<void> {
  const { tiles, wrong } = await page.evaluate((off) => {
    const all = [...document.querySelectorAll('.wall .rail section[aria-label]')].filter((tile) => tile.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const bad = all.flatMap((tile) => {
      const { left, right, top, bottom } = tile.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const probes = [[left, y, 1, 0], [right, y, -1, 0], [x, top, 0, 1], [x, bottom, 0, -1]] as const;
      return probes.filter(([px, py, dx, dy]) => {
        const inside = document.elementFromPoint(px + dx * off, py + dy * off)?.closest('section[aria-label]') === tile;
        const outside = document.elementFromPoint(px - dx * off, py - dy * off)?.closest('section[aria-label]') === tile;
        return !inside || outside;
      }).map(([px, py]) => `${tile.getAttribute('aria-label')} ${Math.round(px)},${Math.round(py)}`);
    });
    return { tiles: all.length, wrong: bad };
  }, ERROR_PX);
  checks.check(`clicks ${nameOf(size)}: each tile answers to its own edge`, tiles > 0 && wrong.length === 0, wrong.length === 0 ? `${tiles} tiles, ${tiles * 8} points` : wrong.slice(0, 6).join(' · '));
}

/** What is pressed is what is seen there, at every size. */
export async function proveClicks(room: Room, scale: Scale, checks: Checks): Promise<void> {
  const { wall } = await room.wall();
  const place = await lonelyPlace(room);
  const id = await room.report(TYPE, '门前摆放杂物', place);
  for (const size of scale.clickSizes) {
    checks.progress(`clicks ${nameOf(size)}`);
    await room.direct(wall.id, { action: 'pin', sceneId: 'overview' });
    const page = await room.visit({ ...size, pixelRatio: pixelRatioOf(size) });
    await proveTiles(page, size, checks);
    if (await page.locator('.wall .rail button.one').count() > 0) await proveRanking(page, size, checks);
    await room.direct(wall.id, { action: 'fly', lngLat: place, zoom: NEAR_ZOOMS });
    await page.waitForTimeout(4_000);
    await proveMap(page, size, id, checks);
    await room.leave(page);
  }
  await room.direct(wall.id, { action: 'home' });
  await room.direct(wall.id, { action: 'unpin' });
}
