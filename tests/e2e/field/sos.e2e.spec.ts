import type { AlarmDetail, PersonAlarmAction } from '@wangge/shared/alarm';
import { expect, inject, it } from 'vitest';
import { Person } from '../actions/person.ts';
import { Phone } from '../actions/phone.ts';
import { quietWalls } from '../actions/quiet-walls.ts';
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

  const isAnswered = phone.page.waitForResponse((answer) => answer.url().endsWith('/api/v1/sos') && answer.request().method() === 'POST');
  await phone.visit.context.setOffline(false);
  // No rule of this product raises a call for help: the phone is told, rather than left to wait for nobody.
  expect((await isAnswered).status()).toBe(409);
  await phone.page.getByRole('status').filter({ hasText: '没有发成' }).getByRole('button', { name: '查看' }).click();
  await phone.page.getByRole('dialog', { name: '待发' }).getByText('请马上打电话').waitFor();
});

it('[PH9] whoever called for help sees that the room has it, who there knows and since when, also on a page opened anew, and that it is over', async () => {
  await quietWalls(product, []);
  const phone = await Phone.open(visits, product, 'zf3', IN_TOWN);
  await phone.page.getByRole('button', { name: '求助' }).click();
  const sheet = phone.page.getByRole('dialog', { name: '紧急求助' });
  await sheet.getByRole('button', { name: '发出求助' }).click();
  await sheet.getByRole('alert').filter({ hasText: '还没有人应答' }).waitFor();
  await sheet.getByRole('button', { name: '关闭' }).click();

  const chief = await Person.signIn(product, 'zhibanzhang');
  const answer = async (action: PersonAlarmAction, payload: object = {}): Promise<void> => {
    const { alarms } = await chief.read<{ readonly alarms: readonly AlarmDetail[] }>('/api/v1/alarms?open=true');
    const { id, revision } = alarms.find(({ happening }) => happening === 'sos')!;
    await chief.send(`/api/v1/alarms/${id}/commands`, { action, expectedRevision: revision, commandId: `sos-${action}-${id}`.slice(0, 64), payload });
  };
  const strip = phone.page.getByRole('alert').filter({ hasText: '求助已到指挥室' });
  await strip.waitFor();
  await answer('acknowledge');
  const known = phone.page.getByRole('alert').filter({ hasText: /指挥室已知道 · \d\d:\d\d/ }).filter({ hasText: /应答人：值班长 \S+/ });
  await known.waitFor({ timeout: 8_000 });
  await phone.page.reload();
  await known.waitFor();

  await answer('close', { text: '已到场，人没事' });
  await phone.notices.filter({ hasText: '求助已由指挥室结束' }).waitFor();
  await known.waitFor({ state: 'detached' });
  await quietWalls(product);
});
