import { expect, inject, it } from 'vitest';
import { Phone } from '../actions/phone.ts';
import { IN_TOWN } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

it('[PH6] a call for help without a net says that it has not gone out and whom to ring, and goes out when the net is back', async () => {
  const phone = await Phone.open(visits, product, 'zf3', IN_TOWN, { mayComplain: /ERR_INTERNET_DISCONNECTED|WebSocket|status of 409/ });
  await phone.visit.context.setOffline(true);
  await phone.page.getByRole('button', { name: '求助' }).click();
  const sheet = phone.page.getByRole('dialog', { name: '紧急求助' });
  await sheet.getByRole('button', { name: '发出求助' }).click();
  await sheet.getByRole('alert').filter({ hasText: '求助还没发出去' }).waitFor();
  expect(await sheet.getByRole('link', { name: /110/ }).getAttribute('href')).toBe('tel:110');
  await sheet.getByRole('button', { name: '关闭' }).click();

  const isAnswered = phone.page.waitForResponse('**/api/v1/sos');
  await phone.visit.context.setOffline(false);
  // No rule of this product raises a call for help: the phone is told, rather than left to wait for nobody.
  expect((await isAnswered).status()).toBe(409);
  await phone.page.getByRole('status').filter({ hasText: '没有发成' }).getByRole('button', { name: '查看' }).click();
  await phone.page.getByRole('dialog', { name: '待发' }).getByText('请马上打电话').waitFor();
});
