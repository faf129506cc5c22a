import { describe, expect, inject, it } from 'vitest';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const dispatcher = product.secrets.accounts.find(({ account }) => account === 'paiqian');

describe('signing in', () => {
  it('says what is wrong with a password, and lets the right one in', async () => {
    const { page } = await visits.open(`${product.url}/signin`, { mayComplain: /status of 401/ });
    await page.getByLabel('账号').fill('paiqian');
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: '账号或密码不对' }).waitFor();
    expect(await page.getByLabel('密码').inputValue()).toBe('');
    await page.getByLabel('密码').fill(dispatcher?.password ?? '');
    await page.getByLabel('密码').press('Enter');
    await page.waitForURL('**/desk**');
  });

  it('takes one press in the demo, and signing out closes the door', async () => {
    const { page } = await visits.open(`${product.url}/signin`, { mayComplain: /status of 401/ });
    await page.getByRole('button', { name: `${dispatcher?.post} ${dispatcher?.name}` }).click();
    await page.waitForURL('**/desk**');
    await page.getByRole('button', { name: /打开账户菜单/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL('**/signin**');
    await page.goto(`${product.url}/desk`);
    await page.waitForURL('**/signin?next=**');
  });
});
