import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Desk } from '../actions/desk.ts';
import { Person } from '../actions/person.ts';
import { report, type Reported } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

describe('the queue of the desk', () => {
  let desk: Desk;
  let reported: Reported;

  beforeAll(async () => {
    reported = await report(product);
    desk = await Desk.open(visits, product, 'shouli', { isLong: true });
  });

  it('narrows to a step, and shows as many rows as the filter promises', async () => {
    const filter = desk.page.getByRole('group', { name: '案件队列' }).getByRole('button', { name: /^待受理/ });
    await filter.click();
    expect(await filter.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(async () => ({
      promised: Number(/\d+/.exec(await filter.innerText())?.[0]), shown: Number(await desk.rows().first().getAttribute('aria-setsize')),
      areAllSo: (await desk.rows().evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))).every((label) => /待受理|待核实|待审/.test(label ?? '')),
    }), { timeout: 10_000 }).toSatisfy(({ promised, shown, areAllSo }) => promised > 0 && promised === shown && areAllSo);
    // What is open is among what is shown.
    expect(await desk.chosen().count()).toBe(1);
    await desk.page.getByRole('button', { name: /^全部/ }).click();
  });

  it('walks with the arrow keys', async () => {
    await desk.rows().first().click();
    const first = await desk.chosen().getAttribute('id');
    await desk.press('ArrowDown');
    await expect.poll(() => desk.chosen().getAttribute('id')).not.toBe(first);
    await desk.press('ArrowUp');
    await expect.poll(() => desk.chosen().getAttribute('id')).toBe(first);
  });

  it('searches by number, type and place, and takes no key for a command while somebody types', async () => {
    await desk.press('/');
    expect(await desk.search.evaluate((input) => input === document.activeElement)).toBe(true);
    await desk.page.keyboard.type(`${reported.matter} 1`);
    expect(await desk.page.getByRole('group', { name: '图层' }).getByRole('button', { name: /案件/ }).getAttribute('aria-pressed'), 'the layer that 1 would switch off').toBe('true');
    await desk.search.fill(reported.no);
    await expect.poll(() => desk.rows().count()).toBe(1);
    // Enter in the search opens the case and accepts nothing.
    await desk.press('Enter');
    await desk.casePage.getByText(reported.no, { exact: true }).waitFor();
    await desk.whiteButton(/^受理/).waitFor();
    expect((await (await Person.signIn(product, 'shouli')).readCase(reported.id)).row.state).toBe('reported');
    await desk.press('/');
    await desk.search.fill('没有这样的案件');
    await desk.page.getByText('没有找到“没有这样的案件”').waitFor();
    await desk.press('Escape');
    await expect.poll(() => desk.rows().count()).toBeGreaterThan(1);
  });
});

describe('words from outside', () => {
  it('are shown as text, never run', async () => {
    const description = '<img src=x onerror="document.title=\'broken in\'"><b>店外</b>经营';
    const reported = await report(product, { description });
    const desk = await Desk.open(visits, product, 'shouli');
    await desk.find(reported.no);
    await desk.casePage.getByText(description).waitFor();
    expect(await desk.casePage.locator('img[src=x]').count()).toBe(0);
    expect(await desk.page.title()).not.toBe('broken in');
  });

  it('stay in their place, ten thousand letters of them', async () => {
    const reported = await report(product, { description: `开头${'长'.repeat(9_996)}结尾` });
    const desk = await Desk.open(visits, product, 'shouli');
    await desk.find(reported.no);
    await desk.casePage.getByRole('button', { name: '展开全文' }).click();
    await desk.casePage.getByRole('button', { name: '收起' }).waitFor();
    const { width, height } = await desk.page.evaluate(() => ({ width: document.documentElement.scrollWidth - innerWidth, height: document.documentElement.scrollHeight - innerHeight }));
    expect({ width, height }).toEqual({ width: 0, height: 0 });
    expect(await desk.casePage.evaluate((page) => page.scrollWidth - page.clientWidth)).toBe(0);
    // The white button stays in reach however long the words are.
    expect(await desk.whiteButton(/^受理/).evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top > 0 && bottom <= innerHeight;
    })).toBe(true);
  });
});
