import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetail, CheckerRow } from '@wangge/shared/wire';
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

/** A case that somebody rang in and that team t0 was sent to. */
async function sentCase(): Promise<string> {
  const { body: { id } } = await app.as('intake').call('POST', '/api/v1/cases', {
    typeCode: 'T0', description: '路面积水', lng: 120.225, lat: 31.8, address: '河东', reporterName: '王小明', reporterPhone: '13800001234',
  });
  await act('intake', id, 'accept', { typeCode: 'T0', level: 'ordinary', gridCode: '320281104200001' });
  await act('chief', id, 'file');
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
