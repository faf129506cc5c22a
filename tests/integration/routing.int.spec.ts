import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import { startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let id: string;
let revision = 1;
beforeAll(async () => {
  app = await startTestApp();
  const { body } = await app.as('intake').call('POST', '/api/v1/cases', { typeCode: 'T1', description: '试', lng: 120.28, lat: 31.8 }, { 'idempotency-key': randomUUID() });
  id = body.id;
});
afterAll(() => app.close());

async function act(account: string, action: string, payload: object = {}): Promise<Answer> {
  const { body } = await app.as('chief').call('GET', `/api/v1/cases/${id}`);
  revision = body.row.revision;
  return app.as(account).call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: revision, commandId: randomUUID(), payload });
}

const HEAD = '编号,领域,事项,主体责任,配合责任,乡镇职责类别,乡镇承办单位,主体职责,乡镇职责,责任科室,联系电话,办理时限,依据,案件类型,适用地域,生效日期,失效日期,转查事项';

describe('routing over HTTP', () => {
  it('[RT3] names the item, its basis and whom it goes to, by the list in force', async () => {
    const bare = await app.as('chief').call('GET', `/api/v1/cases/${id}/route`);
    expect(bare).toMatchObject({ status: 200, body: { item: null, tier: 'township', lead: '部门1', leadId: 'd1' } });
    const list = `${HEAD}\nA1,市场,无照经营,部门2,部门3,配合,部门0,牵头,巡查,一科,,3工作日,某法,T1,全域,2026-01-01,,\n`;
    const published = await app.as('admin').call('POST', '/api/v1/lists/responsibility-items/versions', { version: '新', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: list.replace('T1,', ',') });
    expect(published.status).toBe(201);
    expect((await app.as('chief').call('GET', `/api/v1/cases/${id}/route`)).body).toMatchObject({ item: null });
    await app.as('admin').call('POST', '/api/v1/lists/responsibility-items/versions', { version: '再新', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: list });
    expect((await app.as('chief').call('GET', `/api/v1/cases/${id}/route`)).body).toMatchObject({
      item: { no: 'A1', basis: '某法' }, lead: '部门0', leadId: 'd0', edition: { version: '再新', isConfirmed: true },
      alternatives: [{ name: '部门1', why: 'list-names-another' }, { name: '部门2', why: 'township-can' }],
    });
  });

  it('is told to who sees the case, a leader too, and to nobody else', async () => {
    expect((await app.as('leader').call('GET', `/api/v1/cases/${id}/route`)).status).toBe(200);
    expect((await app.as('squad0').call('GET', `/api/v1/cases/${id}/route`)).body.code).toBe('CASE_NOT_FOUND');
    expect((await app.as('village-commander').call('GET', `/api/v1/cases/${id}/route`)).body.code).toBe('CASE_NOT_FOUND');
  });

  it('[CL38] refuses an item that no list has, and one whose days are over, by the field', async () => {
    const list = `${HEAD}\nA1,市场,无照经营,部门2,部门3,配合,部门0,牵头,巡查,一科,,3工作日,某法,T1,全域,2026-01-01,,\nA2,市场,旧事项,部门2,部门3,配合,部门0,牵头,巡查,一科,,3工作日,某法,T1,全域,2024-01-01,2024-12-31,\n`;
    await app.as('admin').call('POST', '/api/v1/lists/responsibility-items/versions', { version: '有旧项', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: list });
    await act('intake', 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: 'v1-g' });
    await act('chief', 'file');
    await act('dispatcher', 'dispatch', { teamId: 't1' });
    expect((await app.as('squad1').call('GET', `/api/v1/cases/${id}`)).body).toMatchObject({ citable: [{ no: 'A1', name: '无照经营' }] });
    for (const itemCode of ['A9', 'A2']) {
      expect(await act('squad1', 'request-return', { ground: 'misdispatched', reason: '不属本队', basis: '清单', itemCode })).toMatchObject({ status: 422, body: { code: 'CASE_ITEM_UNKNOWN', rule: 'CL38', field: 'itemCode' } });
    }
    expect((await app.as('chief').call('GET', `/api/v1/cases/${id}`)).body.row).toMatchObject({ state: 'dispatched' });
  });

  it('[RT5] counts a redirect to another department as a bounce', async () => {
    await act('dispatcher', 'redirect', { teamId: 't0', basis: '属地管理事项清单', itemCode: 'A1' });
    expect((await app.as('chief').call('GET', '/api/v1/routing/bounces')).body).toMatchObject({ total: 1, bounces: [{ itemNo: 'A1', itemName: '无照经营', from: '部门1', to: '部门0', returns: 0, redirects: 1 }] });
  });
});
