import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@wangge/server/app';
import { DAY_MS, dateKey } from '@wangge/shared/base';
import type { NoticeContent, NoticeDetail, PublicNotice, VillageChannel } from '@wangge/shared/notice';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { tinyJpeg } from '../support/tiny-jpeg.ts';

const HERE = '320281104001';
const NEXT = '320281104201';
const content = (more: Partial<NoticeContent> = {}) => ({ kind: 'news', areaCode: HERE, title: '停水通知', text: '周五上午停水，请储水', ...more });
let test: TestApp;
let now: number;

interface Said<T> { readonly status: number; readonly body: T & { readonly code: string; readonly field?: string; readonly rule?: string } }
async function post(account: string, path: string, body: object): Promise<Said<NoticeDetail>> {
  return (await test.as(account).call('POST', path, body)) as unknown as Said<NoticeDetail>;
}
const draft = (account: string, more: Partial<NoticeContent> = {}, arePhonesMeant = false, commandId: string = randomUUID()) => post(account, '/api/v1/notices', { content: content(more), arePhonesMeant, commandId });
const act = (account: string, { id, revision }: NoticeDetail, action: string, payload: object = {}) => post(account, `/api/v1/notices/${id}/commands`, { action, expectedRevision: revision, commandId: randomUUID(), payload });

async function published(more: Partial<NoticeContent> = {}): Promise<NoticeDetail> {
  const { body } = await draft('intake', more);
  const done = await act('chief', body, 'publish');
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return done.body;
}

async function open<T>(path: string): Promise<Said<T> & { readonly headers: Headers }> {
  const answer = await fetch(`${test.url}/api/v1/citizen/${path}`);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Said<T>['body'] };
}
const channel = async (village = ''): Promise<readonly string[]> => (await open<VillageChannel>(`notices${village && `?village=${village}`}`)).body.notices.map(({ title, withdrawnAt }) => `${withdrawnAt === null ? '' : '已撤回 '}${title}`);

async function keepPhoto(): Promise<string> {
  const answer = await fetch(`${test.url}/api/v1/attachments`, { method: 'POST', body: new Uint8Array(tinyJpeg()), headers: { 'content-type': 'image/jpeg', cookie: test.as('intake').cookie } });
  return ((await answer.json()) as { id: string }).id;
}

beforeEach(async () => {
  now = Date.now();
  test = await startTestApp(undefined, {}, { ...systemClock, now: () => now });
});
afterEach(() => test.close());

describe('the village channel', () => {
  it('[VC3] shows in each village what is published for it, its township or the county, and nothing before or after its time', async () => {
    expect(await channel(HERE)).toEqual([]);
    const { body: waiting } = await draft('intake');
    expect(await channel(HERE)).toEqual([]);
    expect((await open(`notices/${waiting.id}`)).status).toBe(404);
    await act('chief', waiting, 'publish');
    now += 1;
    await published({ areaCode: '320281104', title: '全镇体检', until: now + DAY_MS });
    now += 1;
    await published({ areaCode: NEXT, title: '邻村修路' });
    await published({ title: '后天的事', from: now + 2 * DAY_MS });
    expect([await channel(HERE), await channel(NEXT), await channel()]).toEqual([['全镇体检', '停水通知'], ['邻村修路', '全镇体检'], ['全镇体检']]);
    now += DAY_MS;
    expect(await channel(HERE)).toEqual(['停水通知']);
    now += DAY_MS;
    expect(await channel(HERE)).toEqual(['后天的事', '停水通知']);
  });

  it('[VC1] is the work of the room, each in their area; outside of it there is nothing to see', async () => {
    expect((await draft('leader')).status).toBe(403);
    expect((await draft('squad0')).status).toBe(403);
    expect((await draft('inspector')).body).toMatchObject({ code: 'ACTION_FORBIDDEN', rule: 'VC1' });
    expect((await draft('village-commander', { areaCode: NEXT })).body).toMatchObject({ code: 'ACTION_FORBIDDEN', field: 'content.areaCode' });
    const { body } = await draft('village-commander');
    expect((await act('village-commander', body, 'publish')).status).toBe(200);
    const other = await test.as('other-chief').call('GET', `/api/v1/notices/${body.id}`);
    expect(other).toMatchObject({ status: 404, body: { code: 'OBJECT_NOT_FOUND' } });
  });

  it('[VC2] [VC8] puts the accounts out by a second hand, with sums reckoned from their lines', async () => {
    const lines = [{ item: '土地租金', inFen: 500_000, outFen: 0 }, { item: '路灯电费', inFen: 0, outFen: 123_456 }];
    const { body } = await draft('chief', { kind: 'money', title: '三季度财务', openingFen: 10_000, lines });
    expect(await act('chief', body, 'publish')).toMatchObject({ status: 403, body: { code: 'NOTICE_SECOND_PERSON', rule: 'VC2' } });
    expect(await channel(HERE)).toEqual([]);
    expect((await act('commander', body, 'publish')).status).toBe(200);
    expect((await open<PublicNotice>(`notices/${body.id}`)).body).toMatchObject({ openingFen: 10_000, lines });
    expect((await draft('intake', { kind: 'money' })).body).toMatchObject({ code: 'NOTICE_MONEY', rule: 'VC8' });
  });

  it('[VC4] [VC5] says what was put right and what was withdrawn, also after a restart', async () => {
    const first = await published();
    const changed = await act('intake', first, 'write', { content: content({ text: '改到周六上午' }) });
    expect((await open<PublicNotice>(`notices/${first.id}`)).body).toMatchObject({ text: '周五上午停水，请储水', editionNo: 1 });
    const second = await act('chief', changed.body, 'publish');
    expect((await open<PublicNotice>(`notices/${first.id}`)).body).toMatchObject({ text: '改到周六上午', editionNo: 2 });
    await act('chief', second.body, 'withdraw', { reason: '不停水了' });
    test = await test.restart();
    expect(await channel(HERE)).toEqual(['已撤回 停水通知']);
    expect((await open<PublicNotice>(`notices/${first.id}`)).body).toMatchObject({ text: '', withdrawnFor: '不停水了', editionNo: 2 });
    const { body } = (await test.as('chief').call('GET', `/api/v1/notices/${first.id}`)) as unknown as Said<NoticeDetail>;
    expect(body.timeline.map(({ event, actorName }) => `${event} ${actorName}`)).toEqual(['drafted intake', 'published chief', 'written intake', 'published chief', 'withdrawn chief']);
  });

  it('[VC6] takes no number of a card, and one of a telephone only when it is meant', async () => {
    expect((await draft('intake', { text: '身份证 320281197501010013' }, true)).body).toMatchObject({ code: 'NOTICE_IDENTITY_NUMBER', field: 'content.text', rule: 'VC6' });
    expect((await draft('intake', { text: '值班电话 0510-86551234' })).body).toMatchObject({ code: 'NOTICE_PHONE_NUMBER', field: 'content.text' });
    expect((await draft('intake', { text: '值班电话 0510-86551234' }, true)).status).toBe(201);
    // A sign that nobody sees parts no number.
    expect((await draft('intake', { text: '找 139\u200B1234\u200B5678' })).body).toMatchObject({ code: 'NOTICE_PHONE_NUMBER' });
  });

  it('[VC7] loses marks that turn or hide text and what cameras wrote, and shows the photos of what is public only', async () => {
    const photo = await keepPhoto();
    const { body } = await draft('intake', { title: '修路\u202E通知', text: '<script>alert(1)</script>\u200B 封路三天', photos: [photo] });
    expect((await open(`notices/${body.id}/photos/0`)).status).toBe(404);
    await act('chief', body, 'publish');
    expect((await open<PublicNotice>(`notices/${body.id}`)).body).toMatchObject({ title: '修路通知', text: '<script>alert(1)</script> 封路三天', photos: 1 });
    const answer = await fetch(`${test.url}/api/v1/citizen/notices/${body.id}/photos/0`);
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect([answer.status, answer.headers.get('content-type'), bytes.includes('GPS'), bytes.includes('13900000001')]).toEqual([200, 'image/jpeg', false, false]);
    expect((await open(`notices/${body.id}/photos/1`)).status).toBe(404);
    expect((await draft('intake', { photos: [test.photo] })).body).toMatchObject({ code: 'ATTACHMENT_TYPE_REFUSED', field: 'content.photos' });
    expect((await draft('intake', { photos: [randomUUID()] })).body).toMatchObject({ code: 'ATTACHMENT_UNKNOWN' });
  });

  it('[VC9] is kept by browsers for a minute, looked at no oftener than the list says, and its refusals are counted', async () => {
    expect((await open('notices')).headers.get('cache-control')).toBe('public, max-age=60');
    const list = JSON.stringify({ version: '少', effectiveFrom: '2026-01-01', proof: { bits: 8, minutes: 30 }, hourly: { reports: 9, photos: 9, looks: 3 }, photosMax: 2, matters: [{ typeCode: 'T1', name: '占道', hint: '' }] });
    await test.as('admin').call('POST', '/api/v1/lists/citizen-door/versions', { version: '少', effectiveFrom: dateKey(now), documentNo: '', isConfirmed: true, text: list });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await open('notices')).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    const metrics = await (await fetch(`${test.url}/metrics`)).text();
    expect(metrics).toMatch(/citizen_requests.*RATE_LIMITED.* [1-9]/);
  });
});
