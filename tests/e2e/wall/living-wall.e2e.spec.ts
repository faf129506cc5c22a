import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Phone } from '../actions/phone.ts';
import { IN_TOWN } from '../actions/report.ts';
import { countedNumbers, drawnShare, isAlive, readNumbers, squadOnMap, tile } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

describe('the wall at its printed address', () => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await visits.open(`${product.wallUrl}&scene=overview`, { isLong: true }));
    await isAlive(page);
  });

  it('opens without anybody signing in', () => {
    expect(new URL(page.url()).pathname).toBe('/wall');
  });

  it('shows the numbers that the server counts', async () => {
    // Both are read at two instants, between which the demo may go on: they agree at once or at the next look.
    await expect.poll(async () => {
      const [counted, seen] = [await countedNumbers(page), await readNumbers(page)];
      return { counted, seen, areSame: JSON.stringify(counted) === JSON.stringify(seen) };
    }, { timeout: 20_000 }).toMatchObject({ areSame: true });
    expect((await readNumbers(page)).reported).toBeGreaterThan(0);
  });

  it('has drawn the town', async () => {
    await expect.poll(() => drawnShare(page), { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(0.3);
  });

  it('ticks, and says how old its data is', async () => {
    const clock = page.getByRole('time').first();
    const before = await clock.innerText();
    expect(before).toMatch(/^\d\d:\d\d:\d\d$/);
    await expect.poll(() => clock.innerText(), { timeout: 10_000 }).not.toBe(before);
    await page.getByRole('status').filter({ hasText: /数据 \d+ 秒前/ }).waitFor();
  });

  it('moves a squad whose phone moves', async () => {
    const phone = await Phone.open(visits, product, 'zf3', IN_TOWN);
    await phone.goOnDuty();
    const label = squadOnMap(page, '执法三组');
    const clock = page.getByRole('time').first();
    // The arrow glides to where the phone is and stands still there from one second to the next.
    await expect.poll(async () => {
      const [place, second] = [await label.boundingBox(), await clock.innerText()];
      await clock.filter({ hasNotText: second }).waitFor();
      return place !== null && place.x === (await label.boundingBox())?.x;
    }, { timeout: 30_000 }).toBe(true);
    const before = await label.boundingBox();
    await phone.stand([IN_TOWN[0] + 0.03, IN_TOWN[1]]);
    await expect.poll(async () => ((await label.boundingBox())?.x ?? NaN) - (before?.x ?? NaN), { timeout: 30_000 }).toBeGreaterThan(40);
  });

  it('opens the cases and the definition behind a number, and goes home with Esc', async () => {
    await tile(page, '今日事件').getByRole('button').press('Enter');
    const sheet = page.getByRole('dialog', { name: '今日上报' });
    await sheet.getByText('今天 0 时起登记的案件').waitFor();
    await sheet.getByRole('listitem').filter({ hasText: /待|在|处置|已/ }).first().waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });
});

describe('a wall with a wrong key', () => {
  it('says so and waits quietly, without a sign-in page', async () => {
    const { page } = await visits.open(`${product.url}/wall?key=wrong`, { mayComplain: /status of 401/ });
    await page.getByText('大屏密钥不对，请核对地址中的 key').waitFor();
    expect(new URL(page.url()).pathname).toBe('/wall');
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});
