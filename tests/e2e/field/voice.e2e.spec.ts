import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseRow } from '@wangge/shared/wire';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openOwnBrowser, type OwnBrowser } from '../../support/own-browser.ts';
import { Desk } from '../actions/desk.ts';
import { Person } from '../actions/person.ts';
import { smallPhoto } from '../actions/phone.ts';
import { IN_TOWN } from '../actions/report.ts';
import { keepPicture, useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const TYPE = '店外经营';

describe('a report that is spoken', () => {
  let folder: string;
  let phone: OwnBrowser;

  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wangge-voice-'))));
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(phone.page, task.name);
    await phone.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[PH2] [VN1] is recorded without a net, waits on the phone, is sent once and heard at the desk', async () => {
    const { session } = await Person.signIn(product, 'zf2');
    phone = await openOwnBrowser(folder, IN_TOWN, ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']);
    const { page, context } = phone;
    await context.addCookies([{ name: 'wangge_session', value: session, url: product.url, httpOnly: true, sameSite: 'Strict' }]);
    await page.goto(`${product.url}/field`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: /\S/ }).waitFor();
    if (await page.getByRole('button', { name: '登记上报' }).count() === 0) {
      await page.getByRole('button', { name: '未上岗' }).click();
      await page.getByRole('dialog', { name: '未上岗' }).getByRole('button', { name: /^上岗/ }).click();
    }
    await context.setOffline(true);
    await page.getByRole('button', { name: /登记上报/ }).first().click();
    const sheet = page.getByRole('dialog', { name: '登记上报' });
    await sheet.getByLabel('拍一张').setInputFiles({ name: 'seen.png', mimeType: 'image/png', buffer: smallPhoto() });
    await sheet.getByRole('img', { name: '照片 1' }).waitFor();
    await sheet.getByRole('searchbox').fill(TYPE);
    await sheet.getByRole('button').filter({ hasText: TYPE }).first().click();
    await sheet.getByRole('button', { name: '说一段语音' }).click();
    await sheet.getByText('0:02 / 1:00').waitFor();
    await sheet.getByRole('button', { name: /说完了/ }).click();
    await sheet.getByLabel('语音 1', { exact: true }).waitFor();
    const place = `语音上报 ${Date.now()}`;
    await sheet.getByLabel('标志物').fill(place);
    await sheet.getByRole('button', { name: '上报', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: '条待发' }).getByRole('button', { name: '查看' }).click();
    await page.getByRole('dialog', { name: '待发' }).getByText('1 段语音').waitFor();
    await context.setOffline(false);
    await page.getByText('没有待发的，都已送到指挥室。').waitFor();

    const room = await Person.signIn(product, 'shouli');
    const { cases } = await room.read<{ cases: readonly CaseRow[] }>(`/api/v1/cases?q=${encodeURIComponent(place)}`);
    const mine = await Promise.all(cases.map(({ id }) => room.readCase(id)));
    expect(mine).toMatchObject([{ description: '（见语音）', photos: [expect.any(String)], voiceNotes: [expect.any(String)] }]);

    const desk = await Desk.open(visits, product, 'shouli');
    await desk.find(mine[0]!.row.no);
    const heard = desk.page.getByLabel('语音 1', { exact: true });
    await heard.waitFor();
    const seconds = await heard.evaluate(async (audio: HTMLAudioElement) => {
      audio.muted = true;
      await audio.play();
      await new Promise((resolve) => { audio.ontimeupdate = () => { if (audio.currentTime > 0.2) resolve(null); }; });
      return audio.currentTime;
    });
    expect(seconds).toBeGreaterThan(0.2);
  });
});
