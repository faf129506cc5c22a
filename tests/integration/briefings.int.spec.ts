import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type BriefingDetail, type BriefingsBoard, type Page } from '@wangge/shared/briefing';
import type { Figures } from '@wangge/shared/figures';
import { API_KEY, WALL_KEY, callerFor, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let serial = 0;
let caseId = '';
const wishId = (): string => `wish-${String((serial += 1)).padStart(6, '0')}`;

async function call<T>(account: string, method: string, path: string, body?: object): Promise<{ status: number; body: T & { code?: string; rule?: string; field?: string } }> {
  return (await app.as(account).call(method, path, body)) as unknown as { status: number; body: T & { code?: string; rule?: string; field?: string } };
}
const freeze = (account: string, more: object = {}) => call<BriefingDetail>(account, 'POST', '/api/v1/briefings', { figureIds: ['reported-today', 'open', 'month-on-time-rate', 'I21'], caseIds: [caseId], commandId: wishId(), ...more });
const act = (account: string, { briefing }: BriefingDetail, action: string, payload: object = {}) =>
  call<BriefingDetail>(account, 'POST', `/api/v1/briefings/${briefing.id}/commands`, { action, expectedRevision: briefing.revision, commandId: wishId(), payload });
const file = (account: string, id: string, format: string): Promise<Response> => fetch(`${app.url}/api/v1/briefings/${id}/files/${format}`, { headers: { cookie: app.as(account).cookie } });

async function report(more: object = {}): Promise<string> {
  const said = { typeCode: 'T1', lng: 120.21, lat: 31.8, description: '=HYPERLINK("x") 联系 13812345678', address: '人民路12号3幢402室', reporterName: '王小明', reporterPhone: '13812345678', ...more };
  const { body } = await app.anonymous.call('POST', '/api/v1/intake/cases', said, { 'x-api-key': API_KEY, 'idempotency-key': `n-${(serial += 1)}` });
  return String(body.id);
}

beforeAll(async () => {
  app = await startTestApp();
  caseId = await report();
});
afterAll(() => app.close());

describe('a briefing over HTTP', () => {
  it('[BF4] holds the very numbers of wall and appraisal, each with definition, source and moment', async () => {
    const { status, body } = await freeze('chief');
    expect(status).toBe(201);
    const live = (await call<Figures>('chief', 'GET', '/api/v1/figures')).body;
    const [reported, open, rate, onTime] = body.briefing.content.figures;
    expect(reported).toMatchObject({ value: live.today.reported, unit: '件', definition: '今天 0 时起登记的案件，不论来源和现状。' });
    expect(open?.value).toBe(live.today.open);
    expect(rate).toMatchObject({ value: null, text: '—', numerator: live.month.closedOnTime, denominator: live.month.due, target: live.targetRate });
    const appraised = (await call<{ figures: { indicator: { id: string; formula: string }; figure: { numerator: number; denominator: number } }[] }>('chief', 'GET', '/api/v1/appraisal?period=day')).body.figures.find(({ indicator }) => indicator.id === 'I21');
    expect(onTime).toMatchObject({ numerator: appraised?.figure.numerator, denominator: appraised?.figure.denominator, source: expect.stringContaining('考评指标表') });
    expect(onTime?.definition).toContain(appraised?.indicator.formula);
    expect(body.briefing.content.lamps).toMatchObject({ open: live.today.open, red: live.lamps.red, green: live.lamps.green });
    expect(body.briefing.content.asOf).toBe(body.briefing.frozen.at);
  });

  it('[BF1] stays as it was when the world goes on, and its hash is that of what it holds', async () => {
    const { body: before } = await freeze('chief');
    await report();
    const { body: later } = await call<BriefingDetail>('leader', 'GET', `/api/v1/briefings/${before.briefing.id}`);
    expect(later.briefing).toEqual(before.briefing);
    expect(createHash('sha256').update(canonicalJson(later.briefing.content)).digest('hex')).toBe(later.briefing.hash);
    const { body: fresh } = await freeze('chief');
    expect(fresh.briefing.content.figures[0]?.value).toBe(Number(before.briefing.content.figures[0]?.value) + 1);
    const restarted = await app.restart();
    app = restarted;
    expect((await call<BriefingDetail>('chief', 'GET', `/api/v1/briefings/${before.briefing.id}`)).body.briefing).toEqual(before.briefing);
  });

  it('[BF1] is made once for one press', async () => {
    const commandId = wishId();
    const [first, again] = [await freeze('chief', { commandId }), await freeze('chief', { commandId })];
    expect(again.body.briefing).toEqual(first.body.briefing);
  });

  it('[BF2] refuses an area, a figure or a case that is not there for its author', async () => {
    expect(await freeze('chief', { figureIds: ['nothing'] })).toMatchObject({ status: 400, body: { field: 'figureIds', rule: 'BF2' } });
    expect(await freeze('chief', { caseIds: ['nothing'] })).toMatchObject({ status: 400, body: { field: 'caseIds', rule: 'BF2' } });
    expect(await freeze('chief', { areaCode: '999999' })).toMatchObject({ status: 400, body: { field: 'areaCode', rule: 'BF2' } });
    expect(await freeze('other-chief', { caseIds: [] })).toMatchObject({ status: 400, body: { field: 'areaCode', rule: 'BF2' } });
    expect((await freeze('leader')).status).toBe(403);
  });

  it('[BF3] takes a stored PNG as the picture, known by its bytes', async () => {
    const { body } = await freeze('chief', { pictureId: app.photo, caption: '全镇' });
    const bytes = Buffer.from(await (await fetch(`${app.url}/api/v1/briefings/${body.briefing.id}/picture`, { headers: { cookie: app.as('chief').cookie } })).arrayBuffer());
    expect(body.briefing.content.picture).toMatchObject({ caption: '全镇', sha256: createHash('sha256').update(bytes).digest('hex'), width: bytes.readUInt32BE(16) });
    expect(await freeze('chief', { pictureId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({ status: 422, body: { code: 'ATTACHMENT_UNKNOWN', rule: 'BF3' } });
  });

  it('[BF5] masks names, phones and house numbers unless the author may see them and says why', async () => {
    const { body: masked } = await freeze('chief');
    expect(masked.briefing.content.cases[0]).toMatchObject({ reporter: '王**', phone: '138****5678', address: '人民路**号*幢***室' });
    expect(JSON.stringify(masked.briefing)).not.toMatch(/王小明|13812345678|402室/);
    const { body: open } = await freeze('chief', { unmaskFor: '专班会商需联系诉求人' });
    expect(open.briefing.content.cases[0]).toMatchObject({ reporter: '王小明', phone: '13812345678' });
    expect(open.briefing.content.unmaskedFor).toBe('专班会商需联系诉求人');
    expect((await call('leader', 'GET', `/api/v1/briefings/${open.briefing.id}`)).status).toBe(404);
    expect((await file('leader', open.briefing.id, 'xlsx')).status).toBe(404);
    const secret = await report({ reporterName: '李保密', reporterPhone: '13900001111', isSecret: true });
    const { body: kept } = await freeze('chief', { caseIds: [secret], unmaskFor: '专班会商需联系诉求人' });
    expect(JSON.stringify(kept.briefing)).not.toMatch(/李保密|13900001111/);
  });

  it('[BF9] is read by a wall once it is issued and no longer when it is withdrawn', async () => {
    const entered = await fetch(`${app.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
    const wall = callerFor(app.url, (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
    const { body: draft } = await freeze('chief');
    const path = `/api/v1/briefings/${draft.briefing.id}/pages?paper=slide`;
    expect((await wall.call('GET', path)).status).toBe(404);
    const { body: issued } = await act('commander', draft, 'issue');
    expect(issued).toMatchObject({ briefing: { state: 'issued', issued: { name: 'commander' } }, allowed: ['withdraw'] });
    const shown = (await wall.call('GET', path)) as unknown as { status: number; body: { hash: string; pages: Page[] } };
    expect(shown.status).toBe(200);
    expect(shown.body.hash).toBe(issued.briefing.hash);
    expect(shown.body.pages[0]?.marks.some((mark) => mark.kind === 'text' && mark.text === issued.briefing.content.title)).toBe(true);
    const board = (await call<{ board: BriefingsBoard }>('chief', 'GET', '/api/v1/boards/briefings')).body.board;
    expect(board.briefings.find(({ id }) => id === issued.briefing.id)).toMatchObject({ state: 'issued', hash: issued.briefing.hash });
    expect(board.plans.map(({ kind }) => kind)).toEqual(['day', 'week', 'month']);
    await act('commander', issued, 'withdraw', { reason: '附图有误' });
    expect((await wall.call('GET', path)).status).toBe(404);
  });

  it('hands over files of each format, and none of one from elsewhere', async () => {
    const { body } = await freeze('chief');
    for (const [format, magic] of [['pdf', '%PDF'], ['xlsx', 'PK'], ['pptx', 'PK']] as const) {
      const answer = await file('leader', body.briefing.id, format);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain(`${body.briefing.no}.${format}`);
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, magic.length)).toBe(magic);
    }
    expect((await file('other-chief', body.briefing.id, 'pdf')).status).toBe(404);
  }, 60_000);
});
