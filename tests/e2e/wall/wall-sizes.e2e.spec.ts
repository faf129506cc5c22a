import { describe, expect, inject, it } from 'vitest';
import { measureLayout } from '../actions/layout.ts';
import { isAlive, tile } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

const SIZES = [
  { width: 1920, height: 1080, screens: { across: 1, down: 1 }, has: '24 小时趋势' },
  { width: 3840, height: 1080, screens: { across: 4, down: 2 }, has: '滚动播报' },
  { width: 5760, height: 2160, screens: { across: 3, down: 2 }, has: '乡呼县应' },
];

const NO_FAULTS = { small: [], outside: [], onJoint: [], scrolling: [], overlapping: [] };

describe('the wall', () => {
  it.for(SIZES)('lies well on $width × $height', async ({ width, height, screens, has }) => {
    const { page } = await visits.open(product.wallUrl, { viewport: { width, height } });
    await isAlive(page);
    await tile(page, has).waitFor();
    await expect.poll(() => measureLayout(page, screens), { timeout: 60_000, interval: 1_000 }).toEqual(NO_FAULTS);
  });

  it('lays itself out anew when its screen changes', async () => {
    const { page } = await visits.open(product.wallUrl, { viewport: { width: 1366, height: 768 } });
    await isAlive(page);
    await page.setViewportSize({ width: 2732, height: 768 });
    await tile(page, '滚动播报').waitFor();
    await page.setViewportSize({ width: 1366, height: 768 });
    await tile(page, '滚动播报').waitFor({ state: 'detached' });
    await expect.poll(() => measureLayout(page, { across: 1, down: 1 }), { timeout: 60_000, interval: 1_000 }).toEqual(NO_FAULTS);
  });
});
