import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { StageBoard, WallNow } from '@wangge/shared/stage';
import { trialSize } from '../../support/trial-size.ts';
import { Person } from '../actions/person.ts';
import { useVisits } from '../actions/visits.ts';
import { isAlive, tile } from '../actions/wall.ts';

const product = inject('product');
const visits = useVisits();
/** A minute: at full size only (`TRIALS=full`). */
const isFull = trialSize(false, true);
const PHONE = { width: 390, height: 844 };

describe.runIf(isFull)('a director with a phone before two walls', () => {
  let walls: Page[];
  let remote: Page;
  let chief: Person;
  let wallId: string;

  const button = (name: string | RegExp): Locator => remote.getByRole('button', { name });
  const state = async (): Promise<WallNow['state']> => (await chief.read<{ board: StageBoard }>('/api/v1/boards/stage')).board.walls.find(({ wall }) => wall.id === wallId)!.state;

  beforeAll(async () => {
    chief = await Person.signIn(product, 'zhibanzhang');
    wallId = (await chief.read<{ board: StageBoard }>('/api/v1/boards/stage')).board.walls[0]!.wall.id;
    await chief.send(`/api/v1/walls/${wallId}/commands`, { action: 'pin', sceneId: 'overview' });
    walls = [];
    for (let index = 0; index < 2; index += 1) {
      const { page } = await visits.open(product.wallUrl, { isLong: true });
      await isAlive(page);
      walls.push(page);
    }
    ({ page: remote } = await visits.open(`${product.url}/remote`, { session: chief.session, viewport: PHONE, isPhone: true, isLong: true }));
    await button('冻结画面').waitFor();
  });

  afterEach(async () => {
    for (const action of ['thaw', 'calm', 'home', 'unpin']) await chief.send(`/api/v1/walls/${wallId}/commands`, { action });
    await chief.send(`/api/v1/walls/${wallId}/commands`, { action: 'pin', sceneId: 'overview' });
  });

  afterAll(async () => {
    for (const action of ['unpin', 'hand-over']) await chief.send(`/api/v1/walls/${wallId}/commands`, { action });
  });

  it('calls for attention on both, and every control is as high as a thumb', async () => {
    await remote.getByRole('textbox', { name: '请大家看' }).fill('请看 7 号摊位');
    await button('打到大屏').tap();
    for (const page of walls) await page.getByText('请看 7 号摊位').first().waitFor();
    const low = await remote.locator('button:visible, select:visible, input:visible').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44 && one.getAttribute('type') !== 'checkbox').map((one) => one.textContent ?? one.getAttribute('aria-label')));
    expect(low).toEqual([]);
  });

  it('[ST3] pins a scene, pauses and steps', async () => {
    await button(/^四平台/).tap();
    for (const page of walls) await page.getByRole('button', { name: '四平台', exact: true }).and(page.locator('[aria-current=true]')).waitFor();
    await button('取消固定，回到轮换').tap();
    await expect.poll(async () => (await state()).pin).toBeNull();
    await button('暂停轮换').tap();
    for (const page of walls) await page.getByText('已暂停轮换').waitFor();
    await button('继续轮换').tap();
    await expect.poll(async () => (await state()).pausedAt).toBeNull();
  });

  it('narrows the map to a platform', async () => {
    await remote.getByRole('combobox', { name: '筛选平台' }).selectOption('market');
    for (const page of walls) await page.getByText(/^只看 /).waitFor();
    await remote.getByRole('combobox', { name: '筛选平台' }).selectOption('');
    for (const page of walls) await page.getByText(/^只看 /).waitFor({ state: 'detached' });
  });

  it('[ST8] freezes both: the clock goes on, the ages too, and nothing else does', async () => {
    await button('冻结画面').tap();
    const [page] = walls as [Page, Page];
    for (const wall of walls) await wall.getByText('画面已冻结').waitFor();
    const figures = async (): Promise<string> => (await tile(page, '红黄绿灯').getByRole('definition').allInnerTexts()).join(' ');
    const [before, clock] = [await figures(), await page.getByRole('time').first().innerText()];
    await tile(page, '红黄绿灯').getByText(/[3-9] 秒前|10 秒前/).waitFor();
    expect(await page.getByRole('time').first().innerText()).not.toBe(clock);
    expect(await figures()).toBe(before);
    await button('解除冻结').tap();
    for (const wall of walls) await wall.getByText('画面已冻结').waitFor({ state: 'detached' });
    await tile(page, '红黄绿灯').getByText(/[1-3] 秒前/).waitFor();
  });

  it('[ST11] keeps the frozen moment over a reload, and says what was not kept', async () => {
    await button('冻结画面').tap();
    const [, page] = walls as [Page, Page];
    const mark = page.getByRole('status').filter({ hasText: '画面已冻结' });
    const since = /\d\d:\d\d:\d\d 起/.exec(await mark.innerText())?.[0];
    await page.reload();
    expect(/\d\d:\d\d:\d\d 起/.exec(await mark.innerText())?.[0]).toBe(since);
    await page.getByText('那一刻的这块看板没有留存').first().waitFor();
  });

  it('[ST4] hands over, and is told when another drives', async () => {
    await button('交出导播').tap();
    await expect.poll(async () => (await state()).driver).toBeNull();
    const commander = await Person.signIn(product, 'zhihuizhang');
    await commander.send(`/api/v1/walls/${wallId}/commands`, { action: 'take' });
    await remote.getByText(/正在导播/).waitFor();
    expect(await button('下一场').isDisabled()).toBe(true);
    await button('接过导播').tap();
    await expect.poll(() => button('下一场').isEnabled()).toBe(true);
  });
});
