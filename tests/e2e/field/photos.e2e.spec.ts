import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type TeamId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { startNet } from '../../support/net.ts';
import { Person } from '../actions/person.ts';
import { Phone, photoOf } from '../actions/phone.ts';
import { dispatch, finishOrder, reportAndFile } from '../actions/report.ts';
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
    await page.getByText('这张照片打不开').waitFor();
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
});
