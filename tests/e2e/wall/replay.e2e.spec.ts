import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR_MS, startOfDay } from '@wangge/shared/base';
import type { PastPicture } from '@wangge/shared/wire';
import { Person } from '../actions/person.ts';
import { GOVERNANCE_TITLES, countedNumbers, hatching, isAlive, readNumbers, tile, type NumbersSeen } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

/** How long a tile that takes turns is shown. */
const INTERVAL_S = 3;

const strip = (page: Page): Locator => page.getByRole('group', { name: '回放' });
const clockOf = async (page: Page): Promise<string> => (await strip(page).getByRole('time').innerText()).trim();
const mark = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^回放$/ });

interface MomentSeen extends NumbersSeen {
  /** 结案率 and 按期结案率 of the month, as fractions. */
  readonly month: readonly string[];
}

async function readMoment(page: Page): Promise<MomentSeen> {
  return { ...await readNumbers(page), month: (await tile(page, '结案率').innerText()).match(/\d+ \/ \d+(?= 件)/g) ?? [] };
}

/** The numbers of the moment that was asked for last, as the server tells them to whoever asks for all of it. */
async function numbersOf(page: Page, asked: string): Promise<MomentSeen> {
  const url = new URL(asked);
  url.searchParams.delete('from');
  url.searchParams.delete('since');
  const { figures: { today, lamps, month } } = await (await page.request.get(url.href)).json() as PastPicture;
  return { reported: today.reported, accepted: today.accepted, closed: today.closed, open: today.open, red: lamps.red, yellow: lamps.yellow, green: lamps.green, month: [`${month.closed} / ${month.due}`, `${month.closedOnTime} / ${month.due}`] };
}

/** Presses on the day at a share of its width. */
async function pressDay(page: Page, share: number): Promise<void> {
  const line = page.getByRole('slider', { name: '时间游标' });
  const box = (await line.boundingBox())!;
  const before = await clockOf(page);
  await line.click({ position: { x: box.width * share, y: box.height / 2 } });
  await expect.poll(() => clockOf(page), { timeout: 30_000 }).not.toBe(before);
}

describe('a wall that goes back in time', () => {
  let page: Page;
  let asked = '';

  beforeAll(async () => {
    ({ page } = await visits.open(`${product.wallUrl}&scene=overview&interval=${INTERVAL_S}`, { isLong: true }));
    page.on('request', (request) => { if (request.url().includes('/api/v1/replay/at?')) asked = request.url(); });
    await isAlive(page);
  });

  it('[RP8] is marked as replay by bars of the other light, and all its tiles tell the moment, those that take turns too', async () => {
    if (await mark(page).count() === 0) await page.keyboard.press('r');
    await mark(page).waitFor({ timeout: 60_000 });
    await page.getByText('非实时画面').waitFor();
    const { fresh } = await hatching(page);
    expect(fresh).toContain('今日事件');
    // Tiles of boards take turns, and follow the first picture: each tells the moment in its turn.
    for (const title of new Set([...fresh, ...GOVERNANCE_TITLES])) await tile(page, title).getByText(/^\d\d:\d\d 时点$/).waitFor({ timeout: 60_000 });
    const [bar, wall] = await Promise.all([mark(page).locator('..'), page.getByRole('main')].map((one) => one.evaluate((element) => getComputedStyle(element).backgroundColor)));
    expect(bar).not.toBe(wall);
  });

  it('shows the numbers, of the day and of the month, that the server counts for the moment one presses on the strip', async () => {
    await pressDay(page, 0.02);
    await expect.poll(async () => JSON.stringify(await readMoment(page)) === JSON.stringify(await numbersOf(page, asked)), { timeout: 30_000 }).toBe(true);
  });

  it('jumps from event to event, plays and rests by keys, and lays now beside then', async () => {
    const before = await clockOf(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => clockOf(page), { timeout: 30_000 }).not.toBe(before);
    const jumped = await clockOf(page);
    await page.keyboard.press(' ');
    await expect.poll(() => clockOf(page), { timeout: 30_000 }).not.toBe(jumped);
    await page.keyboard.press(' ');
    await strip(page).getByRole('button', { name: '播放', exact: true }).waitFor();
    const compare = page.getByRole('region', { name: '那时与现在' });
    if (await compare.count() === 0) await page.keyboard.press('c');
    await compare.getByRole('columnheader', { name: /\d 现在/ }).waitFor();
    const { reported } = await countedNumbers(page);
    expect(Number(await compare.getByRole('row', { name: '今日上报' }).getByRole('cell').nth(1).innerText())).toBeLessThanOrEqual(reported);
  });

  it('is the present again with nothing left of the past', async () => {
    await page.keyboard.press('Escape');
    await mark(page).waitFor({ state: 'detached', timeout: 30_000 });
    await isAlive(page);
    expect(await page.getByText(/时点$/).count()).toBe(0);
    await expect.poll(async () => JSON.stringify(await countedNumbers(page)) === JSON.stringify(await readNumbers(page)), { timeout: 30_000 }).toBe(true);
  });
});

describe('a desk that goes back in time', () => {
  it('follows a squad over its day, and comes back to a desk of the present', async () => {
    const { session } = await Person.signIn(product, 'zhihuizhang');
    // Squads have tracks of today alone: soon after midnight an hour ago is another day.
    const now = Date.now();
    const { page } = await visits.open(`${product.url}/desk/replay?at=${Math.max(now - HOUR_MS, Math.floor((startOfDay(now) + now) / 2))}`, { session, viewport: { width: 1366, height: 768 } });
    await mark(page).waitFor({ timeout: 30_000 });
    await page.getByRole('region', { name: '那时与现在' }).getByRole('columnheader', { name: /\d 现在/ }).waitFor();
    await page.getByRole('button', { name: '核对案件处置经过', exact: true }).click();
    await page.getByRole('button', { name: '执法一组', exact: true }).click();
    const track = page.getByRole('article').filter({ hasText: '执法一组' });
    await track.getByText(/^里程 \d+\.\d km$/).waitFor();
    await track.getByText(/此刻车速 \d+ km\/h/).waitFor();
    const before = await clockOf(page);
    const profile = track.getByRole('img', { name: '车速，点一下到那一刻' });
    await profile.click({ position: { x: 4, y: 20 } });
    await expect.poll(() => clockOf(page), { timeout: 30_000 }).not.toBe(before);
    await page.getByRole('button', { name: /回到实时/ }).click();
    await mark(page).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /派/ }).count()).toBe(0);
  });
});
