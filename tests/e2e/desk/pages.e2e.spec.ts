import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { trialSize } from '../../support/trial-size.ts';
import { Person } from '../actions/person.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

/** One account of each role that works at a desk, two at a time; where time is short, those whose pages differ most. */
const PAIRS = trialSize(
  [['zhihuizhang', 'shouli'], ['ducha', 'sifasuo'], ['xianju', 'guanli']],
  [['zhihuizhang', 'zhibanzhang'], ['paiqian', 'shouli'], ['sifasuo', 'ducha'], ['lingdao', 'fenguan'], ['xianzhongxin', 'xianju'], ['xianlingdao', 'guanli']],
);

/** Texts that reach beyond the window, other than in a table that scrolls sideways; one that ends in dots reaches as far as its dots. */
async function textsOutside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const outside: string[] = [];
    const scrolls = (from: Element | null): boolean => from !== null && (/auto|scroll/.test(getComputedStyle(from).overflowX) && from.scrollWidth > from.clientWidth || scrolls(from.parentElement));
    const dotted = (from: Element | null): Element | null => (from === null || getComputedStyle(from).textOverflow === 'ellipsis' ? from : dotted(from.parentElement));
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!node.textContent?.trim() || !owner?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || owner.closest('.sr-only, canvas, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = (dotted(owner) ?? range).getBoundingClientRect();
      if (right - left > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(owner)) outside.push(node.textContent.trim().slice(0, 40));
    }
    return outside;
  });
}

/** Walks through all pages that somebody has. */
async function walkThrough(account: string): Promise<void> {
  const { session } = await Person.signIn(product, account);
  const { page } = await visits.open(`${product.url}/desk`, { session, viewport: { width: 1366, height: 768 } });
  const tabs = page.getByRole('navigation', { name: '页面' }).getByRole('link');
  await tabs.first().waitFor();
  for (let index = 0; index < await tabs.count(); index += 1) {
    const tab = tabs.nth(index);
    const name = `${account} ${await tab.innerText()}`;
    await tab.click();
    await expect.poll(() => tab.getAttribute('aria-current'), { message: name, timeout: 30_000 }).toBe('page');
    const options = page.getByRole('listbox').first().getByRole('option');
    const reading = page.getByText('正在读取');
    await expect.poll(() => reading.count(), { message: `${name} is read`, timeout: 30_000 }).toBe(0);
    if (await options.count() > 0) await expect.poll(() => page.getByText('选一件，这里显示全部情况').count(), { message: `${name} shows its first entry`, timeout: 30_000 }).toBe(0);
    expect(await textsOutside(page), name).toEqual([]);
  }
}

describe('the pages of the desk', () => {
  it.each(PAIRS)('open for %s and %s, each with its list read and its first entry shown', async (...accounts) => {
    await Promise.all(accounts.map(walkThrough));
  });
});
