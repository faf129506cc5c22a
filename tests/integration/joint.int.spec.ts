import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { JointBoard, RunView, SiteView, SupportView, TemplatesView } from '@wangge/shared/joint';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

const step = (id: string, after: readonly string[], more: object = {}) =>
  ({ id, name: `环节${id}`, owner: '部门1', after, limit: { value: 1, unit: 'work_day' }, fields: [], minPhotos: 0, isScanRequired: false, ...more });
const TEMPLATES = [
  { code: 'small', name: '小事', triggers: ['T1'], openers: ['duty-chief'], hasSite: false, steps: [step('a', []), step('b', ['a']), step('c', ['a'], { owner: '部门0' })] },
  {
    code: 'house', name: '农民建房', triggers: [], openers: ['duty-chief'], hasSite: true,
    steps: [step('visit', [], { isScanRequired: true, fields: [{ key: 'ok', name: '与批准一致', kind: 'yes-no', isRequired: true }] }), step('title', ['visit'])],
  },
];

async function get<T>(account: string, path: string): Promise<T> {
  return (await app.as(account).call('GET', path)).body as unknown as T;
}

function post(account: string, path: string, body: object): Promise<Answer> {
  return app.as(account).call('POST', path, body);
}

function publish(version: string, templates: unknown): Promise<Answer> {
  return post('admin', '/api/v1/lists/matter-templates/versions', { version, effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: typeof templates === 'string' ? templates : JSON.stringify(templates, null, 1) });
}

async function onCase(account: string, id: string, action: string, payload: object = {}): Promise<Answer> {
  const { body } = await app.as(account).call('GET', `/api/v1/cases/${id}`);
  return post(account, `/api/v1/cases/${id}/commands`, { action, expectedRevision: body.row?.revision ?? 1, commandId: randomUUID(), payload });
}

async function filedCase(): Promise<string> {
  const { body } = await app.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T1', description: '违停', lng: 120.28, lat: 31.8 }, { 'x-api-key': API_KEY, 'idempotency-key': randomUUID() });
  await onCase('intake', body.id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' });
  await onCase('chief', body.id, 'file');
  return body.id;
}

async function sentCase(supportDepartmentIds: readonly string[] = []): Promise<string> {
  const id = await filedCase();
  await onCase('dispatcher', id, 'dispatch', { teamId: 't1', supportDepartmentIds, note: '到场疏导' });
  await onCase('squad1', id, 'sign');
  return id;
}

const supportsOf = async (account: string, id: string): Promise<readonly SupportView[]> => (await get<{ supports: SupportView[] }>(account, `/api/v1/supports?caseId=${id}`)).supports;

function onSupport(account: string, { task }: SupportView, action: string, payload: object = {}, revision = task.revision): Promise<Answer> {
  return post(account, `/api/v1/supports/${task.id}/commands`, { action, expectedRevision: revision, commandId: randomUUID(), payload });
}

const onSite = (): object => ({ photos: [app.photo], lngLat: [120.28, 31.8], fixAt: Date.now() });

describe('joint handling over HTTP', () => {
  it('[JH2] opens a task for each supporter with the dispatch, but none for the lead', async () => {
    const id = await sentCase(['d0', 'd1', 'd0']);
    expect(await supportsOf('chief', id)).toMatchObject([{ departmentName: '部门0', leadDepartmentId: 'd1', task: { state: 'asked', ask: '到场疏导', clock: { standing: 'running' } }, actions: ['urge'] }]);
    await onCase('dispatcher', id, 'add-support', { supportDepartmentIds: ['d0', 'd2'] });
    expect((await supportsOf('chief', id)).map(({ departmentName }) => departmentName).sort()).toEqual(['部门0', '部门2']);
  });

  it('[JH9] reads to each unit what it owes itself, to a team what its department does', async () => {
    const id = await sentCase(['d0', 'd2']);
    const owed = async (account: string) => (await get<{ supports: SupportView[] }>(account, '/api/v1/supports?own=true&open=true')).supports.filter(({ task }) => task.caseId === id).map(({ departmentName, actions }) => [departmentName, actions]);
    expect(await Promise.all(['department0', 'squad0', 'department1', 'chief'].map(owed))).toEqual([[['部门0', ['sign']]], [['部门0', ['sign']]], [], []]);
  });

  it('[JH1] lets the lead hand in, but nobody close while a task is open', async () => {
    const id = await sentCase(['d0']);
    expect((await onCase('squad1', id, 'report-back', { note: '已疏导', photos: [app.photo] })).status).toBe(200);
    await onCase('intake', id, 'send-check', { personId: 'p-inspector' });
    expect(await onCase('inspector', id, 'pass-check', onSite())).toMatchObject({ status: 409, body: { code: 'CASE_SUPPORTS_OPEN', rule: 'JH1', detail: '部门0' } });
    const [task] = await supportsOf('squad0', id);
    expect((await onSupport('squad0', task!, 'sign')).status).toBe(200);
    expect(await onSupport('squad0', task!, 'feed-back', { note: '已到场' })).toMatchObject({ status: 409, body: { code: 'OBJECT_REVISION_CONFLICT', current: { task: { state: 'signed' } } } });
    await onSupport('squad0', task!, 'feed-back', { note: '已到场，电话 13900001234' }, 2);
    const [answered] = await supportsOf('squad1', id);
    expect(answered).toMatchObject({ task: { feedback: { note: '已到场，电话 139****1234' } }, actions: ['accept', 'send-back', 'request-excuse'] });
    expect((await onSupport('squad1', answered!, 'accept')).status).toBe(200);
    expect((await onCase('inspector', id, 'pass-check', onSite())).status).toBe(200);
    expect((await onCase('chief', id, 'close')).status).toBe(200);
  });

  it('[JH5] closes when the supporter was excused', async () => {
    const id = await sentCase(['d0']);
    await onCase('squad1', id, 'report-back', { note: '已疏导', photos: [app.photo] });
    await onSupport('squad1', (await supportsOf('squad1', id))[0]!, 'request-excuse', { reason: '现场已畅通' });
    await onSupport('chief', (await supportsOf('chief', id))[0]!, 'grant-excuse');
    await onCase('intake', id, 'send-check', { personId: 'p-inspector' });
    expect((await onCase('inspector', id, 'pass-check', onSite())).status).toBe(200);
  });

  it('[JH7] keeps its one lead when others are asked, and changes it by redirecting only', async () => {
    const id = await sentCase(['d0']);
    const lead = async (): Promise<unknown> => (await app.as('chief').call('GET', `/api/v1/cases/${id}`)).body.row.leadDepartmentId;
    expect(await lead()).toBe('d1');
    await onCase('dispatcher', id, 'redirect', { teamId: 't0' });
    expect(await lead()).toBe('d0');
    expect(await supportsOf('chief', id)).toMatchObject([{ task: { state: 'excused', excuse: { reason: '改为主办' } } }]);
  });

  it('[JH6] drops what was asked when the dispatch is undone', async () => {
    const id = await filedCase();
    await onCase('dispatcher', id, 'dispatch', { teamId: 't1', supportDepartmentIds: ['d0'] });
    await onCase('dispatcher', id, 'withdraw');
    expect(await supportsOf('chief', id)).toMatchObject([{ task: { state: 'excused', excuse: { reason: '派遣已撤销' } } }]);
  });
});

describe('matters over HTTP', () => {
  it('[OM1] ship with five in order and refuse a set with a ring or an unknown owner by line', async () => {
    const { templates, isConfirmed } = await get<TemplatesView>('chief', '/api/v1/matter-templates');
    expect([isConfirmed, templates.map(({ name }) => name)]).toEqual([false, ['农民建房', '机动车违停', '欠薪', '餐饮油烟', '危房']]);
    const refused = await publish('环', JSON.stringify(TEMPLATES, null, 1).replace('"after": []', '"after": ["b"]').replace('"owner": "部门0"', '"owner": "无此部门"'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED', problems: [
      { line: 13, column: '0.steps.0', reason: expect.stringContaining('互为前置') as string }, { column: '0.steps.2.owner', reason: '没有部门“无此部门”' },
    ] } });
    expect((await get<TemplatesView>('chief', '/api/v1/matter-templates')).templates).toHaveLength(5);
    expect((await publish('试', TEMPLATES)).status).toBe(201);
  });

  it('[OM10] open from a case of their type, run in parallel and hand the case back at the end', async () => {
    const id = await sentCase();
    const opening = { id: randomUUID(), templateCode: 'small', caseId: id };
    expect(await post('chief', '/api/v1/matter-runs', { ...opening, templateCode: 'house' })).toMatchObject({ status: 422, body: { code: 'MATTER_NOT_FOR_CASE', rule: 'OM9' } });
    expect(await post('dispatcher', '/api/v1/matter-runs', opening)).toMatchObject({ status: 403, body: { rule: 'OM9' } });
    expect((await post('chief', '/api/v1/matter-runs', opening)).status).toBe(201);
    expect((await post('chief', '/api/v1/matter-runs', opening)).status).toBe(201);
    expect(await post('chief', '/api/v1/matter-runs', { ...opening, id: randomUUID() })).toMatchObject({ status: 409, body: { code: 'MATTER_ALREADY_RUNNING' } });
    const onRun = async (account: string, action: string, payload: object): Promise<Answer> => {
      const { run } = await get<RunView>(account, `/api/v1/matter-runs/${opening.id}`);
      return post(account, `/api/v1/matter-runs/${opening.id}/commands`, { action, expectedRevision: run.revision, commandId: randomUUID(), payload });
    };
    expect(await onRun('squad0', 'finish-step', { stepId: 'a' })).toMatchObject({ status: 403, body: { code: 'STEP_NOT_YOURS', detail: '部门1' } });
    await onCase('dispatcher', id, 'urge');
    for (const [stepId, account] of [['a', 'squad1'], ['b', 'squad1'], ['c', 'squad0']] as const) expect((await onRun(account, 'finish-step', { stepId })).status, stepId).toBe(200);
    expect((await get<RunView>('chief', `/api/v1/matter-runs/${opening.id}`)).run.state).toBe('done');
    expect((await app.as('chief').call('GET', `/api/v1/cases/${id}`)).body.row.state).toBe('handled');
  });

  it('[OM7] keep each scan of a site, done near it, and count it on the board', async () => {
    const place = [120.28, 31.8] as const;
    const given = { runId: randomUUID(), lngLat: place, address: '村东', owner: '欧阳明', planAreaM2: 120, floors: 3, builder: '王工匠' };
    const first = (await post('chief', '/api/v1/sites', given)).body as unknown as SiteView;
    const again = (await post('chief', '/api/v1/sites', given)).body as unknown as SiteView;
    expect([first.site.ownerMasked, again.site.code]).toEqual(['欧阳*', first.site.code]);
    const { code } = first.site;
    const sign = await app.as('squad1').call('GET', `/api/v1/sites/${code}/qr.svg`);
    expect([sign.status, String(sign.body).startsWith('<svg')]).toEqual([200, true]);
    const due = (await get<SiteView>('squad1', `/api/v1/sites/${code}`)).due;
    expect(due).toMatchObject([{ step: { id: 'visit', fields: [{ key: 'ok' }] } }]);
    const scan = (account: string, more: object): Promise<Answer> => post(account, `/api/v1/sites/${code}/scans`, { commandId: randomUUID(), lngLat: place, accuracyM: 5, stepId: null, ...more });
    expect(await scan('squad1', { lngLat: [120.285, 31.8] })).toMatchObject({ status: 422, body: { code: 'SITE_TOO_FAR', rule: 'OM7', detail: '473 m' } });
    expect((await scan('squad1', {})).body).toMatchObject({ site: { scanCount: 1 }, scans: [{ stepId: null, by: 'squad1', distanceM: 0 }] });
    expect(await scan('squad1', { stepId: 'visit', values: { ok: false }, note: '超出放样线' })).toMatchObject({ status: 201, body: { scans: [{ isPassed: false }, {}], due: [{ isYours: true, step: { failCount: 1, note: '与批准一致' } }] } });
    expect((await app.as('village-commander').call('GET', `/api/v1/sites/${code}`)).status).toBe(404);
    expect((await get<{ board: JointBoard }>('village-commander', '/api/v1/boards/joint')).board.sites.building).toBe(0);
    expect((await get<{ board: JointBoard }>('chief', '/api/v1/boards/joint')).board).toMatchObject({
      sites: { building: 1, scansTotal: 2, visits: [{ id: 'visit', open: 1 }] }, matters: [{ code: 'small', running: 0 }, { code: 'house', running: 1 }],
    });
  });
});
