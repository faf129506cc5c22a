import { expect, inject, it } from 'vitest';
import { Phone } from '../actions/phone.ts';
import { IN_TOWN } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

it('[PH10] where the session ran out with something unsent, the page where one signs in says whose it is and how much, and it goes out once they did', async () => {
  const phone = await Phone.open(visits, product, 'zf3', IN_TOWN, { mayComplain: /ERR_INTERNET_DISCONNECTED|WebSocket|status of 40[13]/ });
  const { page } = phone;
  await phone.goOnDuty();
  await phone.visit.context.setOffline(true);
  await page.getByRole('button', { name: '开始巡查' }).click();
  await page.getByRole('status').filter({ hasText: '1 条待发' }).waitFor();
  await phone.visit.context.clearCookies();
  await phone.visit.context.setOffline(false);
  await page.goto(`${product.url}/field`);

  const { name, password } = product.secrets.accounts.find(({ account }) => account === 'zf3')!;
  const waiting = page.getByRole('status').filter({ hasText: `${name} 有 1 条没发出去` });
  await waiting.filter({ hasText: '没有丢' }).waitFor();
  expect(await waiting.innerText()).not.toContain('巡查');
  await page.getByLabel('账号').fill('zf3');
  await page.getByLabel('密码').fill(password);
  const isSent = page.waitForResponse('**/api/v1/patrol/rounds');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  expect((await isSent).status()).toBe(201);
  await page.getByRole('button', { name: '结束巡查' }).click();
});
