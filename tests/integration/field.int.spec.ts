import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetail, CheckerRow } from '@wangge/shared/wire';
import { PushClient } from '../support/push-client.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let command = 0;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function read(account: string, id: string): Promise<CaseDetail> {
  return (await app.as(account).call('GET', `/api/v1/cases/${id}`)).body as unknown as CaseDetail;
}

async function act(account: string, id: string, action: string, payload: object = {}): Promise<CaseDetail> {
  const { row: { revision } } = await read('chief', id);
  const answer = await app.as(account).call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: revision, commandId: `field-spec-${(command += 1)}`, payload });
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
  return (answer.body as unknown as { case: CaseDetail }).case;
}

/** A case that somebody rang in and that waits to be given to somebody. */
async function filedCase(): Promise<string> {
  const { body: { id } } = await app.as('intake').call('POST', '/api/v1/cases', {
    typeCode: 'T0', description: '路面积水', lng: 120.225, lat: 31.8, address: '河东', reporterName: '王小明', reporterPhone: '13800001234',
  });
  await act('intake', id, 'accept', { typeCode: 'T0', level: 'ordinary', gridCode: '320281104200001' });
  await act('chief', id, 'file');
  return id;
}

/** One that team t0 was sent to. */
async function sentCase(): Promise<string> {
  const id = await filedCase();
  await act('dispatcher', id, 'dispatch', { teamId: 't0' });
  return id;
}

describe('what the phone page reads', () => {
  it('[CL40] given a squad that has a case in hand, then it sees whom to ring until the case leaves its hands', async () => {
    const id = await sentCase();
    const due = { caseId: id, name: '王小明', phone: '13800001234', isSecret: false, isDue: true };
    expect(await read('squad0', id)).toMatchObject({ reporterPhone: expect.stringContaining('*'), toReach: due });
    await act('squad0', id, 'sign');
    const rung = await act('squad0', id, 'contact-reporter', { reportCaseId: id, answerHow: 'phone', note: '已告知马上到场' });
    expect(rung.toReach).toEqual({ ...due, isDue: false });
    const handed = await act('squad0', id, 'report-back', { note: '已排除', photos: [app.photo] });
    expect(handed.toReach).toBeNull();
    expect((await read('leader', id)).toReach).toBeNull();
  });

  it('[CL10] given the matters that grid workers may not be asked about, then none of them is offered, and nobody is offered whom the server refuses', async () => {
    const { body: { id } } = await app.as('intake').call('POST', '/api/v1/cases', { typeCode: 'T0', description: '井盖松动', lng: 120.275, lat: 31.8, address: '河西' });
    const offered = async (task: string): Promise<readonly CheckerRow[]> => (await app.as('intake').call('GET', `/api/v1/cases/${id}/checkers?task=${task}`)).body as unknown as CheckerRow[];
    expect((await offered('verify')).map(({ name }) => name)).toEqual([]);
    const refused = await app.as('intake').call('POST', `/api/v1/cases/${id}/commands`, { action: 'verify-report', expectedRevision: 1, commandId: 'field-spec-walker', payload: { personId: 'p-walker' } });
    expect(refused.body.code).toBe('GRID_VERIFY_NOT_ADMITTED');
    expect((await app.as('squad0').call('GET', `/api/v1/cases/${id}/checkers?task=verify`)).status).toBe(403);
  });

  it('[CL41] given a deed told late, then the record holds both times, and a time that cannot be is shown as doubted', async () => {
    const id = await sentCase();
    const { row: { revision }, timeline } = await read('squad0', id);
    const sentAt = timeline.at(-1)!.at;
    const signed = await act('squad0', id, 'sign', { doneAt: sentAt, seenRevision: revision });
    expect(signed.timeline.at(-1)).toMatchObject({ event: 'signed', doneAt: sentAt, doubtedAt: null });
    expect(signed.timeline.at(-1)!.at).toBeGreaterThanOrEqual(sentAt);
    const departed = await act('squad0', id, 'depart', { doneAt: sentAt - 60_000, seenRevision: revision });
    expect(departed.timeline.at(-1)).toMatchObject({ event: 'departed', doneAt: null, doubtedAt: sentAt - 60_000 });
  });
});

describe('the phone of a department', () => {
  it('[PH7] given a case for the department itself, then it signs, rings, asks and reports back, and the row says when', async () => {
    const id = await filedCase();
    await act('dispatcher', id, 'assign-department', { departmentId: 'd0' });
    expect((await read('department0', id)).toReach).toMatchObject({ name: '王小明', isDue: true });
    await act('department0', id, 'sign');
    await act('department0', id, 'contact-reporter', { reportCaseId: id, answerHow: 'phone', note: '已告知今天处理' });
    await act('department0', id, 'ask-room', { note: '请核对地点' });
    const { row } = await act('department0', id, 'report-back', { note: '已排除', photos: [app.photo] });
    expect(row).toMatchObject({ state: 'handled', order: null, handedInAt: row.stateSince });
    expect((await read('leader', await sentCase())).row).not.toHaveProperty('handedInAt');
  });

  it('[CL6] neither offers nor takes the steps of its team, whose order they are', async () => {
    const id = await sentCase();
    const steps = async (account: string) => (await read(account, id)).actions.filter((action) => ['deliver', 'sign', 'depart', 'arrive', 'report-back', 'request-return'].includes(action));
    expect([await steps('department0'), await steps('squad0')]).toEqual([['request-return'], ['deliver', 'sign', 'request-return']]);
    await expect(act('department0', id, 'sign')).rejects.toThrow('CASE_NOT_YOUR_UNIT');
    await act('squad0', id, 'sign');
    expect([await steps('department0'), await steps('squad0')]).toEqual([['request-return'], ['depart', 'arrive', 'report-back', 'request-return']]);
  });

  it('[PH8] is pushed what it has itself and nothing else, while its desk is pushed the township; it goes on no duty and calls no help', async () => {
    const [own, its, others] = [await filedCase(), await sentCase(), await filedCase()];
    await act('dispatcher', own, 'assign-department', { departmentId: 'd0' });
    await act('dispatcher', others, 'assign-department', { departmentId: 'd1' });
    const { cookie } = app.as('department0');
    const [phone, desk] = [new PushClient(app.url, { cookie, surface: 'field' }), new PushClient(app.url, { cookie })];
    await Promise.all([phone, desk].map((one) => one.until(() => one.snapshots.length > 0)));
    expect([own, its, others].map((id) => phone.rows.has(id))).toEqual([true, false, false]);
    expect([own, its, others].map((id) => desk.rows.has(id))).toEqual([true, true, true]);
    expect([...phone.rows.values()].every(({ order, leadDepartmentId }) => order === null && leadDepartmentId === 'd0')).toBe(true);
    expect([phone.units.size, phone.snapshots[0]?.figures ?? null, phone.frameBytes.length]).toEqual([0, null, 0]);
    await act('dispatcher', own, 'redirect', { teamId: 't0' });
    await phone.until(() => !phone.rows.has(own));
    for (const client of [phone, desk]) client.close();
    expect((await app.as('department0').call('PUT', '/api/v1/duty', { onDuty: true })).status).toBe(403);
    expect((await app.as('department0').call('POST', '/api/v1/sos', { at: Date.now(), lngLat: null })).status).toBe(403);
  });

  it('[PH8] asks in vain for the field where the role has no phone page: it is shown what it is shown at its desk', async () => {
    const id = await filedCase();
    const chief = new PushClient(app.url, { cookie: app.as('chief').cookie, surface: 'field' });
    await chief.until(() => chief.rows.has(id));
    chief.close();
  });
});
