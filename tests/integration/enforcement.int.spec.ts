import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { EnforcementBoard, PenaltyDetail, PenaltyRowView, RaidDetail, RaidListRow } from '@wangge/shared/enforcement';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let serial = 0;
const PARTY = { kind: 'person', name: '欧阳小明', idNo: '110105194912310021' };
const officers = [{ personId: 'p-squad0', name: '甲', certificateNo: 'A1' }, { personId: 'p-2', name: '乙', certificateNo: 'A2' }];

async function call<T>(account: string, method: string, path: string, body?: object): Promise<{ status: number; body: T & { code?: string; rule?: string } }> {
  return (await app.as(account).call(method, path, body)) as unknown as { status: number; body: T & { code?: string; rule?: string } };
}
const wishId = (): string => `wish-${String((serial += 1)).padStart(6, '0')}`;
const open = (account: string, more: object = {}) => call<PenaltyDetail>(account, 'POST', '/api/v1/penalties', {
  procedure: 'ordinary', powerCode: 'P1', party: PARTY, officers, villageCode: '320281104001', place: '某路 1 号', fact: '欧阳小明占道经营', commandId: wishId(), ...more,
});
const act = <T extends { id: string; revision: number }>(account: string, kind: string, item: T, action: string, payload: object = {}) =>
  call<T>(account, 'POST', `/api/v1/${kind}/${item.id}/commands`, { action, expectedRevision: item.revision, commandId: wishId(), payload });

beforeAll(async () => {
  app = await startTestApp();
  const text = '编码,赋权事项,原实施部门,依据,承接队伍,法制审核,可简易程序,来源\nP1,占道,城管局,某法,部门0,是,是,F\nP2,食品,市监局,某法,部门1,否,否,F\n';
  expect((await call('admin', 'POST', '/api/v1/lists/enforcement-powers/versions', { version: '甲', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text })).status).toBe(201);
});
afterAll(() => app.close());

describe('penalty cases over HTTP', () => {
  it('[EN1] opens only what is delegated to the squad, and says whose it is', async () => {
    expect(await open('squad0', { powerCode: 'P2' })).toMatchObject({ status: 403, body: { code: 'POWER_NOT_DELEGATED', rule: 'EN1', detail: '部门1' } });
    expect((await open('squad0', { powerCode: 'P9' })).body.code).toBe('POWER_UNKNOWN');
    expect((await open('chief')).body.code).toBe('POWER_NOT_DELEGATED');
    expect((await open('squad0', { procedure: 'simple', decisionNo: 'D1', fineYuan: 201 })).body).toMatchObject({ code: 'PENALTY_FINE_TOO_HIGH', rule: 'EN3' });
  });

  it('[EN12] shows the party in full to the handling unit and masked to everybody else', async () => {
    const { status, body: own } = await open('squad0');
    expect(status).toBe(201);
    expect(own).toMatchObject({ party: PARTY, isPartyMasked: false, fact: '欧阳小明占道经营', allowed: ['collect-evidence'] });
    const { body: seen } = await call<PenaltyDetail>('chief', 'GET', `/api/v1/penalties/${own.id}`);
    expect(seen).toMatchObject({ isPartyMasked: true, party: { name: '欧阳**' } });
    expect(JSON.stringify(seen)).not.toContain('小明');
    expect(JSON.stringify(seen)).not.toContain(PARTY.idNo);
    expect((await call('squad1', 'GET', `/api/v1/penalties/${own.id}`)).status).toBe(404);
    for (const path of ['/api/v1/penalties', '/api/v1/boards/enforcement']) expect(JSON.stringify((await call('leader', 'GET', path)).body)).not.toContain('欧阳');
  });

  it('[EN6] goes through evidence and review to the notice, and a step that is not open is refused with what is', async () => {
    const { body: filed } = await open('squad0');
    const { body: found } = await act('squad0', 'penalties', filed, 'collect-evidence', { officers, note: '现场笔录' });
    expect(await act('squad0', 'penalties', found, 'notify', { note: '告知' })).toMatchObject({ status: 422, body: { code: 'PENALTY_REVIEW_MISSING', rule: 'EN6' } });
    const { body: sent } = await act('squad0', 'penalties', found, 'send-review', { note: '请审' });
    const { body: passed } = await act('chief', 'penalties', sent, 'pass-review', { note: '同意' });
    const { body: noticed } = await act('squad0', 'penalties', { ...passed }, 'notify', { note: '已送达告知书', isWaived: true });
    expect(noticed).toMatchObject({ state: 'noticed' });
    const { body: { board } } = await call<{ board: EnforcementBoard }>('leader', 'GET', '/api/v1/boards/enforcement');
    expect(board.stages.find(({ state }) => state === 'noticed')?.count).toBe(1);
    const { body: { penalties } } = await call<{ penalties: PenaltyRowView[] }>('village-commander', 'GET', '/api/v1/penalties');
    expect(penalties.length).toBeGreaterThan(0);
    expect((await app.restart().then((again) => (app = again)), (await call<PenaltyDetail>('chief', 'GET', `/api/v1/penalties/${filed.id}`)).body)).toMatchObject({ state: 'noticed' });
  });
});

describe('joint raids over HTTP', () => {
  it('[EN11] are planned for several units and close by the last report', async () => {
    const given = { title: '夜间油烟', place: '某街', startsAt: Date.now(), leadUnitId: 't0', units: [{ unitId: 't0', headcount: 4 }, { unitId: 't1', headcount: 2 }], commandId: wishId() };
    expect((await call('squad0', 'POST', '/api/v1/raids', given)).status).toBe(403);
    expect((await call('chief', 'POST', '/api/v1/raids', { ...given, leadUnitId: 't2', commandId: wishId() })).body.code).toBe('FIELD_INVALID');
    const { body: planned } = await call<RaidDetail>('chief', 'POST', '/api/v1/raids', given);
    const { body: running } = await act('squad0', 'raids', planned, 'start');
    const { body: half } = await act('squad0', 'raids', running, 'report', { present: 4, checked: 6, problems: 1, note: '查 6 家' });
    expect(half.state).toBe('running');
    const { body: { board } } = await call<{ board: EnforcementBoard }>('leader', 'GET', '/api/v1/boards/enforcement');
    expect(board.raidsToday).toMatchObject([{ units: 2, reported: 1, headcount: 6 }]);
    expect((await act('squad1', 'raids', half, 'report', { present: 2, note: '无异常' })).body.state).toBe('closed');
  });

  it('[EN13] stand in the list of each unit with its own next step, and begin when the lead is there', async () => {
    const given = { title: '早市占道', place: '市场', startsAt: Date.now(), leadUnitId: 't0', units: [{ unitId: 't0', headcount: 4 }, { unitId: 't1', headcount: 2 }], commandId: wishId() };
    const { body: planned } = await call<RaidDetail>('chief', 'POST', '/api/v1/raids', given);
    const rowOf = async (account: string): Promise<RaidListRow | undefined> => (await call<{ raids: RaidListRow[] }>(account, 'GET', '/api/v1/raids')).body.raids.find(({ id }) => id === planned.id);
    expect(await rowOf('squad1')).toMatchObject({ isYours: true, allowed: ['accept', 'arrive'] });
    expect(await rowOf('chief')).toMatchObject({ isYours: false, allowed: ['start', 'cancel'] });
    const { body: taken } = await act('squad1', 'raids', planned, 'accept');
    expect(await act('squad1', 'raids', taken, 'accept')).toMatchObject({ status: 409, body: { code: 'RAID_STEP_DONE', rule: 'EN13' } });
    expect((await act('squad0', 'raids', taken, 'arrive')).body).toMatchObject({ state: 'running', allowed: ['report'] });
  });
});
