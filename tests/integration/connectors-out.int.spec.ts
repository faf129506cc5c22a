import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { ConnectorsView } from '@wangge/shared/connector';
import type { CaseDetail } from '@wangge/shared/wire';
import { API_KEY, startTestApp, type TestApp } from '../support/test-app.ts';

const path = (name: string) => ({ path: name });
const fields = { externalNo: path('orderNo'), typeCode: { value: 'T1' }, description: path('content'), lng: path('lng'), lat: path('lat'), reporterName: path('callerName'), reporterPhone: path('callerPhone'), isReopening: { path: 'handle', table: { 重办: 'true' }, otherwise: 'false' }, reopenReason: path('why') };
const order = { orderNo: 'GD0001', content: '店外经营占道', lng: 120.28, lat: 31.8, callerName: '张三', callerPhone: '13812348000' };
const STEPS = { accepted: '已受理', dispatched: '已派遣', signed: '已签收', 'reported-back': '已办理', closed: '已办结', 'reporter-answered': '已答复', 'reopening-asked': '已收重办申请', reopened: '重新办理', 'reopening-declined': '不予重办' };
/** What is told of a case that is closed the first time. */
const ONE_ROUND = ['已受理', '已派遣', '已签收', '已办理', '已办结', '已答复'];
const PATIENT = { timeout: 15_000, interval: 50 };

/** What the other system heard: their number, their word for the step, and the key. */
interface Heard {
  readonly orderNo: string;
  readonly status: string;
  readonly messageId: string;
}
let heard: Heard[] = [];
let texts: string[] = [];
let signatures: { readonly at: string; readonly sign: string; readonly text: string }[] = [];
let answers: (said: Heard) => number = () => 200;
let source: Server;
let host = '';
let test: TestApp;
let commands = 0;

beforeEach(async () => {
  [heard, texts, signatures, answers] = [[], [], [], () => 200];
  source = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk)).on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const said = JSON.parse(text) as Heard;
      const status = answers(said);
      if (status === 200) heard.push(said);
      texts.push(text);
      signatures.push({ at: String(request.headers['x-wangge-timestamp']), sign: String(request.headers['x-wangge-signature']), text });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => void source.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(source.address() as AddressInfo).port}`;
  test = await startTestApp(undefined, { OUTGOING_HOSTS: host });
  const out = { url: `http://${host}/progress`, cases: 'own', steps: STEPS, fields: { orderNo: 'externalNo', status: 'step', opinion: 'note', caseNo: 'caseNo', time: 'at', messageId: 'key' } };
  const common = { isOn: true, channelId: 'test', areaCode: '', format: 'json', silentAfterMinutes: 60 };
  const connectors = [
    { ...common, id: 'hotline', name: '12345热线', reports: { records: '', datum: 'wgs84', fields }, ratings: { records: '', fields: { externalNo: path('orderNo'), satisfaction: path('mark'), isResolved: path('solved') } }, out },
    { ...common, id: 'hook', name: '回调', out: { ...out, url: 'http://not.in.the.list/', cases: 'all' } },
  ];
  await test.as('admin').call('POST', '/api/v1/lists/connectors/versions', { version: '接入-1', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify(connectors) });
});
afterEach(async () => {
  await test.close();
  await new Promise<void>((closed) => void source.close(() => closed()));
});

async function send(body: object, to = 'reports') {
  const answer = await test.anonymous.call('POST', `/api/v1/intake/connectors/hotline/${to}`, body, { 'x-api-key': API_KEY });
  return answer as unknown as { readonly status: number; readonly body: { readonly taken: readonly { id: string; isRepeated: boolean }[]; readonly letters: readonly { code: string }[] } };
}
async function push(body: object, to = 'reports'): Promise<string> {
  const answer = await test.anonymous.call('POST', `/api/v1/intake/connectors/hotline/${to}`, body, { 'x-api-key': API_KEY });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return (answer.body as unknown as { taken: { id: string }[] }).taken[0]?.id ?? '';
}
async function command(account: string, id: string, action: string, payload: object = {}): Promise<void> {
  const who = test.as(account);
  const { body } = await who.call('GET', `/api/v1/cases/${id}`);
  const done = await who.call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: body.row?.revision ?? 1, commandId: `${account}-${(commands += 1)}-command`, payload });
  expect(done.status, `${action}: ${JSON.stringify(done.body)}`).toBe(200);
}
const accept = (id: string): Promise<void> => command('intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' });
async function toAnswered(id: string): Promise<void> {
  await command('chief', id, 'file');
  await toClosedAgain(id);
}
async function toClosedAgain(id: string): Promise<void> {
  await command('dispatcher', id, 'dispatch', { teamId: 't1' });
  await command('squad1', id, 'sign');
  await command('squad1', id, 'report-back', { note: '已清理，店主电话 13900001234', photos: [test.photo] });
  await command('intake', id, 'send-check', { personId: 'p-inspector' });
  await command('inspector', id, 'pass-check', { photos: [test.photo], lngLat: [120.28, 31.8], fixAt: Date.now() });
  await command('chief', id, 'close');
  await command('intake', id, 'answer-reporter', { reportCaseId: id, answerHow: 'phone', note: '店主已收回占道物品' });
}
const secretOf = async (): Promise<string> => ((await test.as('admin').call('POST', '/api/v1/connectors/hotline/secrets')).body as unknown as { secret: string }).secret;
const caseOf = async (id: string): Promise<CaseDetail> => (await test.as('intake').call('GET', `/api/v1/cases/${id}`)).body as unknown as CaseDetail;
const view = async (): Promise<ConnectorsView> => (await test.as('intake').call('GET', '/api/v1/connectors')).body as unknown as ConnectorsView;
const outOf = async (id: string) => (await view()).connectors.find((one) => one.id === id)?.outTrouble;

describe('a work order of 12345', () => {
  it('[CN8] goes in, is handled, and comes back closed with the citizen’s rating, every hop on the timeline, also through a restart', async () => {
    await secretOf();
    const id = await push(order);
    await accept(id);
    await vi.waitFor(() => expect(heard.map(({ status }) => status)).toEqual(['已受理']), PATIENT);
    answers = () => 503;
    await toAnswered(id);
    await vi.waitFor(async () => expect(await outOf('hotline')).toMatchObject({ code: 'CONNECTOR_TARGET_AWAY', detail: 'HTTP 503' }), PATIENT);
    test = await test.restart();
    answers = () => 200;
    await vi.waitFor(() => expect(heard.map(({ status }) => status)).toEqual(ONE_ROUND), PATIENT);
    expect(heard.every(({ orderNo }) => orderNo === 'GD0001')).toBe(true);
    expect(new Set(heard.map(({ messageId }) => messageId)).size).toBe(6);
    await push({ orderNo: 'GD0001', mark: 5, solved: true }, 'ratings');
    await vi.waitFor(async () => {
      const { row, timeline } = await caseOf(id);
      expect(row.state).toBe('evaluated');
      expect(timeline.map(({ event, told = [] }) => [event, ...told.map(({ to, code }) => `${to} ${code}`)].join(' '))).toEqual([
        'reported', 'accepted 12345热线 null', 'filed', 'dispatched 12345热线 null', 'signed 12345热线 null', 'reported-back 12345热线 null', 'check-sent', 'check-passed', 'closed 12345热线 null', 'reporter-answered 12345热线 null', 'evaluated',
      ]);
    }, PATIENT);
    expect(await outOf('hotline')).toBeNull();
  });

  it('[CN8] is told once for each order of a case that others were merged into', async () => {
    await secretOf();
    const id = await push(order);
    const other = await push({ ...order, orderNo: 'GD0002' });
    await accept(id);
    await command('intake', other, 'merge', { parentCaseId: id });
    await command('chief', id, 'file');
    await command('dispatcher', id, 'dispatch', { teamId: 't1' });
    await vi.waitFor(() => expect(heard.map(({ orderNo, status }) => `${orderNo} ${status}`)).toEqual(expect.arrayContaining(['GD0001 已受理', 'GD0001 已派遣', 'GD0002 已派遣'])), PATIENT);
    expect(new Set(heard.map(({ messageId }) => messageId)).size).toBe(heard.length);
  });

  it('[CN8] whose progress is refused is a dead letter that goes out again once mended, and holds up nothing', async () => {
    await secretOf();
    answers = ({ status }) => (status === '已受理' ? 422 : 200);
    const id = await push(order);
    await accept(id);
    await command('chief', id, 'file');
    await command('dispatcher', id, 'dispatch', { teamId: 't1' });
    await vi.waitFor(() => expect(heard.map(({ status }) => status)).toEqual(['已派遣']), PATIENT);
    const [letter] = (await view()).letters;
    expect(letter).toMatchObject({ topic: 'progress', externalNo: 'GD0001', refusal: { code: 'CONNECTOR_TARGET_REFUSED', detail: 'HTTP 422' } });
    const at = `/api/v1/connectors/letters/${letter?.id}`;
    const { text } = (await test.as('intake').call('GET', at)).body as unknown as { text: string };
    const done = await test.as('intake').call('POST', `${at}/commands`, { action: 'mend', expectedRevision: letter?.revision, commandId: randomUUID(), payload: { text: text.replace('已受理', '受理') } });
    expect(done.body).toMatchObject({ letter: { state: 'taken', caseId: id } });
    expect(heard.map(({ status }) => status)).toEqual(['已派遣', '受理']);
  });

  it('[CN16] comes back dissatisfied, is asked for again, opened by the duty chief, handled anew and rated anew, every hop on the timeline and told back', async () => {
    await secretOf();
    const id = await push(order);
    await accept(id);
    await toAnswered(id);
    const bad = { orderNo: 'GD0001', mark: 2, solved: false };
    await push(bad, 'ratings');
    const back = { ...order, handle: '重办', why: '第二天又摆出来了，打我电话 13812348000' };
    expect((await send(back)).body).toMatchObject({ taken: [{ id }], letters: [] });
    expect((await send(back)).body).toMatchObject({ taken: [{ id }], letters: [] });
    expect((await caseOf(id)).row.state).toBe('evaluated');
    await vi.waitFor(() => expect(heard.map(({ status }) => status)).toEqual([...ONE_ROUND, '已收重办申请']), PATIENT);
    await command('chief', id, 'reopen', { reason: '第二天又摆出来了' });
    // What is sent once more while the second round is under way is old news.
    expect((await send(back)).body).toMatchObject({ taken: [{ id, isRepeated: true }], letters: [] });
    expect((await send(bad, 'ratings')).body).toMatchObject({ taken: [{ id, isRepeated: true }], letters: [] });
    await toClosedAgain(id);
    // The same words, of the second round.
    await push(bad, 'ratings');
    await vi.waitFor(() => expect(heard.map(({ status }) => status)).toEqual([...ONE_ROUND, '已收重办申请', '重新办理', ...ONE_ROUND.slice(1)]), PATIENT);
    const { row, timeline } = await caseOf(id);
    expect(row.state).toBe('evaluated');
    expect(timeline.map(({ event }) => event)).toEqual([
      'reported', 'accepted', 'filed', 'dispatched', 'signed', 'reported-back', 'check-sent', 'check-passed', 'closed', 'reporter-answered', 'evaluated', 'reopening-asked', 'reopened',
      'dispatched', 'signed', 'reported-back', 'check-sent', 'check-passed', 'closed', 'reporter-answered', 'evaluated',
    ]);
    expect(timeline.find(({ event }) => event === 'reopening-asked')).toMatchObject({ actorName: '12345热线', told: [{ to: '12345热线', code: null }] });
    expect(texts.join()).not.toMatch(/13812348000/);
    expect(new Set(heard.map(({ messageId }) => messageId)).size).toBe(heard.length);
  });

  it('[CN15] is a dead letter when its case is still under way or was asked for before, and told alone what is decided of it alone', async () => {
    await secretOf();
    const id = await push(order);
    const other = await push({ ...order, orderNo: 'GD0002' });
    const back = { ...order, orderNo: 'GD0002', handle: '重办', why: '没有解决' };
    expect((await send(back)).body.letters).toMatchObject([{ code: 'CASE_ACTION_NOT_IN_STATE' }]);
    // A number nobody told of before is an order like any other, whatever word it comes with.
    expect((await send({ ...back, orderNo: 'GD0003' })).body).toMatchObject({ taken: [{ isRepeated: false }] });
    expect((await send({ ...back, orderNo: 'GD0003' })).body).toMatchObject({ taken: [{ isRepeated: true }], letters: [] });
    await accept(id);
    await command('intake', other, 'merge', { parentCaseId: id });
    await toAnswered(id);
    await command('intake', id, 'answer-reporter', { reportCaseId: other, answerHow: 'phone', note: '一并办好了' });
    expect((await send({ ...back, why: '还在' })).body).toMatchObject({ taken: [{ id }], letters: [] });
    expect((await send({ ...back, why: '真的还在' })).body.letters).toMatchObject([{ code: 'CASE_REOPEN_ASKED' }]);
    await command('chief', id, 'decline-reopen', { reportCaseId: other, note: '已到场看过，现场是空的' });
    const toldOf = (no: string): readonly string[] => heard.filter(({ orderNo }) => orderNo === no).map(({ status }) => status);
    // What came before the merger is told of it too where the telling was slower.
    await vi.waitFor(() => expect(toldOf('GD0002').filter((status) => status !== '已受理')).toEqual(['已派遣', '已签收', '已办理', '已办结', '已答复', '已收重办申请', '不予重办']), PATIENT);
    expect(toldOf('GD0001')).toEqual(ONE_ROUND);
    expect(texts.find((text) => text.includes('不予重办'))).toContain('现场是空的');
  });

  it('[CN9] is told signed, and nothing of who reported it', async () => {
    const id = await push(order);
    await accept(id);
    await vi.waitFor(async () => expect(await outOf('hotline')).toMatchObject({ code: 'CONNECTOR_SECRET_MISSING' }), PATIENT);
    expect(await outOf('hook')).toMatchObject({ code: 'CONNECTOR_SECRET_MISSING' });
    const secret = await secretOf();
    await toAnswered(id);
    await vi.waitFor(() => expect(heard).toHaveLength(6), PATIENT);
    for (const { at, sign, text } of signatures) expect(sign).toBe(`sha256=${createHmac('sha256', secret).update(`${at}.${text}`).digest('hex')}`);
    expect(texts.join()).not.toMatch(/张三|13812348000|13900001234/);
    expect(texts.join()).toContain('139****1234');
  });

  it('[CN9] goes to no host that the installation does not allow', async () => {
    await test.as('admin').call('POST', '/api/v1/connectors/hook/secrets');
    await accept(await push(order));
    await vi.waitFor(async () => expect(await outOf('hook')).toMatchObject({ code: 'CONNECTOR_TARGET_FORBIDDEN' }), PATIENT);
    expect((await test.as('chief').call('POST', '/api/v1/connectors/hook/secrets')).status).toBe(403);
    expect((await test.as('admin').call('POST', '/api/v1/connectors/nobody/secrets')).body.code).toBe('CONNECTOR_UNKNOWN');
  });
});
