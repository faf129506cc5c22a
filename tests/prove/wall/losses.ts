import type { Page } from 'playwright-core';
import { drawnShare, isAlive } from '../../e2e/actions/wall.ts';
import { randomFrom } from '../../support/random.ts';
import type { Checks } from '../checks.ts';
import type { Room } from './room.ts';
import type { Scale } from './scale.ts';

const REDRAWN_WITHIN_MS = 3_000;
const GIVE_UP_MS = 20_000;
/** A map is drawn again when so much of what was there is there. */
const LIKE_BEFORE = 0.7;
const LOST_WORDS = /CONTEXT_LOST|context lost|WebGL/i;

/** Takes the drawing contexts of the map away: of its ground, of what moves on it, or both, as a driver that fails does. */
function lose(page: Page, which: 'base' | 'fx' | 'both'): Promise<number> {
  return page.evaluate((wanted) => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.wall-map canvas')].filter((canvas) => wanted === 'both' || canvas.matches('.map-canvas-fx') === (wanted === 'fx'));
    for (const canvas of canvases) canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    return canvases.length;
  }, which);
}

const canvasesOf = (page: Page): Promise<string> => page.evaluate(() => [...document.querySelectorAll('.map-canvas')].map((map) => map.querySelectorAll('canvas').length).join(' '));

/** Waits until the canvases in place are new and as much is drawn as before; answers how long that took. */
async function untilRedrawn(page: Page, like: number): Promise<number> {
  const lostAt = performance.now();
  const isNew = (): Promise<boolean> => page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.wall-map canvas')];
    return canvases.length === 2 && canvases.every((canvas) => canvas.getContext('webgl2')?.isContextLost() === false);
  });
  while (performance.now() - lostAt < GIVE_UP_MS) {
    const askedAt = performance.now();
    // A picture shows what there was when it was taken: the time it takes to look at it is not the map's.
    if (await isNew() && await drawnShare(page) >= like * LIKE_BEFORE) return askedAt - lostAt;
  }
  return Infinity;
}

/** The page is marked; a page that was loaded anew has no mark. */
const mark = (page: Page): Promise<void> => page.evaluate(() => document.documentElement.setAttribute('data-visit', 'first'));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.getAttribute('data-visit') === 'first');

async function proveReload(page: Page, checks: Checks): Promise<void> {
  await page.evaluate(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  // The maps in place keep their contexts: taking those away needs none.
  await page.evaluate(() => document.querySelectorAll('.wall-map canvas').forEach((canvas) => canvas.dispatchEvent(new Event('webglcontextlost'))));
  const beganAt = performance.now();
  while (performance.now() - beganAt < GIVE_UP_MS && await isMarked(page).catch(() => true)) await page.waitForTimeout(100);
  const reloadedMs = performance.now() - beganAt;
  await isAlive(page);
  const share = await drawnShare(page);
  checks.check('a map that fails three times has its page loaded anew', !await isMarked(page) && share > 0, `after ${(reloadedMs / 1_000).toFixed(1)} s, and it draws`);
}

/** Drawing contexts are lost again and again: each time the map is there again, on the same page; when none can be had, the page is loaded anew. */
export async function proveLosses(room: Room, scale: Scale, seed: number, checks: Checks): Promise<number> {
  const random = randomFrom(seed);
  const page = await room.visit({ width: 1920, height: 1080, query: '&scene=overview' });
  await mark(page);
  await page.waitForTimeout(1_500);
  const [like, canvases] = [await drawnShare(page), await canvasesOf(page)];
  const took: number[] = [];
  for (let n = 0; n < scale.losses; n += 1) {
    checks.progress(`context loss ${n + 1} of ${scale.losses}`);
    await lose(page, (['base', 'fx', 'both'] as const)[Math.floor(random() * 3)] ?? 'both');
    took.push(await untilRedrawn(page, like));
    await page.waitForTimeout(500 * random());
  }
  const slowest = Math.max(...took);
  checks.check(`${scale.losses} context losses: drawn again`, slowest < REDRAWN_WITHIN_MS, `the slowest in ${slowest.toFixed(0)} ms`);
  checks.check(`${scale.losses} context losses: the page stayed`, await isMarked(page), 'it was not loaded anew');
  checks.same(`${scale.losses} context losses: two canvases in each map`, await canvasesOf(page), canvases);
  await proveReload(page, checks);
  await room.leave(page, LOST_WORDS);
  return scale.losses;
}
