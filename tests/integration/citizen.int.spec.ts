import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@wangge/server/app';
import { DAY_MS, dateKey } from '@wangge/shared/base';
import { leadingZeroBits, workText, writeProof, type Challenge, type CitizenProgress, type CitizenReceipt } from '@wangge/shared/citizen';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { tinyJpeg } from '../support/tiny-jpeg.ts';

const MATTERS = [{ typeCode: 'T1', name: '占道摆摊', hint: '' }];
const list = (more: object = {}): string => JSON.stringify({
  version: '甲', effectiveFrom: '2026-01-01', proof: { bits: 8, minutes: 30 }, hourly: { reports: 200, photos: 200, looks: 1_000 }, photosMax: 2, matters: MATTERS, ...more,
});
const REPORT = { typeCode: 'T1', description: '店外经营，占了人行道', lngLat: [120.28, 31.8], address: '菜场门口', name: '王小明', phone: '13912345678' };
let test: TestApp;
let now: number;
let ids = 0;

interface Said<T> { readonly status: number; readonly body: T & { readonly code: string; readonly field?: string } }

async function send<T = object>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Said<T>> {
  return (await test.anonymous.call('POST', `/api/v1/citizen/${path}`, body, headers)) as unknown as Said<T>;
}

/** What a page does before it may report: asks, and reckons. */
async function prove(key: string): Promise<string> {
  const { body: challenge } = await send<Challenge>('challenges', { key });
  for (let nonce = 0; ; nonce += 1) {
    if (leadingZeroBits(createHash('sha256').update(workText(challenge, nonce)).digest()) >= challenge.bits) return writeProof(challenge, nonce);
  }
}

async function report(body: object = REPORT, key: string = randomUUID(), proof?: string): Promise<Said<CitizenReceipt>> {
  return send<CitizenReceipt>('reports', body, { 'idempotency-key': key, 'x-citizen-proof': proof ?? await prove(key) });
}

async function photo(key: string, bytes: Buffer, proof?: string): Promise<Said<{ id: string }>> {
  const answer = await fetch(`${test.url}/api/v1/citizen/photos`, {
    method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'image/jpeg', 'idempotency-key': key, 'x-citizen-proof': proof ?? await prove(key) },
  });
  return { status: answer.status, body: await answer.json() as Said<{ id: string }>['body'] };
}

const look = (code: string): Promise<Said<CitizenProgress>> => send<CitizenProgress>('progress', { code });
const rate = (code: string, satisfaction = 5, commandId: string = randomUUID()): Promise<Said<CitizenProgress>> => send<CitizenProgress>('ratings', { code, commandId, satisfaction, isResolved: true });

const askAgain = (code: string, reason = '路上还是摆着摊子', commandId: string = randomUUID()): Promise<Said<CitizenProgress>> => send<CitizenProgress>('reopenings', { code, commandId, reason });

interface Item { readonly id: string; readonly row: { readonly id: string; readonly revision: number; readonly state: string } }
async function theCase(): Promise<string> {
  const { body } = await test.as('dispatcher').call('GET', '/api/v1/cases');
  return (body as unknown as { cases: { id: string }[] }).cases[0]!.id;
}
const count = async (): Promise<number> => Number((await test.as('dispatcher').call('GET', '/api/v1/cases')).body.total);

async function act(account: string, action: string, payload: object = {}): Promise<void> {
  const id = await theCase();
  const { body } = await test.as(account).call('GET', `/api/v1/cases/${id}`);
  const done = await test.as(account).call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: (body as unknown as Item).row.revision, commandId: `act-${(ids += 1)}-citizen`, payload });
  expect(done, action).toMatchObject({ status: 200 });
}

/** The case goes all its way, handled by people with names and notes. */
async function close(): Promise<void> {
  const here = { lngLat: [120.28, 31.8], accuracyM: 5 };
  await act('intake', 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001', note: '内部：此人常投诉' });
  await act('chief', 'file');
  await act('dispatcher', 'dispatch', { teamId: 't0' });
  await act('squad0', 'sign');
  await act('squad0', 'arrive', here);
  await act('squad0', 'report-back', { note: '内部：已与店主谈妥', photos: [test.photo] });
  await act('intake', 'send-check', { personId: 'p-inspector' });
  await act('inspector', 'pass-check', { ...here, photos: [test.photo], fixAt: now });
  await act('chief', 'close');
}

beforeEach(async () => {
  now = Date.now();
  test = await startTestApp(undefined, {}, { ...systemClock, now: () => now });
  const published = await test.as('admin').call('POST', '/api/v1/lists/citizen-door/versions', { version: '甲', effectiveFrom: dateKey(now), documentNo: '', isConfirmed: true, text: list() });
  expect(published.status, JSON.stringify(published.body)).toBe(201);
});
afterEach(() => test.close());

describe("the citizens' door", () => {
  it('[CZ1] takes nothing without the work of a challenge sealed for this key', async () => {
    const [key, other] = [randomUUID(), randomUUID()];
    const proof = await prove(key);
    const easier = proof.split('.').with(2, '0').join('.');
    const { body: open } = await send<Challenge>('challenges', { key });
    let lazy = 0;
    while (leadingZeroBits(createHash('sha256').update(workText(open, lazy)).digest()) >= open.bits) lazy += 1;
    for (const [what, given] of [['none', ''], ['of another key', await prove(other)], ['eased', easier], ['not worked for', writeProof(open, lazy)]] as const) {
      expect(await report(REPORT, key, given), what).toMatchObject({ status: 403, body: { code: 'CITIZEN_PROOF_WRONG' } });
      expect(await photo(key, tinyJpeg(), given), what).toMatchObject({ status: 403, body: { code: 'CITIZEN_PROOF_WRONG' } });
    }
    now += 31 * 60_000;
    expect(await report(REPORT, key, proof)).toMatchObject({ status: 403, body: { code: 'CITIZEN_PROOF_EXPIRED' } });
    expect(await count()).toBe(0);
    expect(await report(REPORT, key)).toMatchObject({ status: 201 });
  });

  it('[CZ2] makes one case of one key, with the same code, at once, after a restart, and when the proof has expired', async () => {
    const key = randomUUID();
    const proof = await prove(key);
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(REPORT, key, proof)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    now += 3_600_000;
    test = await test.restart();
    expect(await report(REPORT, key, proof)).toEqual(answers[0]);
    expect(await report({ ...REPORT, description: '另外一件事情' }, key)).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await count()).toBe(1);
  });

  it('[CZ2] leaves the key of a refused report to the mended one', async () => {
    const key = randomUUID();
    const proof = await prove(key);
    expect(await report({ ...REPORT, lngLat: [116.4, 39.9] }, key, proof)).toMatchObject({ status: 422, body: { code: 'CASE_OUTSIDE_DISTRICT', field: 'lngLat' } });
    expect(await report({ ...REPORT, typeCode: 'T9' }, key, proof)).toMatchObject({ status: 422, body: { code: 'CITIZEN_MATTER_CLOSED' } });
    expect(await report(REPORT, key, proof)).toMatchObject({ status: 201 });
  });

  it('[CZ3] opens one report by its code, however it is typed, and tells nothing to who has none', async () => {
    const mine = (await report()).body;
    await report({ ...REPORT, description: '第二件，别人的' });
    expect(await look(mine.code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ status: 200, body: { no: mine.no, stage: 'open', steps: [{ step: 'received' }], mayRate: false } });
    const strangers = await Promise.all(['2222-2222-2222-2222', 'nonsense', ''].map(look));
    expect(new Set(strangers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(strangers[0]).toMatchObject({ status: 404, body: { code: 'CITIZEN_CODE_UNKNOWN' } });
  });

  it('[CZ4] tells the steps and the answer, and neither a name nor a note of those at work', async () => {
    const { code } = (await report()).body;
    await close();
    expect((await look(code)).body).toMatchObject({ stage: 'done', answer: null, mayRate: false });
    await act('intake', 'answer-reporter', { reportCaseId: await theCase(), answerHow: 'online', note: '王小明您好，walker 已请店主收回，电话 13800001111' });
    const { body } = await look(code);
    expect(body.steps.map(({ step }) => step)).toEqual(['received', 'accepted', 'filed', 'sent', 'taken', 'there', 'done', 'closed', 'answered']);
    expect(body.answer?.text).toBe('王**您好，w***** 已请店主收回，电话 138****1111');
    expect(JSON.stringify(body)).not.toMatch(/内部|王小明|13912345678|squad|inspector|intake|p-/);
  });

  it('[CZ5] owes an answer to one who left no name, and asks nobody to ring them', async () => {
    const { code } = (await report({ ...REPORT, name: '', phone: '' })).body;
    await close();
    expect(await rate(code)).toMatchObject({ status: 409, body: { code: 'CASE_REPORTERS_UNANSWERED' } });
    await act('intake', 'answer-reporter', { reportCaseId: await theCase(), answerHow: 'online', note: '已请店主收回' });
    expect((await look(code)).body).toMatchObject({ answer: { text: '已请店主收回' }, mayRate: true });
  });

  it('[CZ6] is rated by who holds the code, once it is closed and answered, and once', async () => {
    const { code } = (await report()).body;
    expect(await rate(code)).toMatchObject({ status: 409, body: { code: 'CASE_ACTION_NOT_IN_STATE' } });
    await close();
    await act('intake', 'answer-reporter', { reportCaseId: await theCase(), answerHow: 'phone', note: '已请店主收回' });
    const commandId = randomUUID();
    const rated = await rate(code, 2, commandId);
    expect(rated).toMatchObject({ status: 200, body: { satisfaction: 2, mayRate: false } });
    expect(await rate(code, 2, commandId)).toMatchObject({ status: 200, body: { satisfaction: 2 } });
    expect(await rate(code, 5)).toMatchObject({ status: 409 });
    expect((await look(code)).body.satisfaction).toBe(2);
  });

  it('[CZ10] is asked to be opened again by who holds the code, once; the chief opens it, and the page says so', async () => {
    const { code } = (await report()).body;
    expect(await askAgain(code)).toMatchObject({ status: 409, body: { code: 'CASE_ACTION_NOT_IN_STATE' } });
    await close();
    const { body: before } = await look(code);
    expect(before).toMatchObject({ reopening: null, reopenUntil: now + 15 * DAY_MS });
    for (const reason of ['坏', '\u200B\u200B\u200B\u200B', '长'.repeat(501)]) expect(await askAgain(code, reason)).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID' } });
    const commandId = randomUUID();
    const asked = await askAgain(code, '又摆出来了，王小明 13912345678', commandId);
    expect(asked).toMatchObject({ status: 200, body: { stage: 'done', reopening: { answer: null }, reopenUntil: null } });
    expect(await askAgain(code, '又摆出来了，王小明 13912345678', commandId)).toMatchObject({ status: 200, body: { reopening: { answer: null } } });
    expect(await askAgain(code)).toMatchObject({ status: 409, body: { code: 'CASE_REOPEN_ASKED' } });
    expect(JSON.stringify(asked.body)).not.toMatch(/王小明|13912345678|又摆/);
    expect(await (await fetch(`${test.url}/metrics`)).text()).toMatch(/citizen_requests.*reopen-asked/);
    const { body: page } = await test.as('chief').call('GET', `/api/v1/cases/${await theCase()}`);
    expect(page).toMatchObject({ row: { state: 'closed', isReopenAsked: true }, reopenAsks: [{ reason: '又摆出来了，王小明 13912345678', reporterName: '王小明', answer: null }], actions: expect.arrayContaining(['reopen', 'decline-reopen']) });
    const { body: read } = await test.as('leader').call('GET', `/api/v1/cases/${await theCase()}`);
    expect(read).toMatchObject({ reopenAsks: [{ reason: '又摆出来了，王小明 139****5678', reporterName: '王**' }] });

    await act('chief', 'reopen', { reason: '现场又摆出' });
    const { body } = await look(code);
    expect(body).toMatchObject({ stage: 'open', reopening: null, reopenUntil: null });
    expect(body.steps.map(({ step }) => step).slice(-3)).toEqual(['closed', 'asked-again', 'reopened']);
  });

  it('[CZ10] is told why it stays closed, without names and numbers, by their own code alone', async () => {
    const { code } = (await report()).body;
    await close();
    await act('intake', 'answer-reporter', { reportCaseId: await theCase(), answerHow: 'online', note: '已请店主收回' });
    await rate(code, 1);
    expect(await askAgain('2222-2222-2222-2222')).toMatchObject({ status: 404, body: { code: 'CITIZEN_CODE_UNKNOWN' } });
    await askAgain(code);
    await act('chief', 'decline-reopen', { reportCaseId: await theCase(), note: '王小明您好，walker 今天又看过，电话 13800001111' });
    const { body } = await look(code);
    expect(body).toMatchObject({ stage: 'done', answer: { text: '已请店主收回' }, reopening: { answer: { text: '王**您好，w***** 今天又看过，电话 138****1111' } }, reopenUntil: null });
    expect(body.steps.map(({ step }) => step).slice(-3)).toEqual(['rated', 'asked-again', 'kept']);
    expect(await askAgain(code)).toMatchObject({ status: 409, body: { code: 'CASE_REOPEN_ASKED' } });
    test = await test.restart();
    expect((await look(code)).body).toEqual(body);
  });

  it('[CZ10] is no longer asked for when the days are over', async () => {
    const { code } = (await report()).body;
    await close();
    now += 15 * DAY_MS + 1;
    expect((await look(code)).body).toMatchObject({ reopenUntil: null, reopening: null });
    expect(await askAgain(code)).toMatchObject({ status: 409, body: { code: 'CASE_REOPEN_EXPIRED' } });
  });

  it('[CZ7] keeps text and photos without what turns, hides or tells of a phone, and the same photo once', async () => {
    const key = randomUUID();
    const first = await photo(key, tinyJpeg());
    expect(first.status).toBe(201);
    expect((await photo(key, tinyJpeg())).body.id).toBe(first.body.id);
    expect((await photo(key, tinyJpeg(2))).status).toBe(201);
    expect(await photo(key, tinyJpeg(3))).toMatchObject({ status: 422, body: { code: 'CITIZEN_PHOTOS_FULL' } });
    expect(await photo(key, Buffer.from('<svg onload="x">'))).toMatchObject({ status: 415, body: { code: 'ATTACHMENT_TYPE_REFUSED' } });
    expect(await photo(key, Buffer.alloc(50 * 1_048_576))).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
    const kept = await fetch(`${test.url}/api/v1/attachments/${first.body.id}`, { headers: { cookie: test.as('intake').cookie } });
    expect(Buffer.from(await kept.arrayBuffer()).toString('latin1')).not.toMatch(/GPS|taken by|139/);
    await report({ ...REPORT, description: '\u202E路灯\u200B不亮<b>' , photos: [first.body.id] }, key);
    const { body } = await test.as('intake').call('GET', `/api/v1/cases/${await theCase()}`);
    expect(body).toMatchObject({ description: '路灯不亮<b>' });
  });

  it('[CZ11] draws the code of its own address, another for each village, and none for a village it does not have', async () => {
    const draw = async (query: string): Promise<readonly [number, string]> => {
      const answer = await fetch(`${test.url}/api/v1/citizen/qr.svg${query}`);
      return [answer.status, answer.headers.get('content-type')?.startsWith('image/svg+xml') ? await answer.text() : (await answer.json() as { code: string }).code];
    };
    const drawn = await Promise.all(['', '?scheme=https', '?village=320281104201', '?village=320281104202'].map(draw));
    expect(drawn.map(([status]) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(drawn.map(([, svg]) => svg)).size).toBe(4);
    expect(await draw('?village=110000000000')).toEqual([404, 'OBJECT_NOT_FOUND']);
    expect((await draw('?scheme=javascript'))[0]).toBe(400);
  });

  it.each([
    ['a field nobody knows', { ...REPORT, isSecret: true }, 400, 'FIELD_UNKNOWN'], ['too few words', { ...REPORT, description: ' \u200B\u200B坏 ' }, 400, 'FIELD_INVALID'],
    ['a book', { ...REPORT, description: '长'.repeat(1_001) }, 400, 'FIELD_INVALID'], ['a place that cannot be', { ...REPORT, lngLat: [1_000, 31.8] }, 400, 'FIELD_INVALID'],
    ['a phone that is none', { ...REPORT, phone: 'call me' }, 400, 'FIELD_INVALID'], ['a photo nobody handed in', { ...REPORT, photos: [randomUUID()] }, 422, 'ATTACHMENT_UNKNOWN'],
  ])('[CZ9] refuses %s by its code, counts it, and keeps nothing', async (_what, body, status, code) => {
    expect(await report(body)).toMatchObject({ status, body: { code } });
    expect(await count()).toBe(0);
    expect(await (await fetch(`${test.url}/metrics`)).text()).toMatch(new RegExp(`citizen_requests.*${code}.* 1$`, 'm'));
  });

  it('[CZ9] slows down who comes too often, and says so', async () => {
    await test.as('admin').call('POST', '/api/v1/lists/citizen-door/versions', { version: '乙', effectiveFrom: dateKey(now), documentNo: '', isConfirmed: true, text: list({ version: '乙', hourly: { reports: 2, photos: 9, looks: 99 } }) });
    const answers = [await report(), await report(), await report()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(answers[2]!.body.code).toBe('RATE_LIMITED');
  });
});
