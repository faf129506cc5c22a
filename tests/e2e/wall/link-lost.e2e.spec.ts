import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBuiltServer } from '../../support/built-server.ts';
import type { BuiltServer } from '../../support/built-server.ts';
import { quietWalls } from '../actions/quiet-walls.ts';
import { FACADE, report } from '../actions/report.ts';
import { countedNumbers, hatching, isAlive, readNumbers, tile, whenBroadcast } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const visits = useVisits();

/** How far the server's history has come. */
async function lastSeq(url: string): Promise<number> {
  return Number(/^wangge_last_seq(?:\{.*\})? (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? NaN);
}

/** Lets a tile that gives way to the next in its place take its time, so that the line breaks meanwhile; run in the page. */
const slowTurns = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.turn-leave-active { transition-duration: 200s !important }');
  document.adoptedStyleSheets.push(sheet);
};

describe('a wall whose server is cut off', () => {
  let server: BuiltServer;
  let page: Page;
  const mayComplain = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket/;

  beforeAll(async () => {
    server = await startBuiltServer();
    await quietWalls(server);
    ({ page } = await visits.open(`${server.wallUrl}&scene=overview`, { viewport: { width: 1280, height: 720 }, isLong: true, mayComplain }));
    await isAlive(page);
  });

  afterAll(() => server.close());

  it('says so within seconds and hatches every tile, and comes back by itself where it was', async () => {
    await page.evaluate(() => document.documentElement.setAttribute('data-visit', 'first'));
    const seqBefore = await lastSeq(server.url);
    const turning = (await visits.open(`${server.wallUrl}&scene=overview`, { viewport: { width: 1280, height: 720 }, mayComplain })).page;
    await isAlive(turning);
    await turning.evaluate(slowTurns);
    await turning.locator('.turn-leave-active').waitFor({ state: 'attached' });
    const alarm = page.getByRole('alert').filter({ hasText: /数据中断 \d\d:\d\d 起/ });
    await server.cut();
    const cutAt = Date.now();
    await alarm.waitFor();
    // The rule is 5 s, proven with a held clock in link-watch's spec; here a loaded machine may add its own delay.
    expect(Date.now() - cutAt, 'ms until the wall says so').toBeLessThan(15_000);
    await page.getByRole('status').filter({ hasText: '链路中断' }).waitFor();
    await tile(page, '今日事件').getByText(/截至 \d\d:\d\d:\d\d/).waitFor();
    const { hatched, fresh } = await hatching(page);
    expect(hatched).toContain('红黄绿灯');
    expect(fresh).toEqual([]);
    await turning.getByRole('alert').filter({ hasText: /数据中断/ }).waitFor();
    expect((await hatching(turning)).fresh, 'what was just giving way').toEqual([]);
    await turning.close();

    await server.startAgain();
    await alarm.waitFor({ state: 'detached' });
    await isAlive(page);
    // Tiles that take turns may have changed places meanwhile, so it is none hatched, not the same ones fresh.
    await expect.poll(async () => (await hatching(page)).hatched, { timeout: 20_000 }).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.getAttribute('data-visit')), 'the page was not reloaded').toBe('first');
    expect(await lastSeq(server.url)).toBeGreaterThanOrEqual(seqBefore);

    const shown = whenBroadcast(page, FACADE.matter);
    await report(server);
    await shown;
    await expect.poll(async () => JSON.stringify(await countedNumbers(page)) === JSON.stringify(await readNumbers(page)), { timeout: 20_000 }).toBe(true);
  });
});
