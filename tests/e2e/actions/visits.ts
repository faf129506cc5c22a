import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser, openPage } from '../../support/browser.ts';
import type { OpenPage, OpenPageOptions } from '../../support/browser.ts';
import { ROOT } from '../../support/run-node.ts';

export interface VisitOptions extends OpenPageOptions {
  /** What the browser may say on the console in this visit; without it any word there fails the test. */
  readonly mayComplain?: RegExp;
  /** A host beside the product's own that its pages are meant to reach. */
  readonly mayReach?: string;
  /** Kept open for the tests after this one. */
  readonly isLong?: boolean;
}

/** These machines draw without a graphics card: a quarter of the pixels each way leaves them time for what is tested. */
const PIXEL_RATIO = 0.25;
/** A slow machine is not a wrong product; what must be quick says so in its test. */
const PATIENCE_MS = 60_000;

/** Opens pages in one browser; each has a person's own cookies and storage. */
export interface Visits {
  open(url: string, options?: VisitOptions): Promise<OpenPage>;
}

/**
 * A browser for the specs of one file. After each test its pages are closed, and the test fails when any of them complained
 * on the console, threw, or asked for something outside its origin. Of a failed test the pages are kept as pictures in `.run/e2e`.
 */
export function useVisits(): Visits {
  let browser: Browser;
  let visits: { readonly page: OpenPage; readonly options: VisitOptions }[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterEach(async ({ task }) => {
    const ended = visits;
    visits = visits.filter(({ options }) => options.isLong);
    if (task.result?.state === 'fail') await keepPictures(ended.map(({ page }) => page), task.name);
    for (const { page, options } of ended) if (!options.isLong) await page.context.close();
    const complaints = ended.flatMap(({ page, options }) => page.consoleErrors.filter((words) => !options.mayComplain?.test(words)));
    expect(complaints, 'the console').toEqual([]);
    expect(ended.flatMap(({ page, options }) => page.outsideRequests.filter((address) => new URL(address).host !== options.mayReach)), 'requests to other origins').toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
  });

  return {
    async open(url, options = {}) {
      const page = await openPage(browser, url, { pixelRatio: PIXEL_RATIO, ...options });
      page.page.setDefaultTimeout(PATIENCE_MS);
      visits.push({ page, options });
      return page;
    },
  };
}

async function keepPictures(pages: readonly OpenPage[], test: string): Promise<void> {
  for (const [index, { page }] of pages.entries()) await keepPicture(page, `${test} ${index + 1}`);
}

/** Keeps what a page shows as `.run/e2e/<name>.png`, where it can be had. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(ROOT, '.run/e2e');
  mkdirSync(folder, { recursive: true });
  if (!page.isClosed()) await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, '-')}.png`), timeout: 20_000 }).catch(() => undefined);
}
