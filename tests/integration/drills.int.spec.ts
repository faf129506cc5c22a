import { systemClock, type Clock } from '@wangge/server/app';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlarmsBoard } from '@wangge/shared/alarm';
import { MINUTE_MS } from '@wangge/shared/base';
import type { DrillsBoard } from '@wangge/shared/drill';
import type { BoardAnswer, CaseDetail, PastPicture } from '@wangge/shared/wire';
import { PushClient } from '../support/push-client.ts';
import { API_KEY, WALL_KEY, callerFor, startTestApp, type Answer, type Caller, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let at = 0;
let ticks: (() => void)[] = [];
let keys = 0;
const commandId = (): string => `command-${(keys += 1)}`;
/** A clock that stands, so that whatever differs between two looks was counted; what is only put off a little still comes. */
const clock: Clock = { ...systemClock, now: () => at, every: (_ms: number, tell: () => void) => { ticks.push(tell); return () => undefined; } };

beforeEach(async () => {
  at = Date.now();
  ticks = [];
  test = await startTestApp(undefined, {}, clock);
});
afterEach(() => test.close());

async function aWall(): Promise<Caller> {
  const answer = await fetch(`${test.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
  return callerFor(test.url, /wangge_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '');
}

const board = async <T>(who: Caller, name: string): Promise<T> => ((await who.call('GET', `/api/v1/boards/${name}`)).body as unknown as BoardAnswer).board as T;
const openDrill = (who: Caller, more: object = {}): Promise<Answer> => who.call('POST', '/api/v1/drills', { name: '燃气泄漏演练', areaCode: '320281104', until: at + 10 * MINUTE_MS, commandId: commandId(), ...more });
const endDrill = (who: Caller, id: string): Promise<Answer> => who.call('POST', `/api/v1/drills/${id}/commands`, { action: 'end', expectedRevision: 1, commandId: commandId() });
const report = (more: object = {}, who = test.as('intake')): Promise<Answer> => who.call('POST', '/api/v1/cases', { typeCode: 'T9', description: '燃气味很重', lng: 120.22, lat: 31.8, ...more });
const detail = async (id: string, who = test.as('chief')): Promise<CaseDetail> => (await who.call('GET', `/api/v1/cases/${id}`)).body as unknown as CaseDetail;

async function act(who: Caller, id: string, action: string, payload: object = {}): Promise<Answer> {
  const { row } = await detail(id);
  return who.call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: row.revision, commandId: commandId(), payload });
}

/** Takes a case to a squad. */
async function send(id: string, teamId = 't0'): Promise<void> {
  const { row } = await detail(id);
  expect(await act(test.as('intake'), id, 'accept', { typeCode: row.typeCode, level: row.level, gridCode: row.gridCode })).toMatchObject({ status: 200 });
  expect(await act(test.as('chief'), id, 'file')).toMatchObject({ status: 200 });
  expect(await act(test.as('dispatcher'), id, 'dispatch', { teamId })).toMatchObject({ status: 200 });
}

/** Lets what runs by itself run once, and what it began come to its end. */
async function tick(): Promise<void> {
  for (const tell of ticks) tell();
  await new Promise((resolve) => setTimeout(resolve, 30));
}

/** Everything that is counted, as each of these reads it: figures, the cases behind each, every board with the numbers that can be opened. */
async function everyCount(): Promise<unknown> {
  const readers = [...['chief', 'commander', 'leader', 'county', 'inspector', 'dispatcher', 'village-commander', 'squad0'].map((account) => test.as(account)), await aWall()];
  return Promise.all(readers.map(async (who) => {
    const figures = (await who.call('GET', '/api/v1/figures')).body;
    const names = ((await who.call('GET', '/api/v1/boards')).body as unknown as { name: string }[]).map(({ name }) => name).filter((name) => name !== 'drills' && name !== 'alarms');
    const boards = await Promise.all(names.map(async (name) => [name, await board<object>(who, name), ((await who.call('GET', `/api/v1/boards/${name}/sheet`)).body as { figures?: object }).figures ?? null]));
    const members = await Promise.all(['reported', 'accepted', 'closed', 'open', 'red'].map(async (figure) => (await who.call('GET', `/api/v1/figures/cases?figure=${figure}`)).body));
    const bounces = (await who.call('GET', '/api/v1/routing/bounces')).body;
    const waiting = (await board<AlarmsBoard | undefined>(who, 'alarms'))?.waiting;
    const past = ((await who.call('GET', `/api/v1/replay/at?t=${at}`)).body as unknown as PastPicture).figures;
    const pastBoards = (await who.call('GET', `/api/v1/replay/boards?t=${at}&names=${names.join(',')}`)).body;
    const hours = ((await who.call('GET', `/api/v1/replay/day?date=${new Date(at + 8 * 60 * MINUTE_MS).toISOString().slice(0, 10)}`)).body as unknown as { reportedByHour?: object }).reportedByHour;
    return { figures, boards, members, bounces, waiting, past, pastBoards, hours };
  }));
}

describe('a drill over HTTP', () => {
  it('[DR1] [DR2] [DR8] is opened by a duty chief in their area, one at a time, and is told to everybody there at once', async () => {
    for (const account of ['dispatcher', 'intake', 'leader', 'county', 'squad0']) expect((await openDrill(test.as(account))).status, account).toBe(403);
    expect(await openDrill(test.as('other-chief'))).toMatchObject({ status: 403, body: { rule: 'DR1', field: 'areaCode' } });
    expect(await openDrill(test.as('chief'), { until: at })).toMatchObject({ status: 422, body: { code: 'DRILL_END', field: 'until' } });
    const opened = await openDrill(test.as('chief'));
    expect(opened).toMatchObject({ status: 201, body: { state: 'open', openedBy: 'chief', cases: 0, allowed: ['end'] } });
    expect(await openDrill(test.as('commander'), { areaCode: '320281104001' })).toMatchObject({ status: 409, body: { code: 'DRILL_RUNNING', detail: '燃气泄漏演练' } });
    for (const who of [await aWall(), test.as('squad0'), test.as('walker'), test.as('leader')]) {
      expect(await board<DrillsBoard>(who, 'drills')).toMatchObject({ drills: [{ name: '燃气泄漏演练', state: 'open', allowed: [] }], mayOpen: false });
    }
    expect((await board<DrillsBoard>(await aWall(), 'drills')).drills[0]?.openedBy).toBeNull();
    expect((await board<DrillsBoard>(test.as('other-chief'), 'drills'))).toEqual({ drills: [], mayOpen: true });
    expect(await endDrill(test.as('dispatcher'), opened.body.id)).toMatchObject({ status: 403 });
    expect(await endDrill(test.as('commander'), opened.body.id)).toMatchObject({ status: 200, body: { state: 'ended', endedBy: 'commander', allowed: [] } });
    test = await test.restart();
    expect((await board<DrillsBoard>(test.as('chief'), 'drills')).drills).toMatchObject([{ state: 'ended', openedBy: 'chief', endedBy: 'commander', endedAt: at }]);
  });

  it('[DR3] takes a case by the reporter’s choice while it runs where it is, under a number of its own, and from no channel', async () => {
    const { body: { id: drillId } } = await openDrill(test.as('chief'), { areaCode: '320281104200' });
    const real = await report();
    const made = await report({ drillId });
    expect((await detail(made.body.id)).row).toMatchObject({ drillId, no: expect.stringMatching(/^320281104-Y-\d{8}-0001$/) });
    expect((await detail(real.body.id)).row).not.toHaveProperty('drillId');
    expect((await detail((await report()).body.id)).row.no, 'no gap in the numbers of real cases').toMatch(/-0002$/);
    expect(await report({ drillId, lng: 120.27 }), 'the village next door').toMatchObject({ status: 422, body: { code: 'DRILL_NOT_OPEN', rule: 'DR3', field: 'drillId' } });
    const channel = await test.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T9', description: '燃气味很重', lng: 120.22, lat: 31.8, drillId }, { 'x-api-key': API_KEY, 'idempotency-key': commandId() });
    expect(channel).toMatchObject({ status: 422, body: { code: 'DRILL_NOT_OPEN' } });
    at += 11 * MINUTE_MS;
    expect(await report({ drillId }), 'its time is over, though nobody wrote its end yet').toMatchObject({ status: 422, body: { code: 'DRILL_NOT_OPEN' } });
  });

  it('[DR4] [DR6] leaves every figure, every board and every number behind them as they were, live and in replay', async () => {
    const real = await report();
    await send(real.body.id, 't1');
    await report({ typeCode: 'T0' });
    await tick();
    const before = await everyCount();
    expect(JSON.stringify(before), 'there is something to count').toContain(real.body.id);
    const { body: { id: drillId } } = await openDrill(test.as('chief'));
    const made = await report({ drillId });
    const left = await report({ drillId });
    await report({ drillId, typeCode: 'T0', lng: 120.27 });
    await send(made.body.id);
    await tick();
    expect(await everyCount()).toEqual(before);
    expect((await board<DrillsBoard>(test.as('chief'), 'drills')).drills).toMatchObject([{ cases: 3, open: 3 }]);
    expect((await board<AlarmsBoard>(await aWall(), 'alarms')).alarms.filter(({ isDrill }) => isDrill), 'it takes over the wall').not.toEqual([]);
    const past = (await test.as('chief').call('GET', `/api/v1/replay/at?t=${at}`)).body as unknown as PastPicture;
    expect(past.cases.filter((row) => row.drillId === drillId), 'and is seen in replay').toHaveLength(3);
    await endDrill(test.as('chief'), drillId);
    await tick();
    expect(await everyCount()).toEqual(before);
    expect((await detail(left.body.id)).row.state).toBe('closed');
  });

  it('[DR5] keeps its cases in the room', async () => {
    const { body: { id: drillId } } = await openDrill(test.as('chief'));
    const real = await report();
    const made = await report({ drillId });
    expect(await act(test.as('chief'), made.body.id, 'merge', { parentCaseId: real.body.id })).toMatchObject({ status: 422, body: { code: 'CASE_NOT_MERGEABLE' } });
    expect((await test.as('chief').call('GET', `/api/v1/cases/${made.body.id}/merge-candidates`)).body).toEqual({ candidates: [] });
    await send(made.body.id);
    for (const [account, action, payload] of [
      ['commander', 'supervise', { supervisionLevel: 1, note: '抓紧' }], ['commander', 'convene', { departmentId: 'd0', note: '会商' }], ['inspector', 'evaluate', { satisfaction: 5, isResolved: true }],
    ] as const) expect(await act(test.as(account), made.body.id, action, payload), action).toMatchObject({ status: 422, body: { code: 'CASE_IN_DRILL', rule: 'DR5' } });
    expect((await detail(made.body.id, test.as('commander'))).actions).not.toContain('supervise');
    expect((await test.as('commander').call('POST', `/api/v1/cases/${made.body.id}/supervisions`, { level: 1, note: '抓紧', commandId: commandId() })).status).toBe(404);
  });

  it('[DR7] closes its open cases with it, whether somebody ends it or its time does, and nothing stays on a wall or phone', async () => {
    const squad = new PushClient(test.url, { cookie: test.as('squad0').cookie });
    const wall = new PushClient(test.url, { cookie: (await aWall()).cookie });
    const { body: { id: drillId } } = await openDrill(test.as('chief'));
    const [sent, waiting] = [await report({ drillId }), await report({ drillId, lng: 120.27 })];
    await send(sent.body.id);
    await squad.until(() => squad.rows.has(sent.body.id));
    expect(squad.rows.get(sent.body.id)).toMatchObject({ drillId, order: { teamId: 't0' } });
    at += 10 * MINUTE_MS;
    await tick();
    for (const id of [sent.body.id, waiting.body.id]) {
      const { row, timeline } = await detail(id);
      expect(row).toMatchObject({ state: 'closed', closedOnTime: null, stepClock: null });
      expect(timeline.at(-1)).toMatchObject({ event: 'drill-ended', actorRole: 'system' });
    }
    await squad.until(() => !squad.rows.has(sent.body.id));
    await wall.until(() => ![...wall.rows.values()].some((row) => row.drillId));
    expect((await board<DrillsBoard>(test.as('chief'), 'drills')).drills).toMatchObject([{ state: 'ended', endedBy: '系统', open: 0 }]);
    await tick();
    expect((await board<AlarmsBoard>(test.as('chief'), 'alarms')).alarms).toEqual([]);
    expect((await openDrill(test.as('commander'))).status).toBe(201);
    for (const client of [squad, wall]) client.close();
  });
});
