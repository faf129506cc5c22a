import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseOversightView, OversightAction, OversightDetail } from '@wangge/shared/oversight';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let keys = 0;
const commandId = (): string => `command-${(keys += 1)}`;

/** A case of the market department (team 0), in hand. */
async function aCase(): Promise<string> {
  const { body } = await test.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T0', description: '店外经营', lng: 120.28, lat: 31.8 }, { 'x-api-key': API_KEY, 'idempotency-key': commandId() });
  const step = async (account: string, action: string, payload: object): Promise<void> => {
    const { body: page } = await test.as('dispatcher').call('GET', `/api/v1/cases/${body.id}`);
    await test.as(account).call('POST', `/api/v1/cases/${body.id}/commands`, { action, expectedRevision: page.row.revision, commandId: commandId(), payload });
  };
  await step('intake', 'accept', { typeCode: 'T0', level: 'ordinary', gridCode: 'v0-g' });
  await step('chief', 'file', {});
  await step('dispatcher', 'dispatch', { teamId: 't0' });
  return String(body.id);
}

const open = (account: string, caseId: string, rung: string, requirement = '请说明原因'): Promise<Answer> =>
  test.as(account).call('POST', '/api/v1/oversight', { caseId, rung, requirement, commandId: commandId() });

const detailOf = ({ body }: Answer): OversightDetail => body as unknown as OversightDetail;

function act(account: string, { order }: OversightDetail, action: OversightAction, text?: string): Promise<Answer> {
  return test.as(account).call('POST', `/api/v1/oversight/${encodeURIComponent(order.id)}/commands`, {
    action, expectedRevision: order.revision, commandId: commandId(), payload: text === undefined ? {} : { text },
  });
}

beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

describe('supervision over HTTP', () => {
  it('[OV13] goes from a leader’s instruction over reply and rejection to being struck off', async () => {
    const id = await aCase();
    const opened = await open('leader', id, 'red');
    expect(opened).toMatchObject({ status: 200, body: { order: { no: '督办〔2026〕001'.replace('2026', String(new Date().getFullYear())), origin: 'instruction', addressee: { post: 'head', departmentId: 'd0' } } } });
    const order = detailOf(opened);
    expect((await test.as('dispatcher').call('GET', `/api/v1/cases/${id}`)).body.row).toMatchObject({ supervision: 2, state: 'dispatched' });
    expect(await act('squad1', order, 'reply', '已整改')).toMatchObject({ status: 404 });
    const replied = await act('department0', order, 'reply', '已整改');
    expect(replied).toMatchObject({ status: 200, body: { order: { state: 'replied', reply: { text: '已整改' } }, timeline: [{ event: 'opened' }, { event: 'replied' }] } });
    expect(await act('chief', detailOf(replied), 'strike-off')).toMatchObject({ status: 403, body: { code: 'OVERSIGHT_NOT_SIGNER', rule: 'OV8' } });
    const rejected = await act('leader', detailOf(replied), 'reject-reply', '未附照片');
    expect(rejected).toMatchObject({ status: 200, body: { order: { state: 'open', rejectCount: 1 } } });
    expect(await act('leader', order, 'strike-off')).toMatchObject({ status: 409, body: { code: 'OBJECT_REVISION_CONFLICT', current: { order: { state: 'open' } } } });
    const again = await act('squad0', detailOf(rejected), 'reply', '照片已补');
    expect(await act('leader', detailOf(again), 'strike-off', '同意')).toMatchObject({ status: 200, body: { order: { state: 'struck-off' } } });
    expect((await test.as('dispatcher').call('GET', `/api/v1/cases/${id}`)).body.row).toMatchObject({ supervision: 0 });
  });

  it('[OV13] refuses a rung that is not the role’s, and a second of the same rung, with what is open instead', async () => {
    const id = await aCase();
    expect(await open('dispatcher', id, 'yellow')).toMatchObject({ status: 403, body: { code: 'OVERSIGHT_RUNG_NOT_YOURS', rule: 'OV13', instead: ['urge'] } });
    expect((await open('inspector', id, 'yellow')).status).toBe(200);
    expect(await open('commander', id, 'yellow')).toMatchObject({ status: 409, body: { code: 'OVERSIGHT_RUNG_OPEN' } });
    expect(await open('commander', id, 'red', ' ')).toMatchObject({ status: 422, body: { field: 'requirement' } });
    const view = (await test.as('commander').call('GET', `/api/v1/cases/${id}/oversight`)).body as unknown as CaseOversightView;
    expect(view).toMatchObject({ orders: [{ order: { rung: 'yellow' }, allowed: ['lift'] }], mayOpen: ['urge', 'red', 'censure'] });
    expect(await test.as('inspector').call('GET', '/api/v1/oversight?open=true&rung=yellow')).toMatchObject({ status: 200, body: { total: 1 } });
    expect(await test.as('inspector').call('GET', '/api/v1/oversight?department=d1')).toMatchObject({ body: { total: 0 } });
  });

  it('[OV14] of two who sign the same rung at once one does; a repeated wish opens nothing more', async () => {
    const id = await aCase();
    const answers = await Promise.all([open('inspector', id, 'yellow'), open('commander', id, 'yellow')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const wish = { caseId: id, rung: 'red', requirement: '请到场', commandId: commandId() };
    const twice = await Promise.all([1, 2].map(() => test.as('commander').call('POST', '/api/v1/oversight', wish)));
    expect(twice.some(({ status }) => status === 200)).toBe(true);
    expect(await test.as('commander').call('POST', '/api/v1/oversight', wish)).toMatchObject({ status: 200 });
    expect(await test.as('inspector').call('GET', '/api/v1/oversight')).toMatchObject({ body: { total: 2 } });
  });

  it('[OV10] sends a circular when the commander confirms it', async () => {
    const drafted = await open('commander', await aCase(), 'censure');
    expect(drafted).toMatchObject({ body: { order: { state: 'draft', no: expect.stringMatching(/^通报〔\d{4}〕001$/) }, allowed: ['confirm', 'lift'] } });
    expect(await act('inspector', detailOf(drafted), 'confirm')).toMatchObject({ status: 403 });
    expect(await act('commander', detailOf(drafted), 'confirm')).toMatchObject({ status: 200, body: { order: { state: 'open' } } });
  });

  it('[OV16] does not exist outside its area, and a wall looks at the board only', async () => {
    const opened = await open('inspector', await aCase(), 'yellow');
    const id = encodeURIComponent(detailOf(opened).order.id);
    expect(await test.as('village-commander').call('GET', `/api/v1/oversight/${id}`)).toMatchObject({ status: 404 });
    expect(await test.as('village-commander').call('GET', '/api/v1/oversight')).toMatchObject({ body: { total: 0 } });
    expect(await test.as('inspector').call('GET', '/api/v1/boards/oversight')).toMatchObject({ status: 200, body: { board: { unfinished: { yellow: 1 }, oldest: [{ rung: 'yellow' }] } } });
    expect(await test.as('county-water').call('GET', '/api/v1/boards/oversight')).toMatchObject({ status: 200, body: { board: { unfinished: { yellow: 0 }, oldest: [], waiting: 0 } } });
    expect(await test.as('admin').call('GET', '/api/v1/oversight')).toMatchObject({ status: 403 });
    expect(await test.as('inspector').call('GET', '/api/v1/oversight?hurry=1')).toMatchObject({ status: 400, body: { code: 'FIELD_UNKNOWN' } });
  });

  it('[OV15] refuses a ladder that cannot be climbed, by line', async () => {
    const rung = { rung: 'yellow', numberPrefix: '督办', trigger: { scope: 'whole', from: 'red', after: null, afterCritical: null }, signer: 'duty-chief', openedBy: [], addressee: 'head', copyTo: [], replyLimit: null, isDraft: false, requirement: '{matter}' };
    const text = JSON.stringify({ version: '二', effectiveFrom: '2099-01-01', rungs: [rung] }, null, 1);
    const answer = await test.as('commander').call('POST', '/api/v1/lists/oversight-ladder/versions', { version: '二', effectiveFrom: '2099-01-01', documentNo: '', isConfirmed: true, text });
    expect(answer).toMatchObject({ status: 422, body: { problems: expect.arrayContaining([expect.objectContaining({ column: 'rungs.0.trigger.from', line: 10 })]) } });
  });
});
