import { expect, inject, it } from 'vitest';
import { Phone } from '../actions/phone.ts';
import { IN_TOWN } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

it('[RL15] where the server answers but can save nothing, the phone says so and not that it is offline, and sends it when the server can', async () => {
  const phone = await Phone.open(visits, product, 'zf3', IN_TOWN, { mayComplain: /status of 503/ });
  await phone.goOnDuty();
  await phone.page.route('**/api/v1/patrol/rounds', (route) => route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ code: 'STORE_UNAVAILABLE' }) }));
  await phone.page.getByRole('button', { name: '开始巡查' }).click();
  const banner = phone.page.getByRole('status').filter({ hasText: '服务器暂时不能保存' });
  await banner.filter({ hasText: '1 条存在这部手机里' }).waitFor();
  expect(await phone.page.getByText('离线').count()).toBe(0);
  await banner.getByRole('button', { name: '查看' }).click();
  await phone.page.getByRole('dialog', { name: '待发' }).getByRole('listitem').filter({ hasText: '开始巡查' }).getByText('服务器暂时不能保存').waitFor();
  await phone.page.getByRole('button', { name: '关闭' }).click();

  await phone.page.unrouteAll();
  await phone.notices.filter({ hasText: '指挥室已记下：开始巡查' }).waitFor();
  await banner.waitFor({ state: 'detached' });
  // Ended there too: the next test finds none that runs.
  const isEnded = phone.page.waitForResponse('**/api/v1/patrol/rounds/*/end');
  await phone.page.getByRole('button', { name: '结束巡查' }).click();
  await isEnded;
});
