import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { wallFrame, type WallNow } from '@wangge/shared/stage';
import { Person } from '../actions/person.ts';
import { isLive, labelsOf } from '../actions/tiles.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const SHAPE = { name: '两屏墙', across: 2, down: 1, bezelMm: 12, heightMm: 700, distanceM: 4 };
const SIZE = { width: 1_280, height: 720 };
/** How far the same place may be from where its neighbour has it. */
const MOST_PX = 2;

describe('two displays of one wall', () => {
  let director: Person;
  let wallId: string;
  let pages: Page[];

  beforeAll(async () => {
    director = await Person.signIn(product, 'zhihuizhang');
    ({ wall: { id: wallId } } = await director.post<WallNow>('/api/v1/walls', SHAPE));
    await director.send(`/api/v1/walls/${wallId}/commands`, { action: 'pin', sceneId: 'overview' });
    pages = await Promise.all([1, 2].map(async () => (await visits.open(`${product.url}/wall`, { viewport: SIZE, isLong: true, mayComplain: /401/ })).page));
  });

  it('[PR7] show a code each, are paired at the desk, and need no keyboard', async () => {
    for (const [index, page] of pages.entries()) {
      const words = page.getByRole('region', { name: '配对码' }).getByRole('status');
      await expect.poll(() => words.getAttribute('aria-label'), { timeout: 60_000 }).toMatch(/^\w{4} \w{4}$/);
      await director.send('/api/v1/pairings', { code: await words.getAttribute('aria-label'), wallId, tile: { column: index + 1, row: 1 } });
    }
    await Promise.all(pages.map(isLive));
    for (const page of pages) expect(new URL(page.url()).pathname).toBe('/wall');
  });

  it('[PR1] continue one map behind the bezel between them', async () => {
    const { leftPx } = wallFrame(SHAPE, { widthPx: SIZE.width, heightPx: SIZE.height }, { column: 2, row: 1 });
    const places = async (): Promise<number[]> => {
      const [here = new Map(), there = new Map()] = await Promise.all(pages.map(labelsOf));
      return [...here].flatMap(([text, [x, y]]) => {
        const other = there.get(text);
        return other === undefined ? [] : [Math.hypot(x - other[0] - leftPx, y - other[1])];
      });
    };
    await expect.poll(async () => (await places()).length, { timeout: 60_000 }).toBeGreaterThan(5);
    await expect.poll(async () => Math.max(...await places()), { timeout: 30_000, interval: 500 }).toBeLessThanOrEqual(MOST_PX);
  });

  it('[PR1] cut no tile at the bezel, and show each once', async () => {
    const shown = await Promise.all(pages.map((page) => page.locator('.rail section[aria-label]').evaluateAll((tiles) => tiles.map((tile) => {
      const { left, right, top, bottom } = tile.getBoundingClientRect();
      return { name: tile.getAttribute('aria-label'), isWhole: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight };
    }))));
    expect(shown.flat().filter(({ isWhole }) => !isWhole)).toEqual([]);
    const names = shown.flat().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(6);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('show the same scene when the director pins one', async () => {
    for (const [sceneId, name] of [['force', '执法力量'], ['overview', '综合态势']] as const) {
      await director.send(`/api/v1/walls/${wallId}/commands`, { action: 'pin', sceneId });
      for (const page of pages) await page.locator('footer [aria-current="true"]').filter({ hasText: name }).waitFor({ state: 'attached' });
    }
  });

  it('show the calibration card when the director says so', async () => {
    await director.send(`/api/v1/walls/${wallId}/commands`, { action: 'card', isOn: true });
    for (const [index, page] of pages.entries()) await page.getByRole('region', { name: '定位卡' }).getByText(`${index + 1}·1`, { exact: true }).waitFor();
    await director.send(`/api/v1/walls/${wallId}/commands`, { action: 'card', isOn: false });
    for (const page of pages) await page.getByRole('region', { name: '定位卡' }).waitFor({ state: 'detached' });
  });

  it('[PR7] come back by themselves, and show a code again once they are unpaired', async () => {
    const [page] = pages as [Page];
    await page.context().clearCookies({ name: 'wangge_session' });
    await page.reload();
    await isLive(page);
    const { screens } = await director.read<{ screens: readonly { id: string; wallId: string; tile: { column: number } }[] }>('/api/v1/pairings');
    const mine = screens.find((screen) => screen.wallId === wallId && screen.tile.column === 1);
    await director.remove(`/api/v1/pairings/${mine?.id}`);
    await page.getByRole('region', { name: '配对码' }).waitFor();
  });
});
