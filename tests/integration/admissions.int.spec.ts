import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { GridTasksView } from '@wangge/shared/patrol';
import { startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

const HEAD = '编码,事项,提出部门,可派任务,网格事务,案件类型,经费保障,准入批文,依据,生效日期,失效日期,来源';
const DUTIES = '编码,事项,目的,频次,仅工作日,完成标准,承担岗位,依据,来源';
const publish = (kind: string, version: string, ...lines: string[]): Promise<Answer> =>
  app.as('admin').call('POST', `/api/v1/lists/${kind}/versions`, { version, effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: `${lines.join('\n')}\n` });

/** Reports a case and wishes that the grid worker verify it. */
async function askToVerify(): Promise<Answer> {
  const { body: { id } } = await app.as('intake').call('POST', '/api/v1/cases', { typeCode: 'T1', description: '试', lng: 120.28, lat: 31.8 }, { 'idempotency-key': randomUUID() });
  return app.as('intake').call('POST', `/api/v1/cases/${id}/commands`, { action: 'verify-report', expectedRevision: 1, commandId: randomUUID(), payload: { personId: 'p-walker' } });
}

describe('what grid workers may be asked for, over HTTP', () => {
  it('[GA1] sends them to nothing that is not admitted, names the rule and what is open instead', async () => {
    expect(await askToVerify()).toMatchObject({ status: 422, body: { code: 'GRID_VERIFY_NOT_ADMITTED', rule: 'GA1', instead: ['accept', 'refuse', 'merge', 'urge'] } });
  });

  it('[GA3] refuses the list whole by line, and changes nothing', async () => {
    const refused = await publish('grid-admissions', '甲', HEAD, 'ZR1,核实,部门0,核实,,T1,,准1号,某办法,2026-01-01,,', 'ZR2,核实,无此部门,核实,,T8,自筹,,某办法,2026-01-01,,');
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ line: 2, column: '经费保障' }, { line: 3, column: '准入批文' }, { line: 3, column: '案件类型' }, { line: 3, column: '提出部门' }] } });
    expect((await askToVerify()).status).toBe(422);
  });

  it('[GA1] sends them from the day on which it is admitted', async () => {
    expect((await publish('grid-admissions', '乙', HEAD, 'ZR1,核实占道,部门0,巡查;核实,W01,T1,部门0随事划转,准〔2026〕1号,某办法,2026-01-01,,')).status).toBe(201);
    expect((await askToVerify()).status).toBe(200);
  });

  it('[GA2] asks for admitted duties only, and takes no other into the list', async () => {
    const { tasks } = (await app.as('walker').call('GET', '/api/v1/patrol/tasks')).body as unknown as GridTasksView;
    expect(tasks.map(({ dutyCode }) => dutyCode)).toEqual(['W01']);
    const visit = { id: randomUUID(), gridCode: '320281104201001', duties: ['W23'], lngLat: [120.275, 31.8] };
    expect(await app.as('walker').call('POST', '/api/v1/patrol/visits', visit)).toMatchObject({ status: 422, body: { code: 'PATROL_DUTY_NOT_ADMITTED', rule: 'GA2' } });
    expect(await publish('grid-duties', '甲', DUTIES, 'W01,采集,目的,每月1次,否,记录,网格员,,', 'W77,报表,目的,每月1次,否,记录,网格员,,')).toMatchObject({ status: 422, body: { problems: [{ line: 3, column: '编码' }] } });
    expect((await publish('grid-duties', '甲', DUTIES, 'W01,采集,目的,每月1次,否,记录,网格员,,')).status).toBe(201);
  });
});
