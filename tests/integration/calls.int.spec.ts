import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallDetail, CallsBoard, CaseCalls } from '@wangge/shared/call';
import type { CaseDetail } from '@wangge/shared/wire';
import { startTestApp, type Caller, type TestApp } from '../support/test-app.ts';

let app: TestApp;
const who = {} as Record<'intake' | 'chief' | 'commander' | 'centre' | 'water' | 'ecology' | 'other' | 'wall', Caller>;

beforeAll(async () => {
  app = await startTestApp();
  for (const [name, account] of Object.entries({
    intake: 'intake', chief: 'chief', commander: 'commander', centre: 'county', water: 'county-water', ecology: 'county-ecology', other: 'other-chief',
  })) who[name as keyof typeof who] = app.as(account);
});
afterAll(() => app.close());

let command = 0;
const nextId = (): string => `call-spec-${(command += 1)}`;
const body = <T>(answer: { readonly body: unknown }): T => answer.body as T;

async function act(by: Caller, path: string, revision: number, action: string, payload: object = {}): Promise<{ status: number; body: unknown }> {
  return by.call('POST', `${path}/commands`, { action, expectedRevision: revision, commandId: nextId(), payload });
}

async function actOnCall(by: Caller, detail: CallDetail, action: string, payload: object = {}): Promise<CallDetail> {
  const answer = await act(by, `/api/v1/calls/${detail.call.id}`, detail.call.revision, action, payload);
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
  return body(answer);
}

/** A case that waits to be dispatched. */
async function filedCase(): Promise<string> {
  const { body: { id } } = await who.intake.call('POST', '/api/v1/cases', { typeCode: 'T0', description: '河道内私建码头', lng: 120.225, lat: 31.8, address: '河东' });
  await act(who.intake, `/api/v1/cases/${id}`, 1, 'accept', { typeCode: 'T0', level: 'ordinary', gridCode: '320281104200001' });
  await act(who.chief, `/api/v1/cases/${id}`, 2, 'file');
  return id;
}

const DRAFT = {
  ground: 'beyond-power', urgency: 'routine', itemNo: 'SD20', study: '超出本镇权限', toUnitId: 'county-water',
  attempts: [{ unitId: 'stationed', at: Date.now() - 3_600_000, how: 'handled', isSolved: false, words: '无权处罚' }],
};

async function drafted(draft: object = {}): Promise<{ caseId: string; detail: CallDetail }> {
  const caseId = await filedCase();
  const answer = await who.chief.call('POST', '/api/v1/calls', { caseId, draft: { ...DRAFT, ...draft } });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { caseId, detail: body(answer) };
}

const caseOf = async (id: string): Promise<CaseDetail> => body(await who.chief.call('GET', `/api/v1/cases/${id}`));

describe('calls to the county over HTTP', () => {
  it('[CC9] goes from draft to rating, and the case follows', async () => {
    const { caseId, detail } = await drafted();
    expect(detail.call).toMatchObject({ state: 'drafted', no: expect.stringMatching(/^呼〔\d{4}〕\d{3}$/) });
    const called = await actOnCall(who.commander, detail, 'sign');
    expect((await caseOf(caseId)).row).toMatchObject({ state: 'county-called', stepClock: { dueAt: called.call.clocks?.respond.dueAt } });
    const answered = await actOnCall(who.water, called, 'answer', { handlerName: '李工' });
    expect((await caseOf(caseId)).row).toMatchObject({ state: 'handling', leadDepartmentId: 'county-water' });
    const planned = await actOnCall(who.water, answered, 'give-plan', { plan: '一周内拆除' });
    const finished = await actOnCall(who.water, planned, 'finish', { words: '已拆除', isSolved: true });
    expect((await caseOf(caseId)).row.state).toBe('handled');
    const rated = await actOnCall(who.chief, finished, 'rate', { satisfaction: 5, isSolved: true, words: '快' });
    expect(rated.timeline.map(({ event }) => event)).toEqual(['drafted', 'called', 'answered', 'plan-given', 'finished', 'rated']);
    const { tier, calls, form } = body<CaseCalls>(await who.chief.call('GET', `/api/v1/cases/${caseId}/calls`));
    expect({ tier, n: calls.length, to: form?.to }).toEqual({ tier: 'county', n: 1, to: 'county' });
  });

  it('[CC9] the case itself takes none of these steps', async () => {
    const { caseId, detail } = await drafted();
    expect((await caseOf(caseId)).actions).not.toContain('call-county');
    const refused = await act(who.chief, `/api/v1/cases/${caseId}`, 3, 'call-county', { departmentId: 'county-water', reason: '难', basis: 'SD20' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'CASE_THROUGH_CALL', rule: 'CC9', instead: ['call'] } });
    await actOnCall(who.commander, detail, 'sign');
    expect(await act(who.centre, `/api/v1/cases/${caseId}`, 4, 'answer-call', { departmentId: 'county-water' })).toMatchObject({ status: 409, body: { code: 'CASE_THROUGH_CALL' } });
  });

  it('[CC4] [CC5] says which rule forbids a call, and what to do instead', async () => {
    const own = await drafted({ itemNo: 'SD02' });
    const answer = await act(who.commander, `/api/v1/calls/${own.detail.call.id}`, 1, 'sign');
    expect(answer).toMatchObject({ status: 422, body: { code: 'CALL_WITHIN_OWN_POWER', rule: 'CC4', instead: ['dispatch', 'assign-department'], current: { call: { state: 'drafted' } } } });
    const untried = await drafted({ attempts: [] });
    expect(await act(who.commander, `/api/v1/calls/${untried.detail.call.id}`, 1, 'sign')).toMatchObject({ status: 422, body: { code: 'CALL_NOTHING_TRIED', rule: 'CC5', field: 'attempts' } });
  });

  it('[CC8] of two racing answers one is taken; a repeated one has no second effect', async () => {
    const { detail } = await drafted();
    const called = await actOnCall(who.commander, detail, 'sign');
    const path = `/api/v1/calls/${called.call.id}/commands`;
    const wish = (by: string): object => ({ action: 'answer', expectedRevision: called.call.revision, commandId: `race-${by}-1`, payload: { handlerName: by } });
    const answers = await Promise.all([who.water.call('POST', path, wish('water')), who.centre.call('POST', path, wish('centre'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body).toMatchObject({ code: 'OBJECT_REVISION_CONFLICT', current: { call: { state: 'answered' } } });
    const winner = answers[0]?.status === 200 ? 'water' : 'centre';
    expect((await who[winner].call('POST', path, wish(winner))).body).toMatchObject({ call: { revision: called.call.revision + 1 } });
  });

  it('[CC11] a return cites an item of the list and gives the case back', async () => {
    const { caseId, detail } = await drafted();
    const called = await actOnCall(who.commander, detail, 'sign');
    expect(await act(who.centre, `/api/v1/calls/${called.call.id}`, 2, 'return', { reason: '不归我们' })).toMatchObject({ status: 422, body: { code: 'OBJECT_FIELD_REQUIRED', field: 'itemNo' } });
    expect(await act(who.centre, `/api/v1/calls/${called.call.id}`, 2, 'return', { itemNo: 'SD999', reason: '不归我们' })).toMatchObject({ status: 422, body: { code: 'CALL_ITEM_UNKNOWN', field: 'itemNo' } });
    const returned = await actOnCall(who.centre, called, 'return', { itemNo: 'SD02', reason: '由乡镇查处' });
    expect(returned.call.state).toBe('returned');
    expect((await caseOf(caseId)).row).toMatchObject({ state: 'filed', countyCall: null });
  });

  it('[CC16] shows a county department the calls to it, a township its own, and the county no drafts', async () => {
    const { detail } = await drafted();
    const path = `/api/v1/calls/${detail.call.id}`;
    expect((await who.centre.call('GET', path)).status).toBe(404);
    expect((await who.chief.call('GET', path)).status).toBe(200);
    expect((await who.other.call('GET', path)).status).toBe(404);
    await actOnCall(who.commander, detail, 'sign');
    expect((await who.centre.call('GET', path)).status).toBe(200);
    expect((await who.water.call('GET', path)).status).toBe(200);
    expect((await who.ecology.call('GET', path)).status).toBe(404);
    expect((await who.other.call('GET', '/api/v1/calls')).body.total).toBe(0);
    expect((await app.anonymous.call('GET', '/api/v1/calls')).status).toBe(401);
  });

  it('[CC15] tells a board of running calls, results and the whistle rate', async () => {
    const { board } = body<{ board: CallsBoard }>(await who.chief.call('GET', '/api/v1/boards/calls'));
    expect(board.running.length).toBeGreaterThan(0);
    expect(board.isDefault).toBe(true);
    expect(board.results.find(({ departmentId }) => departmentId === 'county-water')).toMatchObject({ rated: 1, meanRating: 5, returned: 1 });
    expect(board.towns[0]).toMatchObject({ townCode: '320281104', isWarning: true });
    const theirs = body<{ board: CallsBoard }>(await who.ecology.call('GET', '/api/v1/boards/calls'));
    expect(theirs.board).toMatchObject({ running: [], results: [] });
  });

  it('[CC9] [JH6] two steps of the case in one answer end what waits on it once: a department that owed support leads now', async () => {
    const caseId = await filedCase();
    await act(app.as('dispatcher'), `/api/v1/cases/${caseId}`, 3, 'dispatch', { teamId: 't0', supportDepartmentIds: ['county-ecology'] });
    await act(app.as('squad0'), `/api/v1/cases/${caseId}`, 4, 'sign');
    const { body: drawn } = await who.chief.call('POST', '/api/v1/calls', { caseId, draft: DRAFT });
    const called = await actOnCall(who.commander, drawn as unknown as CallDetail, 'sign');
    const charged = await actOnCall(who.centre, called, 'assign', { departmentId: 'county-ecology' });
    const answered = await actOnCall(who.ecology, charged, 'answer', { handlerName: '王工' });
    expect(answered.call.state).toBe('answered');
    expect((await caseOf(caseId)).row).toMatchObject({ state: 'handling', leadDepartmentId: 'county-ecology' });
    expect((await who.chief.call('GET', `/api/v1/supports?caseId=${caseId}`)).body).toMatchObject({ supports: [{ task: { departmentId: 'county-ecology', state: 'excused' } }] });
  });

  it('[CC3] refuses at the door what is no call, and survives a restart', async () => {
    const caseId = await filedCase();
    expect(await who.chief.call('POST', '/api/v1/calls', { caseId, draft: { ...DRAFT, ground: 'habit' } })).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID', field: 'draft.ground' } });
    expect(await who.chief.call('POST', '/api/v1/calls', { caseId, draft: { ...DRAFT, wish: 1 } })).toMatchObject({ status: 400, body: { code: 'FIELD_UNKNOWN', field: 'draft.wish' } });
    const before = (await who.chief.call('GET', '/api/v1/calls')).body.total;
    app = await app.restart();
    expect((await app.as('chief').call('GET', '/api/v1/calls')).body.total).toBe(before);
  });
});
