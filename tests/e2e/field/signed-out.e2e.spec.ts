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
  // Ended there too: the next test finds none that runs.
  const isEnded = page.waitForResponse('**/api/v1/patrol/rounds/*/end');
  await page.getByRole('button', { name: '结束巡查' }).click();
  await isEnded;
});

it('[PH4] who signs out without a net is told so and sees no work, and the page where one signs in comes whole with the net', async () => {
  const phone = await Phone.open(visits, product, 'zf3', IN_TOWN, { mayComplain: /ERR_INTERNET_DISCONNECTED|WebSocket|status of 401/ });
  const { page } = phone;
  const work = page.getByRole('button', { name: /^(开始|结束)巡查/ });
  await work.waitFor();
  await phone.visit.context.setOffline(true);
  await page.getByRole('button', { name: /未上岗|在岗/ }).click();
  await page.getByRole('button', { name: /退出登录/ }).click();
  await page.getByRole('alert').filter({ hasText: '已退出登录' }).waitFor();
  expect([await page.getByRole('dialog').count(), await page.getByText('可以照常操作').count(), await work.count()]).toEqual([0, 0, 0]);
  await phone.visit.context.setOffline(false);
  const title = page.getByRole('heading', { name: '望格' });
  await title.waitFor();
  expect(await title.evaluate((element) => getComputedStyle(element).fontSize)).toBe('48px');
});
