import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API_KEY, WALL_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const report = { typeCode: 'T1', description: '店外经营', lng: 120.28, lat: 31.8 };
let keys = 0;
let test: TestApp;

function intake(body: unknown, key = `k${(keys += 1)}`, path = ''): Promise<Answer> {
  return test.anonymous.call('POST', `/api/v1/intake/cases${path}`, body, { 'x-api-key': API_KEY, 'idempotency-key': key });
}

async function act(account: string, id: string, action: string, payload: object = {}): Promise<Answer> {
  const who = test.as(account);
  const { body } = await who.call('GET', `/api/v1/cases/${id}`);
  return who.call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: body.row?.revision ?? 1, commandId: `${account}-${(keys += 1)}-command`, payload });
}

async function filedCase(): Promise<string> {
  const { body } = await intake(report);
  await act('intake', String(body.id), 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' });
  await act('chief', String(body.id), 'file');
  return String(body.id);
}

async function caseCount(): Promise<number> {
  return Number((await test.as('dispatcher').call('GET', '/api/v1/cases')).body.total);
}

beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

describe('intake', () => {
  it('[IN1] makes one case however often the same key and body come, at once or after a restart', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => intake(report, 'same')));
    expect(new Set(answers.map((a) => JSON.stringify(a)))).toHaveProperty('size', 1);
    expect(answers[0]).toMatchObject({ status: 201, body: { no: expect.stringMatching(/^320281104-S-\d{8}-\d{4}$/) } });
    test = await test.restart();
    expect(await intake(report, 'same')).toEqual(answers[0]);
    expect(await caseCount()).toBe(1);
  });

  it('[IN2] refuses another body under a key that was used', async () => {
    await intake(report, 'same');
    expect(await intake({ ...report, description: '另一件' }, 'same')).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await caseCount()).toBe(1);
  });

  it('[IN3] takes what can be taken of a batch and tells the rest by place and field', async () => {
    const { status, body } = await intake({ cases: [report, { ...report, typeCode: '?' }, { ...report, lat: 95 }, { ...report, hurry: 1 }, { ...report, lng: 100 }, report] }, undefined, '/batch');
    expect(status).toBe(200);
    expect(body.accepted.map((a) => a.index)).toEqual([0, 5]);
    expect(body.refused.map((r) => [r.index, r.code, r.field])).toEqual([
      [1, 'CASE_TYPE_UNKNOWN', 'typeCode'], [2, 'COORDINATE_INVALID', 'lng'], [3, 'FIELD_UNKNOWN', 'hurry'], [4, 'CASE_OUTSIDE_DISTRICT', 'lngLat'],
    ]);
    expect(await caseCount()).toBe(2);
  });

  it('[IN4] brings GCJ-02 to WGS-84 at the door', async () => {
    const { body } = await intake({ ...report, lng: 120.289203, lat: 31.782066, datum: 'GCJ02' });
    const { body: page } = await test.as('dispatcher').call('GET', `/api/v1/cases/${body.id}`);
    expect(page.row.lngLat[0]).toBeCloseTo(120.2846, 4);
    expect(page.row.lngLat[1]).toBeCloseTo(31.784, 4);
  });

  it.each([
    ['no key of the channel', {}, report, 401, 'API_KEY_INVALID'],
    ['no idempotency key', { 'x-api-key': API_KEY }, report, 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['broken JSON', { 'x-api-key': API_KEY, 'idempotency-key': 'x' }, '{"typeCode":', 400, 'BODY_MALFORMED'],
    ['a body too large', { 'x-api-key': API_KEY, 'idempotency-key': 'x' }, { ...report, description: 'x'.repeat(1_200_000) }, 413, 'BODY_TOO_LARGE'],
  ])('[IN5] refuses %s with a code and stores nothing', async (_what, headers, body, status, code) => {
    expect(await test.anonymous.call('POST', '/api/v1/intake/cases', body, { 'content-type': 'application/json', ...headers as Record<string, string> })).toMatchObject({ status, body: { code } });
    expect(await caseCount()).toBe(0);
  });
});

describe('commands', () => {
  it('[CM1] lets one of two racing dispatchers through and shows the other the present view', async () => {
    const id = await filedCase();
    const command = { action: 'dispatch', expectedRevision: 3, payload: { teamId: 't1' } };
    const answers = await Promise.all(['dispatcher', 'dispatcher2'].map((who) => test.as(who).call('POST', `/api/v1/cases/${id}/commands`, { ...command, commandId: `race-${who}` })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    const loser = answers.find((a) => a.status === 409)!;
    expect(loser.body).toMatchObject({ code: 'CASE_REVISION_CONFLICT', current: { row: { state: 'dispatched', revision: 4 } } });
  });

  it('[CM2] has one effect when the same command comes again, also after a restart', async () => {
    const id = await filedCase();
    const command = { action: 'dispatch', expectedRevision: 3, commandId: 'one-command', payload: { teamId: 't1' } };
    const dispatch = () => test.as('dispatcher').call('POST', `/api/v1/cases/${id}/commands`, command);
    expect((await dispatch()).status).toBe(200);
    test = await test.restart();
    expect(await dispatch()).toMatchObject({ status: 200, body: { case: { row: { revision: 4, state: 'dispatched' } } } });
  });

  it('[CM3] shows a squad its own orders and hides the others as if they did not exist', async () => {
    const id = await filedCase();
    await act('dispatcher', id, 'dispatch', { teamId: 't1' });
    expect((await test.as('squad1').call('GET', `/api/v1/cases/${id}`)).body).toMatchObject({ row: { id }, actions: ['deliver', 'see', 'sign', 'ask-room', 'request-return'] });
    expect(await test.as('squad0').call('GET', `/api/v1/cases/${id}`)).toMatchObject({ status: 404, body: { code: 'CASE_NOT_FOUND' } });
    expect(await act('squad0', id, 'sign')).toMatchObject({ status: 404 });
  });

  it('[CM4] names the field that is missing or unknown', async () => {
    const id = await filedCase();
    expect(await act('dispatcher', id, 'dispatch')).toMatchObject({ status: 422, body: { code: 'CASE_FIELD_REQUIRED', field: 'teamId' } });
    expect(await act('dispatcher', id, 'dispatch', { teamId: 't1', extra: 1 })).toMatchObject({ status: 400, body: { code: 'FIELD_UNKNOWN', field: expect.stringContaining('extra') } });
  });

  it('[CM5] masks the reporter for those who may not see him', async () => {
    const { body } = await intake({ ...report, description: '请回电 13900001234', reporterName: '欧阳明', reporterPhone: '13900001234' });
    const leader = (await test.as('leader').call('GET', `/api/v1/cases/${body.id}`)).body;
    expect(leader).toMatchObject({ reporterName: '欧阳*', reporterPhone: '139****1234', description: '请回电 139****1234' });
    expect((await test.as('intake').call('GET', `/api/v1/cases/${body.id}`)).body).toMatchObject({ reporterName: '欧阳明', reporterPhone: '13900001234' });
  });
});

describe('access', () => {
  it('[AC1] refuses every route of the API but the few public ones to somebody who is nobody', async () => {
    const { body } = await test.anonymous.call('GET', '/api/openapi.json');
    const open = ['/api/v1/session', '/api/v1/session/wall', '/api/v1/pairings/codes'];
    for (const [path, methods] of Object.entries(body.paths)) {
      for (const method of Object.keys(methods)) {
        if (!path.startsWith('/api/v1') || path.startsWith('/api/v1/citizen/') || (open.includes(path) && method === 'post')) continue;
        const answer = await test.anonymous.call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x'), method === 'get' || method === 'delete' ? undefined : {});
        expect(answer.status, `${method} ${path}`).toBe(401);
      }
    }
  });

  it('[AC2] lets the wall look and nothing else', async () => {
    const opened = await fetch(`${test.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i);
    const look = await fetch(`${test.url}/api/v1/figures`, { headers: { cookie } });
    expect(look.status).toBe(200);
    const id = await filedCase();
    const command = await fetch(`${test.url}/api/v1/cases/${id}/commands`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ action: 'file', expectedRevision: 1, commandId: 'wall-tries', payload: {} }) });
    expect(command.status).toBe(403);
    expect((await fetch(`${test.url}/api/v1/cases/${id}`, { headers: { cookie } })).status).toBe(404);
  });

  it('[AC3] refuses a write that comes from another site', async () => {
    const id = await filedCase();
    const answer = await test.as('dispatcher').call('POST', `/api/v1/cases/${id}/commands`, { action: 'dispatch', expectedRevision: 3, commandId: 'other-site', payload: { teamId: 't1' } }, { origin: 'http://evil.example' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'ORIGIN_FORBIDDEN' } });
  });

  it('[AC4] keeps the demo accounts of a district that is no demo from everybody', async () => {
    expect((await test.anonymous.call('GET', '/api/v1/demo-accounts')).status).toBe(404);
    expect((await test.anonymous.call('POST', '/api/v1/session/demo', { account: 'chief' })).status).toBe(404);
  });

  it('answers health, readiness, metrics and its own description', async () => {
    expect((await test.anonymous.call('GET', '/healthz')).body).toEqual({ status: 'ok' });
    expect((await test.anonymous.call('GET', '/readyz')).status).toBe(200);
    expect(String((await test.anonymous.call('GET', '/metrics')).body)).toContain('wangge_last_seq 0');
    expect((await test.anonymous.call('GET', '/api/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('a report by a person', () => {
  it('[IN1] makes one case however often a phone sends it, and refuses another body under its key', async () => {
    const send = (body: object) => test.as('intake').call('POST', '/api/v1/cases', body, { 'idempotency-key': 'phone-1' });
    const answers = [await send(report), await send(report), await send({ ...report, description: '另一件' })];
    expect(answers.map((a) => a.status)).toEqual([201, 201, 409]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    expect(await caseCount()).toBe(1);
  });
});
