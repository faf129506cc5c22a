import type { Page } from 'playwright-core';
import type { Checks } from '../checks.ts';
import { settled, type Room } from './room.ts';
import type { Scale } from './scale.ts';

/** A word of the director is on the wall within this time of his press, and on all its displays within so much of each other. */
const SHOWN_WITHIN_MS = 300;
const IN_STEP_MS = 100;
const TWO = { name: '两屏验证墙', across: 2, down: 1, bezelMm: 12, heightMm: 700, distanceM: 4 };
const DISPLAY = { width: 1280, height: 720 };
/** A screen asks who it is before anybody paired it. */
const UNPAIRED_WORDS = /401/;
const WITHIN_MS = 10_000;
const TURNS = ['force', 'overview', 'calls', 'overdue', 'platforms'];

/** When a page lays out a scene, epoch ms: the next frame it draws shows it. Ask before it is told. */
function whenShown(page: Page, sceneId: string): Promise<number> {
  return page.evaluate(({ wanted, withinMs }) => new Promise<number>((resolve) => {
    const wall = document.querySelector('main');
    const settle = (at: number): void => {
      changes.disconnect();
      resolve(at);
    };
    const look = (): void => { if (wall?.getAttribute('data-scene') === wanted) settle(Date.now()); };
    const changes = new MutationObserver(look);
    if (wall) changes.observe(wall, { attributes: true, attributeFilter: ['data-scene'] });
    look();
    setTimeout(() => settle(Infinity), withinMs);
  }), { wanted: sceneId, withinMs: WITHIN_MS });
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Tells the wall one scene after the other and notes when each page has it. */
async function turn(room: Room, wallId: string, pages: readonly Page[]): Promise<readonly { readonly shownMs: number; readonly apartMs: number }[]> {
  const turns: { readonly shownMs: number; readonly apartMs: number }[] = [];
  for (const sceneId of TURNS) {
    const shown = Promise.all(pages.map((page) => whenShown(page, sceneId)));
    await Promise.all(pages.map(settled));
    const toldAt = Date.now();
    await room.direct(wallId, { action: 'pin', sceneId });
    const times = await shown;
    turns.push({ shownMs: Math.max(...times) - toldAt, apartMs: Math.max(...times) - Math.min(...times) });
  }
  return turns;
}

/** Two browsers that are paired by code as the displays of one wall. */
async function pairDisplays(room: Room): Promise<{ readonly wallId: string; readonly pages: readonly Page[] }> {
  await room.director.send('/api/v1/walls', TWO);
  const wallId = (await room.walls()).find(({ wall }) => wall.name === TWO.name)?.wall.id;
  if (wallId === undefined) throw new Error('the director does not see the wall that was added');
  const pages: Page[] = [];
  for (const column of [1, 2]) {
    const page = await room.look('/wall', DISPLAY);
    const words = page.getByRole('region', { name: '配对码' }).getByRole('status');
    await words.filter({ hasText: /\w/ }).waitFor();
    await room.director.send('/api/v1/pairings', { code: await words.getAttribute('aria-label'), wallId, tile: { column, row: 1 } });
    pages.push(page);
  }
  for (const page of pages) await page.locator('.rail section[aria-label]').first().waitFor();
  return { wallId, pages };
}

const said = (values: readonly number[]): string => `${values.map((ms) => ms.toFixed(0)).join(', ')} ms`;

/** The director's word reaches a wall at once, and the displays of a wall of several in the same moment. */
export async function proveTogether(room: Room, _scale: Scale, checks: Checks): Promise<void> {
  const { wall } = await room.wall();
  await room.direct(wall.id, { action: 'pin', sceneId: 'heat' });
  const page = await room.visit({ width: 1280, height: 720 });
  const alone = (await turn(room, wall.id, [page])).map(({ shownMs }) => shownMs);
  checks.check(`a word of the director is on the wall within ${SHOWN_WITHIN_MS} ms`, median(alone) <= SHOWN_WITHIN_MS, said(alone));
  await room.leave(page);
  await room.direct(wall.id, { action: 'unpin' });

  const { wallId, pages } = await pairDisplays(room);
  await room.direct(wallId, { action: 'pin', sceneId: 'heat' });
  const turns = await turn(room, wallId, pages);
  const apart = turns.map(({ apartMs }) => apartMs);
  checks.check(`two displays of a wall change within ${IN_STEP_MS} ms of each other`, Math.max(...apart) <= IN_STEP_MS, said(apart));
  checks.check(`a word of the director is on both within ${SHOWN_WITHIN_MS} ms`, median(turns.map(({ shownMs }) => shownMs)) <= SHOWN_WITHIN_MS, said(turns.map(({ shownMs }) => shownMs)));
  for (const display of pages) await room.leave(display, UNPAIRED_WORDS);
}
