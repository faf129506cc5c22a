import { expect, inject, it } from 'vitest';
import { Person } from '../actions/person.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const PHONE = { isPhone: true, viewport: { width: 390, height: 844 } };

it('[VC3] [VC4] the desk writes a notice with a preview and publishes it, people read it, and read why it was withdrawn', async () => {
  const { session } = await Person.signIn(product, 'zhibanzhang');
  const { page: desk } = await visits.open(`${product.url}/desk/notices`, { session, viewport: { width: 1366, height: 768 }, mayComplain: /status of 422/ });
  await desk.getByRole('button', { name: '写一份' }).click();
  const form = desk.getByRole('form', { name: '写一份' });
  await form.getByLabel('给谁看').fill('璜塘村');
  await desk.getByRole('option', { name: /璜塘村/ }).first().click();
  await form.getByLabel('标题').fill('老年食堂开门了');
  await form.getByLabel('正文').fill('周一到周五中午开饭，问王师傅 13912345678');
  await desk.getByRole('region', { name: '手机上这样看' }).getByText('老年食堂开门了').waitFor();
  await form.getByRole('button', { name: '存为草稿' }).click();
  await desk.getByRole('alert').filter({ hasText: '电话号码' }).waitFor();
  await form.getByLabel('正文').fill('周一到周五中午开饭，每餐五元');
  await form.getByRole('button', { name: '存为草稿' }).click();
  await desk.getByRole('button', { name: '发布', exact: true }).click();
  await desk.getByText('第 1 版').waitFor();

  const { page } = await visits.open(`${product.url}/report`, { ...PHONE });
  await page.getByRole('button', { name: '村情通' }).click();
  await page.getByLabel('看哪个村').selectOption({ label: '璜塘村' });
  await page.getByRole('button', { name: /老年食堂开门了/ }).click();
  await page.getByText('每餐五元').waitFor();
  await page.getByRole('button', { name: '大字' }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  // The phone's own way back leads to the list, not out of the page.
  await page.goBack();
  await page.getByRole('button', { name: /老年食堂开门了/ }).waitFor();

  await desk.getByRole('button', { name: '撤回…' }).click();
  await desk.getByLabel('撤回原因').fill('价钱写错了');
  await desk.getByRole('button', { name: '撤回…' }).last().click();
  await desk.getByText('已撤回').first().waitFor();
  const { page: later } = await visits.open(`${product.url}/report?page=village&village=${new URL(page.url()).searchParams.get('village') ?? ''}`, { ...PHONE });
  await later.getByRole('button', { name: /老年食堂开门了.*已撤回/ }).click();
  await later.getByText('原因：价钱写错了').waitFor();
  expect(await later.getByText('每餐五元').count()).toBe(0);
});
