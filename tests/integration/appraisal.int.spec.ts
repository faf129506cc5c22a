import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppraisalBoard, AppraisalView, CountedCases, RankingView, RosterView, RightUseItem } from '@wangge/shared/appraisal';
import { dateKey } from '@wangge/shared/base';
import type { CaseDetail } from '@wangge/shared/wire';
import { API_KEY, startTestApp, type Caller, type TestApp } from '../support/test-app.ts';

let app: TestApp;
const read = async <T>(who: Caller, path: string): Promise<T> => (await who.call('GET', `/api/v1${path}`)).body as unknown as T;

beforeAll(async () => {
  app = await startTestApp();
  for (let n = 0; n < 6; n += 1) {
    const report = { typeCode: 'T1', description: `第 ${n} 件`, lng: 120.21 + (n % 3) * 0.05, lat: 31.8 };
    const done = await app.anonymous.call('POST', '/api/v1/intake/cases', report, { 'x-api-key': API_KEY, 'idempotency-key': `appraisal-${n}` });
    expect(done.status).toBe(201);
  }
});
afterAll(() => app.close());

async function act(who: string, id: string, action: string, payload: object = {}): Promise<void> {
  const { row } = await read<CaseDetail>(app.as('chief'), `/cases/${id}`);
  const done = await app.as(who).call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: row.revision, commandId: `${id}-${action}`, payload });
  expect([action, done.status, done.body.code]).toEqual([action, 200, undefined]);
}

describe('appraisal over HTTP', () => {
  it('[AP2] opens every figure to its cases, which add up to it', async () => {
    const chief = app.as('chief');
    const all = await read<CountedCases>(chief, '/appraisal/I12/cases?limit=500');
    expect(all).toMatchObject({ total: 6, numerator: 0, denominator: 6, hidden: 0 });
    const first = all.cases[0]!;
    await act('intake', first.id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: first.villageCode + '-g' });
    await act('chief', first.id, 'file');
    const view = await read<AppraisalView>(chief, '/appraisal?period=month');
    const filed = view.figures.find(({ indicator }) => indicator.id === 'I12')!;
    expect(filed.figure).toMatchObject({ numerator: 1, denominator: 6 });
    const paged = await read<CountedCases>(chief, '/appraisal/I12/cases?part=numerator&limit=2');
    expect(paged).toMatchObject({ total: 1, cases: [{ id: first.id, numerator: 1 }] });
    expect(filed.indicator).toMatchObject({ formula: expect.stringContaining('立案数'), denominator: expect.stringContaining('上报数') as string });
  });

  it('[AP8] answers null and says why where there is nothing to divide by, or it tells of now only', async () => {
    const { figures } = await read<AppraisalView>(app.as('chief'), '/appraisal?period=year');
    const why = (id: string) => figures.find(({ indicator }) => indicator.id === id)?.why;
    expect(['I44', 'I46', 'I48', 'I49'].map(why)).toEqual(Array(4).fill('no-cases'));
    expect(await read<CountedCases>(app.as('chief'), '/appraisal/I49/cases')).toMatchObject({ total: 0, denominator: 0, things: [], cases: [] });
    const past = await read<AppraisalView>(app.as('chief'), `/appraisal?period=month&at=${Date.now() - 70 * 86_400_000}`);
    expect(past.figures.find(({ indicator }) => indicator.id === 'I27')).toMatchObject({ why: 'now-only', figure: { value: null } });
  });

  it('[AP15] ranks villages with their 口径, in JSON and as a table', async () => {
    const ranking = await read<RankingView>(app.as('leader'), '/appraisal/ranking?league=village&period=month');
    expect(ranking.terms.length).toBeGreaterThan(2);
    expect(ranking.rows).toHaveLength(3);
    const csv = await app.as('leader').call('GET', '/api/v1/appraisal/ranking?league=village&format=csv');
    expect(String(csv.body)).toContain('口径');
  });

  it('shows the wall its board, and nobody what lies beside their area', async () => {
    const board = await read<{ board: AppraisalBoard }>(app.as('chief'), '/boards/appraisal');
    expect(board.board.dimensions.map(({ name }) => name)).toEqual(['办理质效', '响应速度', '群众满意', '规范履职']);
    expect((await app.as('village-commander').call('GET', '/api/v1/appraisal?subject=v1')).body.code).toBe('APPRAISAL_SUBJECT_UNKNOWN');
    expect((await app.as('squad0').call('GET', '/api/v1/appraisal')).status).toBe(403);
  });

  it('tells each role with the session which boards it may read', async () => {
    for (const account of ['chief', 'county-water', 'squad0', 'leader']) {
      const { boards } = await read<{ boards: string[] }>(app.as(account), '/session');
      expect(boards).toEqual((await read<{ name: string }[]>(app.as(account), '/boards')).map(({ name }) => name));
      for (const name of ['calls', 'joint', 'appraisal']) expect([account, name, (await app.as(account).call('GET', `/api/v1/boards/${name}`)).status]).toEqual([account, name, boards.includes(name) ? 200 : 403]);
    }
  });

  it('[AP16] keeps the roster and refuses a right to who does not hold it', async () => {
    const roster = await read<RosterView>(app.as('chief'), '/roster');
    expect(roster).toMatchObject({ isConfirmed: false, rights: ['command'] });
    const body = { right: 'veto', departmentId: 'd0', reason: '连续两月考评不达标', commandId: 'right-use-1' };
    expect((await app.as('chief').call('POST', '/api/v1/right-uses', body)).body).toMatchObject({ code: 'ACTION_FORBIDDEN', rule: 'AP16' });
    expect((await app.as('chief').call('POST', '/api/v1/right-uses', { ...body, right: 'command' })).body).toMatchObject({ code: 'RIGHT_NOT_STATIONED' });
    expect(await read<{ total: number; uses: RightUseItem[] }>(app.as('chief'), '/right-uses')).toEqual({ total: 0, uses: [] });
  });

  it('[AP17] lets a commander use each of the four rights, and keeps who, when, about whom and why with the answer', async () => {
    const text = '派驻机构,岗位,编制数,派出单位,编制锁定自,人员锁定自,人员锁定至,文号\n派驻所,,2,县局,2026-01-01,2026-01-01,2028-12-31,测\n';
    const published = await app.as('admin').call('POST', '/api/v1/lists/roster/versions', { version: 'roster-1', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text });
    expect(published.status).toBe(201);
    const roster = await read<RosterView>(app.as('commander'), '/roster');
    expect(roster).toMatchObject({ isConfirmed: true, rights: ['command', 'appraise', 'nominate', 'veto'], bodies: [{ departmentId: 'stationed', areaCode: '320281104', posts: 2, personLockedUntil: '2028-12-31' }] });
    for (const right of roster.rights) {
      const used = await app.as('commander').call('POST', '/api/v1/right-uses', { right, departmentId: 'stationed', reason: `理由：${right}`, commandId: `use-${right}-1` });
      expect([right, used.status]).toEqual([right, 201]);
    }
    const { total, uses } = await read<{ total: number; uses: RightUseItem[] }>(app.as('county'), '/right-uses');
    expect(total).toBe(4);
    const veto = uses.find(({ use }) => use.right === 'veto')!;
    expect(veto).toMatchObject({ departmentName: '派驻所', allowed: ['answer'], use: { usedByName: 'commander', usedByRole: 'commander', reason: '理由：veto', state: 'used', usedAt: expect.any(Number) as number } });
    const answered = await app.as('county').call('POST', `/api/v1/right-uses/${veto.use.id}/commands`, { action: 'answer', expectedRevision: 1, commandId: 'answer-veto-1', payload: { note: '暂缓调动' } });
    expect(answered.body).toMatchObject({ use: { state: 'answered', answer: '暂缓调动', answeredByName: 'county' } });
  });
});
