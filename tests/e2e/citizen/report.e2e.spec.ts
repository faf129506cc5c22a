import { expect, inject, it } from 'vitest';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
/** In 璜塘村 of the demo's township. */
const HERE = { longitude: 120.289, latitude: 31.782 };
const PHONE = { isPhone: true, viewport: { width: 360, height: 740 }, position: HERE };

it('[CZ2] somebody on a phone reports without signing in, loses the net while sending, sends again, and one report is there by its code', async () => {
  const { page } = await visits.open(`${product.url}/report`, { ...PHONE, mayComplain: /ERR_FAILED/ });
  await page.getByRole('button', { name: '路灯不亮' }).click();
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await page.getByText('用的是您现在的位置').waitFor();
  await page.getByLabel('说说情况').fill('菜场后面三盏路灯不亮，晚上看不见路');
  const picture = await page.screenshot({ type: 'jpeg' });
  await page.getByLabel('加照片').setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: picture });
  await page.getByRole('img', { name: '照片 1' }).waitFor();

  const sent: string[] = [];
  await page.route('**/api/v1/citizen/reports', async (route) => {
    sent.push(route.request().headers()['idempotency-key'] ?? '');
    // The server takes it, and the net is gone before the answer comes.
    if (sent.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('alert').filter({ hasText: '不会重复' }).waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  const receipt = page.getByRole('status').filter({ hasText: '收到了' });
  await receipt.waitFor();
  expect(new Set(sent).size).toBe(1);
  const code = /(\w{4}-){3}\w{4}/.exec(await receipt.innerText())?.[0];
  expect(code).toBeDefined();

  await page.getByRole('button', { name: '看进度' }).click();
  await page.getByText('正在办理').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: '收到您的上报' }).count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

it('[CZ3] a code nobody holds opens nothing, and what was begun is still there after the page was closed', async () => {
  const { page } = await visits.open(`${product.url}/report`, { ...PHONE, mayComplain: /status of 404/ });
  await page.getByLabel('说说情况').fill('路面塌了一块');
  await page.reload();
  await expect.poll(() => page.getByLabel('说说情况').inputValue()).toBe('路面塌了一块');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('alert').filter({ hasText: '请选什么事' }).waitFor();
  await page.getByRole('button', { name: '查进度' }).click();
  await page.getByLabel('输入回执码').fill('2222 2222 2222 2222');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('alert').filter({ hasText: '没有这个回执码' }).waitFor();
});

it('[CZ12] what was written and the photos taken survive a closed page, and are sent under the key they had', async () => {
  const { page } = await visits.open(`${product.url}/report`, { ...PHONE, viewport: { width: 390, height: 844 }, mayComplain: /ERR_FAILED/ });
  await page.getByRole('button', { name: /^别的事/ }).click();
  await page.getByRole('button', { name: '施工太吵' }).click();
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await page.getByText('用的是您现在的位置').waitFor();
  await page.getByLabel('说说情况').fill('工地夜里两点还在打桩');
  await page.getByLabel('称呼').fill('老李');
  for (const name of ['a.jpg', 'b.jpg']) await page.getByLabel('加照片').setInputFiles({ name, mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg', quality: name === 'a.jpg' ? 40 : 80 }) });
  await page.getByRole('img', { name: '照片 2' }).waitFor();
  const sent: { readonly key: string; readonly body: string }[] = [];
  await page.route('**/api/v1/citizen/reports', async (route) => {
    sent.push({ key: route.request().headers()['idempotency-key'] ?? '', body: route.request().postData() ?? '' });
    if (sent.length > 1) return route.continue();
    // Taken, and the page is closed before the answer comes.
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('alert').filter({ hasText: '不会重复' }).waitFor();
  await page.reload();
  await page.getByRole('status').filter({ hasText: '都还在' }).waitFor();
  await page.getByRole('img', { name: '照片 2' }).waitFor();
  expect(await page.getByLabel('称呼').inputValue()).toBe('老李');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('status').filter({ hasText: '收到了' }).waitFor();
  expect(sent[1]).toEqual(sent[0]);
  await page.reload();
  await page.getByRole('button', { name: '提交' }).waitFor();
  expect([await page.getByRole('img').count(), await page.getByLabel('说说情况').inputValue()]).toEqual([0, '']);
});
