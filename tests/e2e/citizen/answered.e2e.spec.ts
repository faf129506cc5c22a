import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { closeReport } from '../actions/close-report.ts';
import { Desk } from '../actions/desk.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const PHONE = { isPhone: true, viewport: { width: 360, height: 740 }, position: { longitude: 120.289, latitude: 31.782 } };
const ANSWER = '三盏路灯已经换好，晚上八点试过，都亮了。';

/** Somebody reports from a phone and looks at how it goes; the case goes its way and is answered. */
async function answeredReport(words: string): Promise<Page> {
  const { page } = await visits.open(`${product.url}/report`, PHONE);
  await page.getByRole('button', { name: '路灯不亮' }).click();
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await page.getByText('用的是您现在的位置').waitFor();
  await page.getByLabel('说说情况').fill(words);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '看进度' }).click();
  const no = (await page.getByText(/^编号 /).innerText()).replace('编号 ', '');
  await closeReport(product, no, ANSWER);
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText(ANSWER).waitFor();
  return page;
}

async function askAgain(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '申请重新办理' }).click();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('alert').filter({ hasText: '至少四个字' }).waitFor();
  await page.getByLabel('申请重新办理').fill(reason);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('由值班长决定，结果会写在这里').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

/** The duty chief finds the ask in the queue and reads it on the case page. */
async function openAsk(reason: string): Promise<Desk> {
  const desk = await Desk.open(visits, product, 'zhibanzhang');
  await desk.page.getByRole('group', { name: '案件队列' }).getByRole('button', { name: /^申请重办/ }).click();
  await desk.rows().first().click();
  await desk.casePage.getByRole('region', { name: '申请重办' }).getByText(reason).waitFor();
  return desk;
}

it('[CZ10] whoever is not content rates it, asks for another round, and reads why it stays closed', async () => {
  const page = await answeredReport('菜场后面三盏路灯不亮，晚上看不见路');
  await page.getByRole('button', { name: '不满意', exact: true }).click();
  await page.getByRole('button', { name: '没解决' }).click();
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('status').filter({ hasText: '谢谢您的评价' }).waitFor();
  await askAgain(page, '昨晚第二盏又灭了');

  const { casePage } = await openAsk('昨晚第二盏又灭了');
  await casePage.getByRole('textbox', { name: '不予重办的答复' }).fill('今天又试过，三盏都亮；再灭请再报一件。');
  await casePage.getByRole('button', { name: '不予重办并答复' }).click();
  await casePage.getByText(/^不予重办，已答复/).waitFor();
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText('今天又试过，三盏都亮；再灭请再报一件。').waitFor();
  expect(await page.getByRole('button', { name: '申请重新办理' }).count()).toBe(0);
});

it('[CZ10] whoever asks for another round is told when the duty chief opened it', async () => {
  const page = await answeredReport('学校门口路灯不亮，孩子放学看不见');
  await askAgain(page, '灯还是不亮，没有人来过');
  const { casePage } = await openAsk('灯还是不亮，没有人来过');
  await casePage.getByRole('button', { name: '重新激活…' }).click();
  expect(await casePage.getByLabel('理由').inputValue()).toBe('灯还是不亮，没有人来过');
  await casePage.getByRole('button', { name: '重新激活', exact: true }).click();
  await casePage.getByText('第 2 轮').first().waitFor();
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText('正在办理').waitFor();
  expect(await page.getByRole('listitem').first().innerText()).toContain('又重新办理');
});
