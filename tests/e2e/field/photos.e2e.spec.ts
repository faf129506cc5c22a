import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type TeamId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { startNet } from '../../support/net.ts';
import { Person } from '../actions/person.ts';
import { Phone, photoOf } from '../actions/phone.ts';
import { dispatch, finishOrder, IN_TOWN, reportAndFile } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const MB = 1_048_576;

describe('photos from a phone', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wangge-photos-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('[AT4] [AT5] of 50 MB go out small, once though the first answer was lost; what nobody can read is told at once', async () => {
    const [large, broken] = [join(folder, 'large.png'), join(folder, 'broken.heic')];
    writeFileSync(large, photoOf(4_200, 4_200, 0));
    writeFileSync(broken, Buffer.alloc(50 * MB, 1));
    const order = await reportAndFile(product);
    await dispatch(product, order, asId<TeamId>('team-zf3'));
    const net = await startNet(product.url);
    const phone = await Phone.open(visits, { ...product, url: net.url }, 'zf3', order.lngLat, { mayComplain: /ERR_EMPTY_RESPONSE|ERR_CONNECTION/ });
    const { page } = phone;
    await phone.choose(order.matter);
    await page.getByRole('button', { name: '登记上报' }).click();
    const sheet = page.getByRole('dialog', { name: '登记上报' });
    await sheet.getByLabel('拍一张').setInputFiles(broken);
    await sheet.getByText('这张照片打不开').waitFor();
    await sheet.getByLabel('拍一张').setInputFiles(large);
    await sheet.getByRole('img', { name: '照片 1' }).waitFor({ timeout: 120_000 });

    net.loseAnswer('/api/v1/attachments');
    await sheet.getByRole('searchbox').fill('店外经营');
    await sheet.getByRole('button').filter({ hasText: '店外经营' }).first().click();
    await sheet.getByLabel('看到什么').fill('大照片');
    await sheet.getByLabel('标志物').fill(`大照片 ${order.no}`);
    await sheet.getByRole('button', { name: '上报', exact: true }).click();
    const room = await Person.signIn(product, 'shouli');
    const found = async (): Promise<readonly CaseRow[]> => (await room.read<{ cases: readonly CaseRow[] }>(`/api/v1/cases?q=${encodeURIComponent(`大照片 ${order.no}`)}`)).cases;
    await expect.poll(async () => (await found()).length, { timeout: 60_000 }).toBe(1);
    const { photos } = await room.readCase((await found())[0]!.id);
    expect([net.lost, photos.length]).toEqual([1, 1]);
    const kept = await fetch(`${product.url}/api/v1/attachments/${photos[0]!}`, { headers: { cookie: `wangge_session=${room.session}` } });
    expect(kept.headers.get('content-type')).toBe('image/jpeg');
    expect((await kept.arrayBuffer()).byteLength).toBeLessThan(2 * MB);
    net.close();
    await finishOrder(product, order, 'zf3');
  });

  it('[PH11] one that nobody can read is told in front of the open form, where it is seen and can be pressed, and stays on the page when the form is closed', async () => {
    const phone = await Phone.open(visits, product, 'zf3', IN_TOWN);
    const { page } = phone;
    await phone.goOnDuty();
    await phone.button(/^登记上报/).click();
    const sheet = page.getByRole('dialog', { name: '登记上报' });
    const broken = { name: 'broken.heic', mimeType: 'image/heic', buffer: Buffer.alloc(1_000, 1) };
    const told = (where: Page | Locator): Locator => where.getByRole('status').filter({ hasText: '这张照片打不开' }).getByRole('button', { name: '知道了' });
    await sheet.getByLabel('拍一张').setInputFiles(broken);
    await told(sheet).click();
    await told(sheet).waitFor({ state: 'detached' });
    await sheet.getByLabel('拍一张').setInputFiles(broken);
    await told(sheet).waitFor();
    await sheet.getByRole('button', { name: '关闭' }).click();
    await sheet.waitFor({ state: 'detached' });
    await told(page).click();
  });
});
