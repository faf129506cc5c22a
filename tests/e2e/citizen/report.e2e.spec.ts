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
