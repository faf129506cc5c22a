import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { ConnectorsView, LetterRow } from '@wangge/shared/connector';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const path = (name: string) => ({ path: name });
const fields = {
  externalNo: path('orderNo'), typeCode: { path: 'kind', table: { 店外经营: 'T1', 未知: 'T-none' } }, description: path('content'), lng: path('lng'), lat: path('lat'),
  address: path('address'), reporterName: path('callerName'), reporterPhone: path('callerPhone'),
};
const rated = { externalNo: path('orderNo'), satisfaction: path('mark'), isResolved: path('solved'), note: path('note') };
const connector = (id: string, format: string, records: string, more: object = {}) =>
  ({ id, name: `${id}来件`, isOn: true, channelId: 'test', areaCode: '', format, silentAfterMinutes: 60, reports: { records, datum: 'wgs84', fields }, ...more });
const CONNECTORS = [
  connector('hotline', 'json', 'orders', { ratings: { records: '', fields: rated } }), connector('news', 'xml', 'feed.item'), connector('table', 'csv', ''),
  connector('stopped', 'json', '', { isOn: false }), connector('other', 'json', '', { channelId: 'elsewhere' }), connector('north', 'json', '', { areaCode: '320281105' }),
];
const order = { orderNo: 'GD0001', kind: '店外经营', content: '店外经营占道', lng: 120.28, lat: 31.8, address: '人民路1号', callerName: '张三', callerPhone: '13812348000' };

interface Pushed {
  readonly taken: readonly { readonly index: number; readonly externalNo: string; readonly id: string; readonly no: string; readonly isRepeated: boolean }[];
  readonly letters: readonly { readonly index: number; readonly letterId: string; readonly code: string; readonly field?: string }[];
}
let test: TestApp;
let commands = 0;

async function push(body: unknown, to = 'hotline/reports', headers: Record<string, string> = {}): Promise<{ status: number; body: Pushed & { code: string } }> {
  return (await test.anonymous.call('POST', `/api/v1/intake/connectors/${to}`, body, { 'x-api-key': API_KEY, ...headers })) as unknown as { status: number; body: Pushed & { code: string } };
}
const view = async (account = 'intake'): Promise<ConnectorsView> => (await test.as(account).call('GET', '/api/v1/connectors')).body as unknown as ConnectorsView;
const letters = async (): Promise<readonly LetterRow[]> => (await view()).letters;
async function act(row: LetterRow, action: string, payload: object = {}, account = 'intake'): Promise<{ status: number; body: { letter: LetterRow; code: string } }> {
  return (await test.as(account).call('POST', `/api/v1/connectors/letters/${row.id}/commands`, { action, expectedRevision: row.revision, commandId: randomUUID(), payload })) as unknown as { status: number; body: { letter: LetterRow; code: string } };
}
const textOf = async (row: LetterRow): Promise<string | null> => ((await test.as('intake').call('GET', `/api/v1/connectors/letters/${row.id}`)).body as unknown as { text: string | null }).text;
async function caseCount(): Promise<number> {
  return Number((await test.as('dispatcher').call('GET', '/api/v1/cases')).body.total);
}
async function command(account: string, id: string, action: string, payload: object = {}): Promise<Answer> {
  const who = test.as(account);
  const { body } = await who.call('GET', `/api/v1/cases/${id}`);
  const done = await who.call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: body.row?.revision ?? 1, commandId: `${account}-${(commands += 1)}-command`, payload });
  expect(done.status, `${action}: ${JSON.stringify(done.body)}`).toBe(200);
  return done;
}

beforeEach(async () => {
  test = await startTestApp();
  await publish(CONNECTORS);
});
afterEach(() => test.close());

async function publish(connectors: readonly object[], version = '接入-1'): Promise<void> {
  const answer = await test.as('admin').call('POST', '/api/v1/lists/connectors/versions', { version, effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify(connectors, null, 1) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

describe('what other systems push', () => {
  it.each([
    ['JSON', 'hotline/reports', { orders: [order, { ...order, orderNo: 'GD0002' }] }],
    ['XML', 'news/reports', `<feed>${['GD0001', 'GD0002'].map((no) => `<item><orderNo>${no}</orderNo><kind>店外经营</kind><content>占道</content><lng>120.28</lng><lat>31.8</lat></item>`).join('')}</feed>`],
    ['CSV', 'table/reports', 'orderNo,kind,content,lng,lat\nGD0001,店外经营,占道,120.28,31.8\nGD0002,店外经营,占道,120.28,31.8\n'],
  ])('[CN1] become cases with their external numbers: %s', async (_format, to, body) => {
    const { status, body: answer } = await push(body, to, { 'content-type': 'text/plain' });
    expect([status, answer.taken.map(({ externalNo }) => externalNo), answer.letters]).toEqual([200, ['GD0001', 'GD0002'], []]);
    const { body: page } = await test.as('intake').call('GET', `/api/v1/cases/${answer.taken[0]?.id}`);
    expect(page).toMatchObject({ externalNo: 'GD0001', row: { source: `${to.split('/')[0]}来件`, typeCode: 'T1', lngLat: [120.28, 31.8] }, timeline: [{ event: 'reported', actorName: `${to.split('/')[0]}来件`, actorRole: 'channel' }] });
  });

  it('[CN4] make one case of one number, at once and after a restart', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => push({ orders: [order] })));
    expect(new Set(all.map(({ body }) => body.taken[0]?.id)).size).toBe(1);
    expect(all.filter(({ body }) => !body.taken[0]?.isRepeated)).toHaveLength(1);
    test = await test.restart();
    expect((await push({ orders: [order] })).body.taken[0]).toMatchObject({ id: all[0]?.body.taken[0]?.id, isRepeated: true });
    expect(await caseCount()).toBe(1);
  });

  it('[CN4] that say something else under a number that was taken are told to a person, and are no second case', async () => {
    await push({ orders: [order] });
    expect(await push({ orders: [{ ...order, content: '又来了两家' }] })).toMatchObject({ status: 202, body: { taken: [], letters: [{ code: 'CONNECTOR_ORDER_CHANGED' }] } });
    expect(await caseCount()).toBe(1);
  });

  it('[CN3] go in as far as they can, and the rest is kept by place, code and field', async () => {
    const { status, body } = await push({ orders: [order, { ...order, orderNo: '' }, { ...order, orderNo: 'GD3', kind: '外星' }, { ...order, orderNo: 'GD4', kind: '未知' }, { ...order, orderNo: 'GD5', lng: 100 }, { ...order, orderNo: 'GD6' }] });
    expect(status).toBe(202);
    expect(body.taken.map(({ index }) => index)).toEqual([0, 5]);
    expect(body.letters.map(({ index, code, field }) => [index, code, field])).toEqual([
      [1, 'CONNECTOR_FIELD_MISSING', 'externalNo'], [2, 'CONNECTOR_VALUE_UNMAPPED', 'typeCode'], [3, 'CASE_TYPE_UNKNOWN', 'typeCode'], [4, 'CASE_OUTSIDE_DISTRICT', 'lngLat'],
    ]);
    test = await test.restart();
    expect((await letters()).map(({ externalNo, state }) => `${externalNo} ${state}`).sort()).toEqual(['GD3 open', 'GD4 open', 'GD5 open', 'null open']);
  });

  it.each([
    ['broken JSON', '{"orders":[', 'hotline/reports', 'CONNECTOR_MESSAGE_UNREADABLE'], ['nothing', '', 'hotline/reports', 'CONNECTOR_MESSAGE_UNREADABLE'],
    ['JSON of another make', '{"tickets":[]}', 'hotline/reports', 'CONNECTOR_RECORDS_MISSING'], ['a page instead of XML', '<html><br></html>', 'news/reports', 'CONNECTOR_MESSAGE_UNREADABLE'],
    ['bytes', '\u0000\u0001\u0002', 'news/reports', 'CONNECTOR_MESSAGE_UNREADABLE'],
  ])('[CN3] that cannot be read are kept whole: %s', async (_what, text, to, code) => {
    expect(await push(text, to, { 'content-type': 'application/octet-stream' })).toMatchObject({ status: 202, body: { taken: [], letters: [{ index: 0, code }] } });
    const [row] = await letters();
    expect([row?.isWhole, await textOf(row!)]).toEqual([true, text]);
  });

  it.each([
    ['an unknown connector', 'nobody/reports', 404, 'CONNECTOR_UNKNOWN'], ['another channel’s connector', 'other/reports', 404, 'CONNECTOR_UNKNOWN'], ['a topic it has no mapping for', 'news/ratings', 404, 'CONNECTOR_UNKNOWN'],
    ['a connector that is stopped', 'stopped/reports', 503, 'CONNECTOR_OFF'],
  ])('[CN3] are left with their sender, who is told: %s', async (_what, to, status, code) => {
    expect(await push(order, to)).toMatchObject({ status, body: { code } });
    expect(await push('x'.repeat(1_100_000))).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
    expect(await push(order, 'hotline/reports', { 'x-api-key': 'wrong' })).toMatchObject({ status: 401 });
    expect([await caseCount(), (await letters()).length]).toEqual([0, 0]);
    const metrics = await (await fetch(`${test.url}/metrics`)).text();
    expect(metrics).toContain('wangge_connector_messages{kind="hotline too-large"} 1');
  });

  it('[CN6] that come again and again are one letter', async () => {
    for (let i = 0; i < 4; i += 1) await push('garbage');
    expect((await letters()).map(({ count }) => count)).toEqual([4]);
    await act((await letters())[0]!, 'discard', { reason: '测试报文' });
    await push('garbage');
    expect((await letters()).map(({ count, state }) => [count, state])).toEqual([[5, 'discarded']]);
  });

  it('[CN6] stay with their sender once the box is full, and go in when there is room', async () => {
    const broken = (from: number, count: number) => ({ orders: Array.from({ length: count }, (_, i) => ({ ...order, orderNo: `GD${from + i}`, kind: '外星' })) });
    for (let from = 0; from < 1_000; from += 250) expect((await push(broken(from, 250))).status).toBe(202);
    expect(await push({ orders: [order, ...broken(5_000, 1).orders] })).toMatchObject({ status: 503, body: { code: 'CONNECTOR_LETTERS_FULL' } });
    await act((await letters())[0]!, 'discard', { reason: '重复' });
    expect(await push({ orders: [order, ...broken(5_000, 1).orders] })).toMatchObject({ status: 202, body: { taken: [{ isRepeated: true }], letters: [{ index: 1 }] } });
  });
});

describe('files of other systems', () => {
  it('[CN10] become cases, and are one case with what was pushed under the same number', async () => {
    const folder = join(test.folder, 'inbox', 'table', 'reports');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'day.csv'), 'orderNo,kind,content,lng,lat\nGD0001,店外经营,占道,120.28,31.8\nGD0002,外星,占道,120.28,31.8\n');
    await push('orderNo,kind,content,lng,lat\nGD0001,店外经营,占道,120.28,31.8\n', 'table/reports', { 'content-type': 'text/csv' });
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), { timeout: 18_000, interval: 200 });
    expect([await caseCount(), (await letters()).map(({ externalNo }) => externalNo)]).toEqual([1, ['GD0002']]);
  }, 25_000);
});

describe('dead letters', () => {
  it('[CN5] are read, mended and sent through: then there is a case, and the text is gone', async () => {
    await push({ orders: [{ ...order, lng: undefined, lat: undefined }] });
    const [row] = await letters();
    expect(row).toMatchObject({ externalNo: 'GD0001', refusal: { code: 'CONNECTOR_FIELD_MISSING', field: 'lng' } });
    const text = (await textOf(row!)) ?? '';
    expect(text).toContain('13812348000');
    expect((await test.as('intake').call('GET', `/api/v1/connectors/letters/${row!.id}`)).body).toMatchObject({ paths: ['lng'] });
    const half = await act(row!, 'mend', { text: JSON.stringify({ ...JSON.parse(text) as object, lng: 120.28 }) });
    expect(half.body.letter).toMatchObject({ state: 'open', refusal: { field: 'lat' } });
    expect(await textOf(row!)).toContain('120.28');
    const whole = await act(half.body.letter, 'mend', { text: JSON.stringify({ ...JSON.parse(text) as object, lng: 120.28, lat: 31.8 }) });
    expect(whole.body.letter).toMatchObject({ state: 'taken', endedBy: 'intake', caseNo: expect.stringMatching(/^320281104-/) });
    expect([await textOf(row!), await caseCount()]).toEqual([null, 1]);
    const { body: page } = await test.as('intake').call('GET', `/api/v1/cases/${whole.body.letter.caseId}`);
    expect(page).toMatchObject({ externalNo: 'GD0001', reporterPhone: '13812348000' });
  });

  it('[CN5] go through as they are once the mapping was mended', async () => {
    await push({ orders: [{ ...order, kind: '外星' }] });
    const [row] = await letters();
    expect((await act(row!, 'replay')).body.letter).toMatchObject({ state: 'open', revision: 2 });
    const [first, ...others] = CONNECTORS;
    await publish([{ ...first, reports: { ...first!.reports, fields: { ...fields, typeCode: { path: 'kind', table: { 外星: 'T1' } } } } }, ...others], '接入-2');
    expect((await act((await letters())[0]!, 'replay')).body.letter).toMatchObject({ state: 'taken' });
    expect((await push({ orders: [{ ...order, kind: '外星' }] })).body.taken).toMatchObject([{ isRepeated: true }]);
    expect(await caseCount()).toBe(1);
  });

  it('[CN5] that are whole messages go through record by record', async () => {
    await push('orderNo,kind,content,lng,lat\nGD1,店外经营,占道,120.28,31.8\nGD2,店外经营,少一列\n', 'table/reports');
    expect(await caseCount()).toBe(1);
    const [row] = await letters();
    expect(row?.refusal.detail).toContain('第 3 行');
    const done = await act(row!, 'mend', { text: 'orderNo,kind,content,lng,lat\nGD1,店外经营,占道,120.28,31.8\nGD2,店外经营,补全,120.28,31.8\n' });
    expect([done.body.letter.state, await caseCount()]).toEqual(['taken', 2]);
  });

  it('[CN5] are dealt with once, by those who may, in the area of their connector', async () => {
    await push({ orders: [{ ...order, kind: '外星' }] });
    await push('[]', 'north/reports');
    const row = (await letters()).find(({ connectorId }) => connectorId === 'hotline')!;
    expect((await act(row, 'discard')).body).toMatchObject({ code: 'OBJECT_FIELD_REQUIRED', field: 'reason' });
    expect((await act({ ...row, revision: 7 }, 'replay')).body.code).toBe('OBJECT_REVISION_CONFLICT');
    const done = await Promise.all([act(row, 'discard', { reason: '甲' }), act(row, 'discard', { reason: '乙' })]);
    expect(done.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await act(row, 'replay')).body.code).toBe('LETTER_ENDED');
    for (const account of ['squad0', 'leader', 'auditor', 'dispatcher']) expect((await test.as(account).call('GET', '/api/v1/connectors')).status, account).toBe(403);
    const other = await view('other-chief');
    expect([other.connectors.map(({ id }) => id), other.letters.map(({ connectorId }) => connectorId)]).toEqual([['north'], ['north']]);
    expect((await test.as('other-chief').call('GET', `/api/v1/connectors/letters/${row.id}`)).status).toBe(404);
    expect((await act(row, 'replay', {}, 'other-chief')).status).toBe(404);
  });

  it('[AU7] leave in the audit log who read what a citizen told, and who dealt with it', async () => {
    await push('garbage');
    const [row] = await letters();
    await textOf(row!);
    await act(row!, 'discard', { reason: '测试报文' });
    await vi.waitFor(async () => {
      const { body } = await test.as('auditor').call('GET', `/api/v1/audit?from=0&to=${Date.now() + 60_000}`);
      const deeds = (body as unknown as { entries: { action: string; actorName: string }[] }).entries.map(({ action, actorName }) => `${action} ${actorName}`);
      expect(deeds).toEqual(expect.arrayContaining(['personal.letter intake', 'command.connectors intake']));
    }, 5_000);
  });

  it('say which connector is well, silent, new or off', async () => {
    await push({ orders: [order] });
    const standing = (rows: ConnectorsView) => Object.fromEntries(rows.connectors.map((one) => [one.id, one.standing]));
    expect(standing(await view())).toMatchObject({ hotline: 'well', news: 'new', stopped: 'off' });
    expect((await view()).connectors[0]).toMatchObject({ counts: { taken: 1 }, openLetters: 0 });
  });
});

describe('a rating that comes back', () => {
  it('[CN7] evaluates the case of its number once; before its time it waits as a dead letter', async () => {
    const { body } = await push({ orders: [order] });
    const id = String(body.taken[0]?.id);
    const rating = { orderNo: 'GD0001', mark: 5, solved: 'true', note: '很快' };
    expect(await push(rating, 'hotline/ratings')).toMatchObject({ status: 202, body: { letters: [{ code: 'CASE_ACTION_NOT_IN_STATE' }] } });
    expect(await push({ ...rating, orderNo: 'GD-none' }, 'hotline/ratings')).toMatchObject({ status: 202, body: { letters: [{ code: 'CONNECTOR_ORDER_UNKNOWN' }] } });
    await throughLife(id);
    const [early] = (await letters()).filter(({ topic, externalNo }) => topic === 'ratings' && externalNo === 'GD0001');
    expect((await act(early!, 'replay')).body.letter).toMatchObject({ state: 'taken', caseId: id });
    for (let i = 0; i < 3; i += 1) expect((await push(rating, 'hotline/ratings')).status).toBe(200);
    const { body: page } = await test.as('intake').call('GET', `/api/v1/cases/${id}`);
    const told = (page as unknown as { timeline: { event: string; actorRole: string; note: string | null }[] }).timeline;
    expect(told.filter(({ event }) => event === 'evaluated')).toMatchObject([{ actorRole: 'channel', note: '很快' }]);
    expect(page.row).toMatchObject({ state: 'evaluated' });
  });
});

/** From the intake desk to the answer to whoever reported it. */
async function throughLife(id: string): Promise<void> {
  await command('intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' });
  await command('chief', id, 'file');
  await command('dispatcher', id, 'dispatch', { teamId: 't1', note: '到场疏导' });
  await command('squad1', id, 'sign');
  await command('squad1', id, 'report-back', { note: '已清理', photos: [test.photo] });
  await command('intake', id, 'send-check', { personId: 'p-inspector' });
  await command('inspector', id, 'pass-check', { photos: [test.photo], lngLat: [120.28, 31.8], fixAt: Date.now() });
  await command('chief', id, 'close');
  await command('intake', id, 'answer-reporter', { reportCaseId: id, answerHow: 'phone', note: '店主已收回占道物品' });
}
