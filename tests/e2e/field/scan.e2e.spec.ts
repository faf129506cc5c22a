import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteRow } from '@wangge/shared/joint';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { OpenPage } from '../../support/browser.ts';
import { writeFakeCamera } from '../../support/fake-camera.ts';
import { openOwnBrowser, type OwnBrowser } from '../../support/own-browser.ts';
import { Person } from '../actions/person.ts';
import { IN_TOWN } from '../actions/report.ts';
import { keepPicture, useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const ACCOUNT = 'zf1';

describe('scanning the sign of a building site', () => {
  let folder: string;
  let phone: OwnBrowser | null = null;
  let person: Person;
  let site: SiteRow;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wangge-scan-'));
    person = await Person.signIn(product, ACCOUNT);
    site = (await person.read<{ sites: readonly SiteRow[] }>('/api/v1/sites?state=building')).sites[0]!;
  });

  afterEach(async ({ task }) => {
    if (phone && task.result?.state === 'fail') await keepPicture(phone.page, task.name);
    await phone?.kill();
    phone = null;
    rmSync(folder, { recursive: true, force: true });
  });

  const openPhone = (): Promise<OpenPage> => visits.open(`${product.url}/field`, { session: person.session, position: { longitude: IN_TOWN[0], latitude: IN_TOWN[1] }, isPhone: true, viewport: { width: 390, height: 844 }, mayComplain: /404/ });

  /** A phone whose camera sees the picture at `address`, with the sheet of 扫码 open. */
  async function lookAt(address: string): Promise<OwnBrowser['page']> {
    const film = join(folder, 'camera.y4m');
    await writeFakeCamera(film, (await openPhone()).page, address);
    phone = await openOwnBrowser(join(folder, 'profile'), IN_TOWN, ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`]);
    await phone.context.addCookies([{ name: 'wangge_session', value: person.session, url: product.url, httpOnly: true, sameSite: 'Strict' }]);
    await phone.page.goto(`${product.url}/field`);
    await phone.page.getByRole('button', { name: '扫建房公示牌' }).click();
    return phone.page;
  }

  it('[OM13] opens the visit of the site before the camera', async () => {
    const page = await lookAt(`/api/v1/sites/${site.code}/qr.svg?scheme=https`);
    await page.getByText(`${site.code}`).first().waitFor();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: site.address }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/field/site/${site.code}`);
  });

  it('[OM13] says of another code that it is none of a sign, and goes on looking', async () => {
    const page = await lookAt('/api/v1/citizen/qr.svg');
    await page.getByRole('alert').filter({ hasText: '这不是建房公示牌的二维码' }).filter({ hasText: '/report' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/field');
  });

  it('[OM13] takes the code by hand where there is no camera, and says which codes are none or unknown', async () => {
    const { page } = await openPhone();
    await page.getByRole('button', { name: '扫建房公示牌' }).click();
    const sheet = page.getByRole('dialog', { name: '扫码' });
    await sheet.getByRole('alert').filter({ hasText: '请输公示牌编号' }).waitFor();
    await sheet.getByLabel('扫不出来，就输公示牌编号').fill('2026');
    await sheet.getByRole('button', { name: '打开' }).click();
    await sheet.getByRole('alert').filter({ hasText: '编号不对' }).waitFor();
    await sheet.getByLabel('扫不出来，就输公示牌编号').fill('NF1999-0001');
    await sheet.getByRole('button', { name: '打开' }).click();
    await page.getByRole('heading', { name: '没有这个编号的工地' }).waitFor();
    await page.goto(`${product.url}/field`);
    await page.getByRole('button', { name: '扫建房公示牌' }).click();
    await sheet.getByLabel('扫不出来，就输公示牌编号').fill(site.code.toLowerCase());
    await sheet.getByRole('button', { name: '打开' }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: site.address }).waitFor();
  });
});
