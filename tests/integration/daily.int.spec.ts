import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { ApplicationDetail, ApplicationRow, ServiceBoard } from '@wangge/shared/matter';
import type { CoverageView, GridTasksView, PatrolBoard } from '@wangge/shared/patrol';
import { startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

const GRID = '320281104201001';
const INSIDE = [120.275, 31.8];

async function get<T>(account: string, path: string): Promise<T> {
  return (await app.as(account).call('GET', path)).body as unknown as T;
}
const board = async <T>(account: string, name: string): Promise<T> => (await get<{ board: T }>(account, `/api/v1/boards/${name}`)).board;
const post = (account: string, path: string, body: object): Promise<Answer> => app.as(account).call('POST', path, body);
const visit = (account: string, more: object = {}): Promise<Answer> => post(account, '/api/v1/patrol/visits', { id: randomUUID(), gridCode: GRID, duties: ['W23'], lngLat: INSIDE, ...more });
const publish = (kind: string, text: string): Promise<Answer> =>
  post('admin', `/api/v1/lists/${kind}/versions`, { version: `v-${randomUUID()}`, effectiveFrom: dateKey(Date.now()), isConfirmed: true, text });

describe('grids day by day over HTTP', () => {
  it('derives 30 tasks of a grid from the default list and shows the posts', async () => {
    const view = await get<GridTasksView>('walker', '/api/v1/patrol/tasks');
    expect(view).toMatchObject({ gridCode: GRID, isYours: true, isConfirmed: false });
    expect(view.tasks).toHaveLength(30);
    expect(view.posts.map(({ name }) => name)).toEqual(['网格长', '网格员', '督查员', '信息员', '联络员', '巡查员']);
    expect((await get<GridTasksView>('chief', `/api/v1/patrol/tasks?grid=${GRID}`)).isYours).toBe(false);
  });

  it('[PT1] [PT2] records a visit of the own worker within the grid, once for one id', async () => {
    expect(await visit('chief')).toMatchObject({ status: 403 });
    expect(await visit('walker', { gridCode: '320281104200001', lngLat: [120.225, 31.8] })).toMatchObject({ status: 403, body: { code: 'PATROL_NOT_YOUR_GRID' } });
    expect(await visit('walker', { lngLat: [120.225, 31.8] })).toMatchObject({ status: 422, body: { code: 'PATROL_OUTSIDE_GRID' } });
    expect(await visit('walker', { duties: ['W10'] })).toMatchObject({ status: 422, body: { code: 'PATROL_EVIDENCE_MISSING', field: 'photos' } });
    expect(await visit('walker', { caseId: randomUUID() })).toMatchObject({ body: { code: 'CASE_NOT_FOUND' } });
    const id = randomUUID();
    expect(await visit('walker', { id })).toMatchObject({ status: 201, body: { byName: 'walker', duties: ['W23'] } });
    expect((await visit('walker', { id })).status).toBe(201);
    const { tasks, visits } = await get<GridTasksView>('walker', '/api/v1/patrol/tasks');
    expect(visits).toHaveLength(1);
    expect(tasks.find(({ dutyCode }) => dutyCode === 'W23')).toMatchObject({ done: 1, needed: 2 });
  });

  it('[PT9] lists the grids that nobody visited, within the area of who asks', async () => {
    expect(await board<PatrolBoard>('chief', 'patrol')).toMatchObject({ grids: 3, visitsToday: 1, gridsToday: 1, unvisitedCount: 2, unvisited: [{ unvisitedDays: null }, { unvisitedDays: null }] });
    const { grids } = await get<CoverageView>('village-commander', '/api/v1/patrol/coverage');
    expect(grids).toEqual([]);
    expect((await app.as('village-commander').call('GET', `/api/v1/patrol/tasks?grid=${GRID}`)).status).toBe(404);
  });

  it('refuses a list with a frequency that cannot be and a post that is not', async () => {
    const head = '编码,事项,目的,频次,仅工作日,完成标准,承担岗位,依据,来源\n';
    const answer = await publish('grid-duties', `${head}W1,甲,目的,每周8次,否,到点,网格员,,F\nW2,乙,目的,每周1次,否,到点,局长,,F\n`);
    expect(answer).toMatchObject({ status: 422, body: { problems: [{ line: 2, column: '频次' }, { line: 3, column: '承担岗位' }, { line: 3, column: '编码' }] } });
  });
});

describe('service matters over HTTP', () => {
  const HEAD = '编码,事项,承办部门,收件窗口,受理,审查,审批,制证,送达,承诺时限,办理渠道,材料,依据,来源\n';
  const take = (account: string, more: object = {}): Promise<Answer> => post(account, '/api/v1/applications', {
    id: randomUUID(), matterCode: 'M1', channel: 'window', villageCode: '320281104201', applicant: { name: '王小明', phone: '13900001234' }, ...more,
  });
  const act = (account: string, { id, revision }: ApplicationDetail, action: string, payload: object = {}): Promise<Answer> =>
    post(account, `/api/v1/applications/${id}/commands`, { action, expectedRevision: revision, commandId: randomUUID(), payload });
  const detailOf = (answer: Answer): ApplicationDetail => answer.body as unknown as ApplicationDetail;

  it('refuses a list without the limit of its hand-over, and takes a whole one', async () => {
    expect((await publish('service-matters', `${HEAD}M1,低保,部门0,部门1,1工作日,2工作日,,,,5工作日,窗口,,,F\n`)).body).toMatchObject({ problems: [{ line: 2, column: '送达' }] });
    expect((await publish('service-matters', `${HEAD}M1,低保,部门0,部门1,1工作日,2工作日,,,1工作日,5工作日,窗口;代办,身份证,,F\n`)).status).toBe(201);
  });

  it('[WN9] carries an application from the window through the department to the hand-over, and masks its applicant in lists', async () => {
    const taken = await take('intake');
    expect(taken).toMatchObject({ status: 201, body: { application: { no: expect.stringMatching(/^BJ\d{4}-00001$/), applicant: { name: '王小明' } } } });
    expect(await act('department0', detailOf(taken), 'pass')).toMatchObject({ status: 403, body: { code: 'SERVICE_NOT_YOURS' } });
    const accepted = await act('department1', detailOf(taken), 'pass');
    expect(accepted).toMatchObject({ status: 200, body: { application: { node: 'review' } } });
    expect(await act('department1', detailOf(taken), 'pass')).toMatchObject({ status: 409, body: { code: 'OBJECT_REVISION_CONFLICT', current: { revision: 2 } } });
    const asked = await act('department0', detailOf(accepted), 'ask-supplement', { reason: '缺材料' });
    const back = await act('intake', detailOf(asked), 'supplement', { note: '已补' });
    const ready = await act('department0', detailOf(back), 'pass');
    const done = await act('department1', detailOf(ready), 'hand-over');
    expect(detailOf(done)).toMatchObject({ application: { state: 'delivered' }, timeline: [{}, {}, { note: '缺材料' }, {}, {}, { event: 'handed-over' }] });
    const { applications } = await get<{ applications: ApplicationRow[] }>('chief', '/api/v1/applications');
    expect(applications).toMatchObject([{ applicantName: '王**', state: 'delivered' }]);
    expect(await board<ServiceBoard>('chief', 'service')).toMatchObject({ matters: 1, isConfirmed: true, today: { received: 1, handedOver: 1 }, month: { ended: 1, onTime: 1, share: 1 } });
  });

  it('[WN1] [WN4] lets a grid worker carry a matter for somebody at home in the own village only, and see no other', async () => {
    expect(await take('walker')).toMatchObject({ status: 403, body: { code: 'SERVICE_NOT_YOURS' } });
    expect(await take('walker', { channel: 'proxy', proxyId: 'p-walker', villageCode: '320281104200' })).toMatchObject({ body: { code: 'FIELD_INVALID' } });
    expect(await take('intake', { channel: 'online' })).toMatchObject({ body: { code: 'SERVICE_CHANNEL_CLOSED' } });
    expect(await take('intake', { matterCode: 'M9' })).toMatchObject({ body: { code: 'SERVICE_MATTER_UNKNOWN' } });
    const carried = await take('walker', { channel: 'proxy', proxyId: 'p-walker' });
    expect(carried).toMatchObject({ status: 201, body: { application: { proxy: { name: 'walker' } } } });
    expect((await get<{ total: number }>('walker', '/api/v1/applications')).total).toBe(1);
    expect((await get<{ total: number }>('village-commander', '/api/v1/applications')).total).toBe(0);
    expect((await act('chief', detailOf(carried), 'urge')).status).toBe(200);
  });

  it('[WN4] lets the squad of the window carry what is done for people at home, and a squad of another department see none of it', async () => {
    const { applications: [carried] } = await get<{ applications: ApplicationRow[] }>('squad1', '/api/v1/applications');
    expect(carried).toMatchObject({ channel: 'proxy', applicantName: '王**' });
    const page = await get<ApplicationDetail>('squad1', `/api/v1/applications/${carried!.id}`);
    expect(page).toMatchObject({ allowed: ['withdraw'], application: { applicant: { phone: '13900001234' } } });
    expect((await get<{ total: number }>('squad0', '/api/v1/applications')).total).toBe(0);
    expect((await app.as('squad0').call('GET', `/api/v1/applications/${carried!.id}`)).status).toBe(404);
    expect(await take('squad0', { channel: 'proxy', proxyId: 'p-squad0' })).toMatchObject({ body: { code: 'SERVICE_NOT_YOURS', field: 'matterCode' } });
    expect(await take('squad1')).toMatchObject({ body: { code: 'SERVICE_NOT_YOURS' } });
    const taken = await take('squad1', { channel: 'proxy', proxyId: 'p-squad1' });
    expect(taken).toMatchObject({ status: 201, body: { application: { proxy: { id: 'p-squad1' } } } });
    expect(await act('squad1', detailOf(taken), 'withdraw', { reason: '老人自己去了' })).toMatchObject({ status: 200, body: { application: { state: 'withdrawn' } } });
  });

  it('keeps visits and applications over a restart', async () => {
    app = await app.restart();
    expect(await board<PatrolBoard>('chief', 'patrol')).toMatchObject({ visitsToday: 1 });
    expect((await get<{ total: number }>('chief', '/api/v1/applications')).total).toBe(3);
  });
});
