import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type TeamId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { startNet, type Net } from '../../support/net.ts';
import { openOwnBrowser, type OwnBrowser } from '../../support/own-browser.ts';
import { Person } from '../actions/person.ts';
import { smallPhoto } from '../actions/phone.ts';
import { dispatch, finishOrder, reportAndFile, type Reported } from '../actions/report.ts';
import { keepPicture } from '../actions/visits.ts';

const product = inject('product');
/** A squad for each test: what one left on its phone is none of the next one's. */
const SQUADS = ['zf1', 'zf2', 'zf3', 'zf1'] as const;
const TYPE = '店外经营';
/** A slow machine is not a wrong product. */
const SOON = { timeout: 60_000 };

/** What the phone keeps to show again, as text; run in the page. */
const keptCases = (): Promise<string> => new Promise((resolve) => {
  const opening = indexedDB.open('wangge-field-view');
  opening.onsuccess = () => {
    const reading = opening.result.transaction('kept').objectStore('kept').get('cases');
    reading.onsuccess = () => {
      opening.result.close();
      resolve(JSON.stringify(reading.result?.details ?? []));
    };
  };
});

describe('the phone page among the apps of a phone', () => {
  let folder: string;
  let net: Net;
  let phone: OwnBrowser;
  let order: Reported;
  let squad: string;
  let tests = 0;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wangge-phone-'));
    net = await startNet(product.url);
    order = await reportAndFile(product, { reporterName: '王小明', reporterPhone: '13800001234' });
    squad = SQUADS[tests % SQUADS.length]!;
    tests += 1;
    await dispatch(product, order, asId<TeamId>(`team-${squad}`));
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(phone.page, task.name);
    await phone.kill();
    await finishOrder(product, order, squad);
    net.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path = '/field'): Promise<void> => {
    phone = await openOwnBrowser(folder, order.lngLat);
    await phone.page.goto(net.url + path);
  };
  const banner = (words: string | RegExp) => phone.page.getByRole('status').filter({ hasText: words });
  const chooseOrder = async (): Promise<void> => {
    const card = phone.page.getByRole('article').getByRole('heading', { name: order.matter });
    const row = phone.page.getByRole('button').filter({ hasText: order.matter });
    await card.or(row).first().waitFor();
    if (await card.count() === 0) await row.first().click();
    await card.waitFor();
  };

  async function fillIn(): Promise<void> {
    await phone.page.getByLabel('账号').fill(squad);
    await phone.page.getByLabel('密码').fill(product.secrets.accounts.find(({ account }) => account === squad)?.password ?? '');
    await phone.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** Signs in by the form, waits until the phone has all it needs, and closes the browser as a person does. */
  async function signInOnce(): Promise<void> {
    await open('/signin?next=/field');
    await fillIn();
    await chooseOrder();
    await phone.page.goto(`${net.url}/field`);
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await phone.page.reload();
    await chooseOrder();
    await phone.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await expect.poll(() => phone.page.evaluate(keptCases), SOON).toContain(order.id);
    await phone.close();
  }

  async function report(description: string): Promise<void> {
    await phone.page.getByRole('button', { name: '登记上报' }).click();
    const sheet = phone.page.getByRole('dialog', { name: '登记上报' });
    await sheet.getByLabel('拍一张').setInputFiles({ name: 'seen.png', mimeType: 'image/png', buffer: smallPhoto() });
    await sheet.getByRole('img', { name: '照片 1' }).waitFor();
    await sheet.getByRole('searchbox').fill(TYPE);
    await sheet.getByRole('button').filter({ hasText: TYPE }).first().click();
    await sheet.getByLabel('看到什么').fill(description);
    await sheet.getByLabel('标志物').fill(description);
    await sheet.getByText('误差约 8 米').waitFor();
    await sheet.getByRole('button', { name: '上报', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
  }

  const sentTo = async (description: string): Promise<readonly CaseRow[]> => {
    const { cases } = await (await Person.signIn(product, 'paiqian')).read<{ cases: readonly CaseRow[] }>(`/api/v1/cases?q=${encodeURIComponent(description)}`);
    return cases;
  };

  it('[PH1] [PH2] opens without a net as it was last; what is done there survives two deaths of the browser and is sent once, in order', async () => {
    await signInOnce();
    await open();
    await chooseOrder();
    net.cut();
    await phone.kill();

    await open();
    await banner(/离线，数据截至 .*\d\d:\d\d/).waitFor();
    await chooseOrder();
    expect(await phone.page.getByText('13800001234').count()).toBe(0);
    const description = `占道摆摊 ${order.no}`;
    await report(description);
    await phone.page.getByRole('contentinfo').getByRole('button', { name: /^签收/ }).click();
    await phone.page.getByRole('contentinfo').getByRole('button', { name: /^出发/ }).waitFor();
    await phone.kill();

    await open();
    await banner('条待发').waitFor();
    await chooseOrder();
    await phone.page.getByRole('contentinfo').getByRole('button', { name: /^出发/ }).waitFor();
    net.mend();
    await banner('条待发').waitFor({ state: 'detached' });
    await expect.poll(async () => (await sentTo(description)).length, SOON).toBe(1);
    const [sent] = await sentTo(description);
    expect((await (await Person.signIn(product, 'paiqian')).readCase(sent!.id)).photos).toHaveLength(1);
    const { timeline } = await (await Person.signIn(product, 'paiqian')).readCase(order.id);
    expect(timeline.filter(({ event }) => event === 'signed')).toHaveLength(1);
  });

  it('[PH3] an update of the product while the phone is away breaks nothing: the open page goes on, the next one is new, what waits is sent once', async () => {
    await signInOnce();
    await open();
    await chooseOrder();
    net.cut();
    const description = `更新前的上报 ${order.no}`;
    await report(description);
    await banner('条待发').waitFor();

    net.update();
    net.mend();
    await expect.poll(async () => (await sentTo(description)).length, SOON).toBe(1);
    await phone.page.getByRole('button', { name: '导航' }).click();
    await phone.page.getByRole('dialog').getByRole('button', { name: '只看示意图' }).click();
    await phone.page.locator('canvas').first().waitFor();

    await phone.page.goto(`${net.url}/field`);
    await chooseOrder();
    await expect.poll(() => phone.page.evaluate(() => caches.keys()), SOON).toEqual([expect.stringMatching(/index-.*-next\.js/)]);
    net.cut();
    await phone.page.goto(`${net.url}/field`);
    await banner(/离线，数据截至/).waitFor();
    await chooseOrder();
    expect(await sentTo(description)).toHaveLength(1);
  });

  it('[PH4] keeps no answer of the API and no other surface; whoever signs out without a net leaves nothing to see, and is out when the net is back', async () => {
    await signInOnce();
    await open();
    await chooseOrder();
    const kept = await phone.page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat());
    expect(kept).toContain('/field');
    expect(kept.filter((path) => path !== '/field' && !path.startsWith('/assets/'))).toEqual([]);
    expect(kept.filter((path) => /Wall|Desk|CommandPage/.test(path))).toEqual([]);

    net.cut();
    await banner(/离线/).waitFor();
    await phone.page.getByRole('button', { name: '未上岗' }).click();
    await phone.page.getByRole('button', { name: /退出登录/ }).click();
    const isOut = phone.page.getByRole('alert').filter({ hasText: '已退出登录' });
    await isOut.waitFor();
    await phone.page.goto(`${net.url}/field`);
    await isOut.waitFor();
    expect(await phone.page.getByText(order.matter).count()).toBe(0);
    net.mend();
    await phone.page.getByLabel('密码').waitFor();
    expect(new URL(phone.page.url()).pathname).toBe('/signin');
  });

  it('[PH5] works over plain http while it stays open, and says why there is no position', async () => {
    const plain = await startNet(product.url, 'wangge.test');
    phone = await openOwnBrowser(folder, order.lngLat, ['--host-resolver-rules=MAP wangge.test 127.0.0.1']);
    await phone.page.goto(`${plain.url}/signin?next=/field`);
    await fillIn();
    await chooseOrder();
    expect(await phone.page.evaluate(() => [window.isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
    await phone.page.getByRole('contentinfo').getByRole('button', { name: /^签收/ }).click();
    await phone.page.getByRole('contentinfo').getByRole('button', { name: /^出发/ }).waitFor();
    await expect.poll(async () => (await (await Person.signIn(product, 'paiqian')).readCase(order.id)).timeline.filter(({ event }) => event === 'signed').length, SOON).toBe(1);
    await phone.page.getByRole('button', { name: '登记上报' }).click();
    await phone.page.getByRole('dialog', { name: '登记上报' }).getByText('本页网址不是 https').waitFor();
    plain.close();
  });
});
