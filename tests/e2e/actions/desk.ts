import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { OpenPage } from '../../support/browser.ts';
import type { Place } from '../../support/built-server.ts';
import { Person } from './person.ts';
import type { VisitOptions, Visits } from './visits.ts';

/** An operator's desk, and what a hand does there. */
export class Desk {
  readonly page: OpenPage['page'];
  readonly visit: OpenPage;
  /** The case page on the right. */
  readonly casePage: Locator;
  /** The queue on the left. */
  readonly queue: Locator;
  readonly search: Locator;
  /** What was just sent, at the foot of the map. */
  readonly toast: Locator;

  private constructor(visit: OpenPage) {
    const { page } = visit;
    this.visit = visit;
    this.page = page;
    this.casePage = page.getByRole('article', { name: '案件页' });
    this.queue = page.getByRole('listbox', { name: '案件队列' });
    this.search = page.getByRole('searchbox', { name: '查案件' });
    this.toast = page.getByRole('status').filter({ hasText: /已派|已撤销/ });
  }

  /** Opens the desk for one of the demo's accounts and waits until the queue lives. */
  static async open(visits: Visits, product: Place, account: string, options: VisitOptions = {}): Promise<Desk> {
    const { session } = await Person.signIn(product, account);
    const desk = new Desk(await visits.open(`${product.url}/desk`, { session, viewport: { width: 1366, height: 768 }, ...options }));
    await desk.page.getByRole('status').filter({ hasText: '实时' }).waitFor();
    await desk.rows().first().waitFor();
    return desk;
  }

  rows(): Locator {
    return this.queue.getByRole('option');
  }

  /** The row that is chosen. */
  chosen(): Locator {
    return this.queue.getByRole('option', { selected: true });
  }

  /** The white button of the case page, which Enter presses too. */
  whiteButton(what: string | RegExp): Locator {
    return this.casePage.getByRole('button', { name: what });
  }

  /** Finds a case by its number and opens it, keys only. */
  async find(no: string): Promise<void> {
    await this.page.keyboard.press('/');
    await this.search.fill(no);
    await expect.poll(() => this.rows().count(), { timeout: 30_000 }).toBe(1);
    await this.search.press('Enter');
    await this.casePage.getByText(no, { exact: true }).waitFor();
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** What the history on the case page tells, newest first. */
  async history(): Promise<string[]> {
    return this.casePage.getByRole('list').last().getByRole('listitem').allInnerTexts();
  }
}
