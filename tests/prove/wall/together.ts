import type { Page } from 'playwright-core';
import type { Checks } from '../checks.ts';
import type { Room } from './room.ts';
import type { Scale } from './scale.ts';

/** A word of the director is on the wall within this time of his press. */
const SHOWN_WITHIN_MS = 300;
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
async function turn(room: Room, wallId: string, pages: readonly Page[]): Promise<readonly number[]> {
  const turns: number[] = [];
  for (const sceneId of TURNS) {
    const shown = Promise.all(pages.map((page) => whenShown(page, sceneId)));
    await pages[0]?.waitForTimeout(1_200);
    const toldAt = Date.now();
    await room.direct(wallId, { action: 'pin', sceneId });
    const times = await shown;
    turns.push(Math.max(...times) - toldAt);
  }
  return turns;
}

/** The director's word reaches the wall at once. */
export async function proveTogether(room: Room, _scale: Scale, checks: Checks): Promise<void> {
  const { wall } = await room.wall();
  await room.direct(wall.id, { action: 'pin', sceneId: 'heat' });
  const page = await room.visit({ width: 1280, height: 720 });
  const alone = await turn(room, wall.id, [page]);
  checks.check(`a word of the director is on the wall within ${SHOWN_WITHIN_MS} ms`, median(alone) <= SHOWN_WITHIN_MS, `${alone.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  await room.leave(page);
  await room.direct(wall.id, { action: 'unpin' });
}
