import type { Browser, Page } from 'playwright-core';
import { countedNumbers, hatching, isAlive, readNumbers, tile } from '../../e2e/actions/wall.ts';
import { launchBrowser, openPage, type OpenPage } from '../../support/browser.ts';
import type { Checks } from '../checks.ts';
import { wait } from './scale.ts';

const PIXEL_RATIO = 0.25;
/** The rule is five seconds; a machine that carries everything at once may add as much again. */
const TOLD_WITHIN_MS = 15_000;
const TRUE_WITHIN_MS = 45_000;
const LOOK_EACH_MS = 400;
const GONE_WORDS = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET|WebSocket|net::|status of 503/;
const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/** A real wall that stands by all the time. */
export class WallWatch {
  readonly #browser: Browser;
  readonly #visit: OpenPage;

  private constructor(browser: Browser, visit: OpenPage) {
    this.#browser = browser;
    this.#visit = visit;
  }

  static async open(url: string, key: string): Promise<WallWatch> {
    const browser = await launchBrowser();
    const visit = await openPage(browser, `${url}/wall?key=${key}&scene=overview`, { viewport: { width: 1280, height: 720 }, pixelRatio: PIXEL_RATIO });
    visit.page.setDefaultTimeout(60_000);
    await isAlive(visit.page);
    await visit.page.evaluate(() => document.documentElement.setAttribute('data-visit', 'first'));
    return new WallWatch(browser, visit);
  }

  get #page(): Page {
    return this.#visit.page;
  }

  /** While the server is gone since `goneAt`: the wall says so, hatches everything and dates nothing later. Looks for at least `forMs`. */
  async proveHonest(goneAt: number, forMs: number, checks: Checks): Promise<void> {
    const alarm = this.#page.getByRole('alert').filter({ hasText: /数据中断/ });
    const isTold = await alarm.waitFor({ timeout: TOLD_WITHIN_MS }).then(() => true, () => false);
    const toldMs = Date.now() - goneAt;
    const lies: string[] = [];
    let looks = 0;
    do {
      if (await this.#page.getByRole('status').filter({ hasText: '实时' }).isVisible()) lies.push('says 实时');
      const { fresh } = await hatching(this.#page);
      if (fresh.length > 0) lies.push(`shows ${fresh.join(' ')} as fresh`);
      const asOf = /截至 (\d\d):(\d\d):(\d\d)/.exec(await tile(this.#page, '今日事件').innerText());
      const goneS = Math.floor(((goneAt + BEIJING_MS) % DAY_MS) / 1_000);
      const asOfS = asOf ? Number(asOf[1]) * 3_600 + Number(asOf[2]) * 60 + Number(asOf[3]) : Infinity;
      if (asOfS > goneS + 1) lies.push(asOf ? `dates its figures ${asOf[0]}` : 'does not date its figures');
      looks += 1;
      await wait(LOOK_EACH_MS);
    } while (Date.now() - goneAt < forMs);
    checks.check('while the server is gone the wall says so and passes nothing old off as new', isTold && lies.length === 0, isTold ? [...new Set(lies)].slice(0, 3).join('; ') || `told after ${(toldMs / 1_000).toFixed(1)} s, ${looks} looks` : 'never told');
  }

  /** In the end its numbers are the server's, it is the page it was, and it never complained. */
  async proveTrue(checks: Checks): Promise<void> {
    const giveUpAt = Date.now() + TRUE_WITHIN_MS;
    let [seen, counted] = ['', ' '];
    while (seen !== counted && Date.now() < giveUpAt) {
      [seen, counted] = [JSON.stringify(await readNumbers(this.#page)), JSON.stringify(await countedNumbers(this.#page).catch(() => null))];
      if (seen !== counted) await wait(LOOK_EACH_MS);
    }
    checks.same('the wall shows what the server counts', seen, counted);
    const isFirst = await this.#page.evaluate(() => document.documentElement.getAttribute('data-visit') === 'first');
    checks.check('the wall lived through it on one page', isFirst, 'never reloaded');
    const complaints = this.#visit.consoleErrors.filter((words) => !GONE_WORDS.test(words));
    checks.check('the wall never complained', complaints.length + this.#visit.outsideRequests.length === 0, complaints.slice(0, 2).join('; ') || 'not a word but of the server that was gone');
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
