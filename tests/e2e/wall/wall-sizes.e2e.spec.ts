import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { measureLayout, type LayoutFaults, type Screens } from '../actions/layout.ts';
import { GOVERNANCE_TITLES, isAlive, tile } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

const ONE: Screens = { across: 1, down: 1 };
/** Each size in one scene: the overview, in which each tile of governance has its turn, or one with an emphasis of its own. */
const WALLS = [
  { width: 1366, height: 768, screens: ONE, scene: 'overview' },
  { width: 1920, height: 1080, screens: ONE, scene: 'overdue' },
  { width: 2560, height: 1080, screens: ONE, scene: 'joint' },
  { width: 1080, height: 1920, screens: ONE, scene: 'heat' },
  { width: 3840, height: 1080, screens: { across: 4, down: 2 }, scene: 'overview' },
  { width: 5760, height: 2160, screens: { across: 3, down: 2 }, scene: 'calls' },
];
/** Seconds that each tile in its turn stays: the least a wall may be set to. */
const INTERVAL_S = 3;

const NO_FAULTS: LayoutFaults = { small: [], outside: [], onJoint: [], scrolling: [], overlapping: [] };

/** Measures the wall while one tile is to be seen, at once or in its turn; tells whether it was there before and after. */
async function measureWith(page: Page, title: string, screens: Screens): Promise<LayoutFaults | 'away'> {
  const isThere = (): Promise<boolean> => tile(page, title).isVisible();
  if (!await isThere()) return 'away';
  const faults = await measureLayout(page, screens);
  return await isThere() ? faults : 'away';
}

describe('the wall', () => {
  it.for(WALLS)(
    'lies well on $width × $height in the scene $scene',
    { timeout: 240_000 },
    async ({ width, height, screens, scene }) => {
      const { page } = await visits.open(`${product.wallUrl}&scene=${scene}&interval=${INTERVAL_S}`, { viewport: { width, height } });
      await isAlive(page);
      await expect.poll(() => measureLayout(page, screens), { timeout: 60_000, interval: 1_000 }).toEqual(NO_FAULTS);
      for (const title of scene === 'overview' ? GOVERNANCE_TITLES : []) {
        await expect.poll(() => measureWith(page, title, screens), { message: title, timeout: 60_000, interval: 300 }).toEqual(NO_FAULTS);
      }
    },
  );

  it('lays itself out anew when its screen changes', async () => {
    const { page } = await visits.open(`${product.wallUrl}&scene=overview`, { viewport: { width: 1366, height: 768 } });
    await isAlive(page);
    await page.setViewportSize({ width: 2732, height: 768 });
    await tile(page, '滚动播报').waitFor();
    await page.setViewportSize({ width: 1366, height: 768 });
    await tile(page, '滚动播报').waitFor({ state: 'detached' });
    await expect.poll(() => measureLayout(page, ONE), { timeout: 60_000, interval: 1_000 }).toEqual(NO_FAULTS);
  });
});
