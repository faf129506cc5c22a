import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type BriefingDetail, type BriefingsBoard, type Page } from '@wangge/shared/briefing';
import type { StageBoard, WallState } from '@wangge/shared/stage';
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

const numbersIn = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];
const localText = (at: number): string => new Date(at + 28_800_000).toISOString();

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

  it('[BF10] counts every open case on its map, masked at the middle of grids without what is personal or secret', async () => {
    const place = { lng: 120.211, lat: 31.803 };
    await report({ ...place, reporterName: '李保密', isSecret: true });
    const { body: masked } = await freeze('chief');
    const { map, lamps } = masked.briefing.content;
    const drawn = map?.points.reduce((sum, { count }) => sum + count, 0) ?? 0;
    expect(map?.areas.reduce((sum, { open }) => sum + open, 0)).toBe(lamps.open);
    expect(drawn + (map?.hidden ?? 0)).toBe(lamps.open);
    expect(map?.hidden).toBeGreaterThan(0);
    expect(map?.points.some(({ lngLat }) => lngLat[0] === place.lng && lngLat[1] === place.lat)).toBe(false);
    const { body: open } = await freeze('chief', { unmaskFor: '专班会商需联系诉求人' });
    expect(open.briefing.content.map?.points.some(({ lngLat }) => lngLat[0] === 120.21 && lngLat[1] === 31.8)).toBe(true);
    expect(open.briefing.content.map?.points.some(({ lngLat }) => lngLat[0] === place.lng && lngLat[1] === place.lat)).toBe(false);
    expect((await freeze('chief', { withMap: false })).body.briefing.content.map).toBeNull();
  });

  it('[BF11] draws the same steps for every ratio, with no number that is not frozen', async () => {
    const { body } = await freeze('chief', { notes: [{ title: '要情', text: '已派两支队伍。' }] });
    const { briefing } = body;
    const frozen = JSON.stringify(briefing);
    const named = new Set([...numbersIn(frozen), ...numbersIn([briefing.content.asOf, briefing.frozen.at, ...briefing.content.cases.map(({ reportedAt }) => reportedAt)].map(localText).join(' '))]);
    const texts: string[][] = [];
    for (const paper of ['slide', 'ultra', 'broad', 'band', 'long', 'tall']) {
      const { pages } = (await call<{ pages: Page[] }>('chief', 'GET', `/api/v1/briefings/${briefing.id}/pages?paper=${paper}`)).body;
      expect(pages.map(({ name }) => name)).toEqual(['1 overview', '2 figures', '3 trends', '4 map', '5 cases', '6 note']);
      const [, figures] = pages;
      texts.push(figures?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])) ?? []);
      for (const { marks, width, height } of pages) {
        for (const mark of marks) {
          if (mark.kind !== 'text') continue;
          const left = mark.align === 'left' ? mark.x : mark.x - mark.width / (mark.align === 'right' ? 1 : 2);
          expect([left >= 0, left + mark.width <= width + 0.5, mark.y <= height, mark.text]).toEqual([true, true, true, mark.text]);
        }
      }
    }
    for (const shown of texts) for (const { name, text } of briefing.content.figures) expect(shown).toEqual(expect.arrayContaining([name, text]));
    for (const number of texts.flatMap((lines) => lines.filter((line) => /^[\d.]+$/.test(line)))) expect(named).toContain(number);
  }, 60_000);

  it('[BF11] is handed over as PNG, a page or all of them, of the size of its paper', async () => {
    const { body } = await freeze('chief');
    const size = async (query: string): Promise<[number, number]> => {
      const answer = await fetch(`${app.url}/api/v1/briefings/${body.briefing.id}/files/png${query}`, { headers: { cookie: app.as('leader').cookie } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      const bytes = Buffer.from(await answer.arrayBuffer());
      return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    };
    const [width, height] = await size('?page=1');
    expect(height / width).toBeCloseTo(Math.SQRT2, 2);
    const [longWidth, longHeight] = await size('');
    expect(longHeight / longWidth).toBeGreaterThan(2 * Math.SQRT2);
    expect((await file('leader', body.briefing.id, 'png?page=99')).status).toBe(404);
  }, 60_000);

  it('[BF12] freezes a moment that was as it was known then, and none to come', async () => {
    const before = Date.now();
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    await report();
    const { body: now } = await freeze('chief', { figureIds: ['reported-today', 'open'] });
    const { body: then, status } = await freeze('chief', { figureIds: ['reported-today', 'open'], momentAt: before });
    expect(status).toBe(201);
    expect(then.briefing.content).toMatchObject({ asOf: before, lamps: { open: now.briefing.content.lamps.open - 1 } });
    expect(then.briefing.content.figures.map(({ value, asOf }) => [value, asOf])).toEqual(now.briefing.content.figures.map(({ value }) => [Number(value) - 1, before]));
    const past = (await call<{ figures: Figures }>('chief', 'GET', `/api/v1/replay/at?t=${before}`)).body.figures;
    expect(then.briefing.content.figures.map(({ value }) => value)).toEqual([past.today.reported, past.today.open]);
    expect(await freeze('chief', { figureIds: ['open'], momentAt: Date.now() + 60_000 })).toMatchObject({ body: { code: 'REPLAY_NOT_YET', rule: 'BF12' } });
    expect(await freeze('chief', { figureIds: ['I21'], momentAt: before })).toMatchObject({ status: 400, body: { field: 'figureIds', rule: 'BF12' } });
  });

  it('[ST21] is presented on a wall once it is issued, turned by the wall itself, and gone when it is withdrawn', async () => {
    const entered = await fetch(`${app.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
    const wall = callerFor(app.url, (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
    const stage = async (): Promise<StageBoard> => ((await wall.call('GET', '/api/v1/boards/stage')).body as unknown as { board: StageBoard }).board;
    const id = (await stage()).mine ?? '';
    const present = (briefingId: string, page: number) => call<{ state: WallState }>('commander', 'POST', `/api/v1/walls/${id}/commands`, { action: 'present', briefingId, page });
    const { body: draft } = await freeze('chief');
    expect(await present(draft.briefing.id, 0)).toMatchObject({ status: 422, body: { code: 'BRIEFING_NOT_FOR_WALL' } });
    const { body: issued } = await act('commander', draft, 'issue');
    expect(await present(issued.briefing.id, 0)).toMatchObject({ status: 200, body: { state: { present: { briefingId: issued.briefing.id, page: 0 } } } });
    expect((await wall.call('POST', `/api/v1/walls/${id}/page`, { page: 1 })).status).toBe(200);
    expect((await stage()).walls[0]?.state.present?.page).toBe(1);
    expect((await wall.call('POST', `/api/v1/walls/${id}/page`, { page: 40 })).status).toBe(422);
    expect((await call('commander', 'POST', `/api/v1/walls/${id}/page`, { page: 0 })).status).toBe(403);
    await act('commander', issued, 'withdraw', { reason: '附图有误' });
    expect((await stage()).walls[0]?.state.present).toBeNull();
  });

  it('hands over files of each format, and none of one from elsewhere', async () => {
    const { body } = await freeze('chief');
    for (const [format, magic] of [['pdf', '%PDF'], ['xlsx', 'PK'], ['pptx', 'PK'], ['png', '\u0089PNG']] as const) {
      const answer = await file('leader', body.briefing.id, format);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain(`${body.briefing.no}.${format}`);
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, magic.length)).toBe(magic);
    }
    expect((await file('other-chief', body.briefing.id, 'pdf')).status).toBe(404);
  }, 60_000);
});
