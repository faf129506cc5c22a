import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '@wangge/shared/draft';
import type { CaseDetail } from '@wangge/shared/wire';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

const GRID = '320281104201001';
const post = (account: string, path: string, body: object): Promise<Answer> => app.as(account).call('POST', path, body);
const read = async <T>(account: string, path: string): Promise<T> => (await app.as(account).call('GET', path)).body as unknown as T;
const detailOf = (id: string): Promise<CaseDetail> => read('chief', `/api/v1/cases/${id}`);

async function act(account: string, id: string, action: string, payload: object = {}, revision?: number): Promise<Answer> {
  return post(account, `/api/v1/cases/${id}/commands`, { action, expectedRevision: revision ?? (await detailOf(id)).row.revision, commandId: randomUUID(), payload });
}

async function reported(lng = 120.28, reporterName = '周某'): Promise<string> {
  const body = { typeCode: 'T1', description: '违停', lng, lat: 31.8, reporterName };
  return (await app.anonymous.call('POST', '/api/v1/intake/cases', body, { 'x-api-key': API_KEY, 'idempotency-key': randomUUID() })).body.id;
}

async function handling(lng: number): Promise<string> {
  const id = await reported(lng);
  await act('intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: GRID });
  await act('chief', id, 'file');
  await act('dispatcher', id, 'dispatch', { teamId: 't1' });
  await act('squad1', id, 'sign');
  return id;
}

describe('refusals of a case over HTTP', () => {
  it('[CL1] [CL2] [CL3] [CL5] name the rule and what is open instead', async () => {
    const id = await reported(120.29);
    expect(await act('intake', id, 'close')).toMatchObject({ status: 409, body: { code: 'CASE_ACTION_NOT_IN_STATE', rule: 'CL1', instead: expect.arrayContaining(['accept', 'merge']) } });
    expect(await act('chief', id, 'accept', { typeCode: 'T1' })).toMatchObject({ status: 403, body: { code: 'ACTION_FORBIDDEN', rule: 'CL2', instead: expect.arrayContaining(['merge']) } });
    const lacking = await act('intake', id, 'refuse');
    expect(lacking).toMatchObject({ status: 422, body: { code: 'CASE_FIELD_REQUIRED', field: 'reason', rule: 'CL3', instead: expect.arrayContaining(['accept']) } });
    expect((lacking.body as unknown as { instead: string[] }).instead).not.toContain('refuse');
    await act('intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: GRID });
    expect(await act('chief', id, 'file', {}, 1)).toMatchObject({ status: 409, body: { code: 'CASE_REVISION_CONFLICT', rule: 'CL5', current: { row: { state: 'accepted' } } } });
  });

  it('[CL24] tells the second of two who decide one application that somebody was faster', async () => {
    const id = await handling(120.27);
    await act('squad1', id, 'request-extension', { reason: '要等车主', until: (await detailOf(id)).row.clock!.dueAt + 86_400_000 });
    const { row, application } = await detailOf(id);
    expect(application).toMatchObject({ kind: 'extension', path: { approver: 'duty-chief' } });
    const [first, second] = [await act('chief', id, 'approve-extension', { until: application!.until }, row.revision), await act('chief', id, 'reject-extension', { note: '不同意' }, row.revision)];
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 409, body: { code: 'CASE_REVISION_CONFLICT', rule: 'CL5', current: { row: { state: 'handling' } } } });
  });
});

describe('reports of one matter over HTTP', () => {
  it('[CL25] are offered, merged in one press, leave a receipt each, and are one case that goes on', async () => {
    const parent = await reported(120.285, '周某');
    await act('intake', parent, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: GRID });
    const before = await read<{ total: number }>('chief', '/api/v1/cases?state=accepted');
    for (const name of ['吴某', '郑某']) {
      const again = await reported(120.2851, name);
      const { candidates } = await read<{ candidates: object[] }>('intake', `/api/v1/cases/${again}/merge-candidates`);
      expect(candidates[0]).toMatchObject({ row: { id: parent }, distanceM: 9, reportCount: name === '吴某' ? 1 : 2 });
      expect((await act('intake', again, 'merge', { parentCaseId: parent })).status).toBe(200);
      expect(await detailOf(again)).toMatchObject({ row: { state: 'merged' }, mergedInto: parent });
    }
    expect((await detailOf(parent)).receipts).toMatchObject([{ reporterName: '周某', isOwed: true }, { reporterName: '吴某', outcome: 'accepted' }, { reporterName: '郑某', isOwed: true }]);
    expect((await read<{ total: number }>('chief', '/api/v1/cases?state=accepted')).total).toBe(before.total);
    expect((await read<{ total: number }>('chief', '/api/v1/cases?state=merged')).total).toBe(2);
  });
});

describe('what a grid worker solves or begins', () => {
  const place = { typeCode: 'T1', description: '清走堆物', lng: 120.28, lat: 31.8 };

  it('[CL37] is approved together, but for those drawn to be audited', async () => {
    expect(await post('grid0', '/api/v1/cases', { ...place, isSelfHandled: true, photos: [app.photo] })).toMatchObject({ status: 422, body: { code: 'CASE_FIELD_REQUIRED', field: 'afterPhotos', rule: 'CL29' } });
    const ids: string[] = [];
    for (let i = 0; i < 24; i += 1) ids.push((await post('grid0', '/api/v1/cases', { ...place, isSelfHandled: true, photos: [app.photo], afterPhotos: [app.photo] })).body.id);
    const drawn = new Set<string>();
    for (const id of ids) if ((await detailOf(id)).isAuditSample) drawn.add(id);
    expect(await post('chief', '/api/v1/cases/self-handled/approvals', {})).toMatchObject({ status: 403, body: { rule: 'CL37' } });
    const { body } = await post('intake', '/api/v1/cases/self-handled/approvals', {});
    const { approved, refused } = body as unknown as { approved: { id: string }[]; refused: object[] };
    expect(refused).toEqual([]);
    expect(new Set(approved.map(({ id }) => id))).toEqual(new Set(ids.filter((id) => !drawn.has(id))));
    for (const id of ids) expect((await detailOf(id)).row.state).toBe(drawn.has(id) ? 'self-handled' : 'closed');
    const [one] = drawn;
    if (one === undefined) return;
    expect((await post('intake', '/api/v1/cases/self-handled/approvals', { caseIds: [one] })).body).toMatchObject({ approved: [], refused: [{ id: one, code: 'CASE_AUDIT_REQUIRED', rule: 'CL37' }] });
    expect(await act('intake', one, 'approve-self-handled')).toMatchObject({ status: 422, body: { code: 'CASE_AUDIT_REQUIRED', rule: 'CL29' } });
    expect((await act('intake', one, 'approve-self-handled', { note: '照片属实' })).status).toBe(200);
  });

  it('[CL36] is a draft of its author alone that becomes a case when it is whole', async () => {
    const draftId = randomUUID();
    const total = async (): Promise<number> => (await read<{ total: number }>('chief', '/api/v1/cases')).total;
    const before = await total();
    const begin = { draftId, description: '路面积水' };
    expect(await post('grid0', '/api/v1/drafts', begin)).toMatchObject({ status: 201, body: { draft: { state: 'kept', revision: 1 } } });
    expect((await post('grid0', '/api/v1/drafts', begin)).body).toMatchObject({ draft: { id: draftId, revision: 1 } });
    expect(await read('grid1', '/api/v1/drafts')).toEqual({ drafts: [] });
    const command = (account: string, action: string, expectedRevision: number, payload: object = {}): Promise<Answer> =>
      post(account, `/api/v1/drafts/${draftId}/commands`, { action, expectedRevision, commandId: randomUUID(), payload });
    expect(await command('grid1', 'submit', 1)).toMatchObject({ status: 404, body: { rule: 'CL36' } });
    expect(await command('grid0', 'submit', 1)).toMatchObject({ status: 422, body: { field: 'typeCode', instead: ['save', 'discard'] } });
    expect((await command('grid0', 'save', 1, { typeCode: 'T1', lngLat: [120.22, 31.8] })).status).toBe(200);
    expect((await read<{ drafts: Draft[] }>('grid0', '/api/v1/drafts')).drafts).toMatchObject([{ revision: 2, content: { typeCode: 'T1', description: '路面积水' } }]);
    expect(await total()).toBe(before);
    const done = await command('grid0', 'submit', 2, { photos: [app.photo] });
    expect(done).toMatchObject({ status: 200, body: { draft: { state: 'handed-in' }, case: { no: expect.stringMatching(/^320281104-/) } } });
    expect(await total()).toBe(before + 1);
    expect(await command('grid0', 'submit', 3)).toMatchObject({ status: 409, body: { rule: 'CL1' } });
    expect(await read('grid0', '/api/v1/drafts')).toEqual({ drafts: [] });
  });
});
