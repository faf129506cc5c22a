import { asId, HOUR_MS, MINUTE_MS, type CaseId, type TeamId, type UnitId } from '@wangge/shared/base';
import type { LimitClock } from '@wangge/shared/calendar';
import { distanceM } from '@wangge/shared/geo';
import type { CaseRow, OrderRow, UnitRow } from '@wangge/shared/wire';
import { describe, expect, it } from 'vitest';
import { mercatorOf, viewportOf } from '../../map/viewport.ts';
import { MAP_THEMES } from '../../map/map-theme.ts';
import { caseScene, type CaseWish } from './cases.layer.ts';
import { candidateScene, dispatchScene } from './dispatch.layer.ts';
import { gridShades } from './ground.layer.ts';
import { isInSight } from './use-in-sight.ts';
import { squadLabels, UnitTracker } from './units.layer.ts';

const NOW = Date.UTC(2026, 10, 20, 7, 42);
const theme = MAP_THEMES.night;

const running = (yellowAt: number, dueAt: number): LimitClock => ({
  basis: 'plain', startedAt: NOW - 24 * HOUR_MS, totalMs: 24 * HOUR_MS, usedMs: 0, runningSince: NOW - 24 * HOUR_MS, standing: 'running', yellowAt, dueAt,
});
const RED = running(NOW - 9 * HOUR_MS, NOW - 2 * HOUR_MS);
const YELLOW = running(NOW - HOUR_MS, NOW + HOUR_MS);
const GREEN = running(NOW + HOUR_MS, NOW + 9 * HOUR_MS);
const PAUSED: LimitClock = { ...GREEN, standing: 'paused', runningSince: null };

const row = (id: string, more: Partial<CaseRow> = {}): CaseRow => ({
  id: asId<CaseId>(id), no: id, revision: 1, state: 'handling', typeCode: 'T', matter: '河道侵占', platform: 'enforcement', level: 'ordinary', urgency: 'normal',
  lngLat: [120.45, 31.82], villageCode: 'v', gridCode: 'g', source: 'grid', reportedAt: NOW - 5 * HOUR_MS, stateSince: NOW, closedAt: null, closedOnTime: null,
  leadDepartmentId: null, clock: GREEN, stepClock: null, order: null, countyCall: null, supervision: 0, reworkCount: 0, isAuditSample: false, ...more,
});
const wish = (rows: CaseRow[], more: Partial<CaseWish> = {}): CaseWish => ({
  rows, now: NOW, scope: 'overview', chosenId: null, labelled: 12, isStale: false, words: { over: (ms) => `over ${ms / HOUR_MS}`, left: (ms) => `left ${ms / HOUR_MS}` }, ...more,
});
const keysOf = (scene: ReturnType<typeof caseScene>): string[] => scene.marks.map(({ key }) => key);

describe('cases on the map', () => {
  const rows = [
    row('red', { clock: RED }), row('yellow', { clock: YELLOW }), row('paused', { clock: PAUSED }), row('old green'),
    row('new green', { reportedAt: NOW - 59 * MINUTE_MS }), row('closed', { clock: RED, state: 'closed' }),
  ];

  it('shows red, yellow, grey and the last hour on the overview, every open case otherwise', () => {
    expect(keysOf(caseScene(wish(rows)))).toEqual(['red', 'yellow', 'paused', 'new green']);
    expect(keysOf(caseScene(wish(rows, { scope: 'all' })))).toEqual(['red', 'yellow', 'paused', 'old green', 'new green']);
    expect(keysOf(caseScene(wish(rows, { chosenId: asId<CaseId>('closed') })))).toContain('closed');
  });

  it('[ST12] shows what is pointed out whatever the scene draws, and leaves its name to whoever points', () => {
    const pointed = caseScene(wish([row('old green'), row('red', { clock: RED })], { pointedId: 'old green' }));
    expect(keysOf(pointed)).toEqual(['old green', 'red']);
    expect(caseScene(wish([row('red', { clock: RED })], { pointedId: 'red' })).labels).toEqual([]);
  });

  it('[ST12] knows whether a place lies well within what can be seen', () => {
    const seen = viewportOf({ center: [120.45, 31.82], zoom: 12, pitchDeg: 0, widthPx: 1_920, heightPx: 1_080 });
    const dress = { fit: { top: 100, left: 430, right: 430, bottom: 100 }, uPx: 1 };
    expect([120.45, 120.52, 120.58, 120.7].map((lng) => isInSight(seen, [lng, 31.82], dress))).toEqual([true, true, false, false]);
    expect(isInSight(seen, [120.45, 31.9], dress)).toBe(false);
  });

  it('turns a lamp by the clock alone, without any message', () => {
    const lampAt = (now: number) => caseScene(wish([row('a')], { now, scope: 'all' })).marks[0]?.look.lamp;
    expect([NOW, NOW + HOUR_MS + 1, NOW + 9 * HOUR_MS + 1].map(lampAt)).toEqual(['green', 'yellow', 'red']);
  });

  it('closes the ring with the share of the limit used', () => {
    const share = (clock: LimitClock) => caseScene(wish([row('a', { clock })], { scope: 'all' })).marks[0]?.look.share ?? 0;
    expect(share(YELLOW)).toBeGreaterThanOrEqual(0.8);
    expect(share(RED)).toBe(1);
    expect(share(GREEN)).toBeLessThanOrEqual(0.8);
  });

  it('names red cases and 特急, the longest overdue first, and no more than asked', () => {
    const labels = (labelled: number) => caseScene(wish([
      row('late', { clock: RED }), row('later', { clock: { ...RED, dueAt: NOW - 5 * HOUR_MS } }), row('urgent', { urgency: 'critical', reportedAt: NOW }), row('calm', { clock: YELLOW }),
    ], { labelled })).labels;
    expect(labels(12).map(({ key }) => key)).toEqual(['case urgent', 'case later', 'case late']);
    expect(labels(12)[1]?.runs).toEqual([{ text: '河道侵占', tone: 'plain' }, { text: 'over 5', tone: 'red' }]);
    expect(labels(1)).toHaveLength(1);
  });

  it('tells no time while the data stands still, and no brackets ever', () => {
    const [label] = caseScene(wish([row('a', { clock: RED, matter: '紧急诉求(12345 紧急件)' })], { isStale: true })).labels;
    expect(label?.runs).toEqual([{ text: '紧急诉求', tone: 'plain' }]);
  });

  it('shades grids by their open cases only', () => {
    const { steps } = gridShades([...rows, ...Array.from({ length: 5 }, (_, i) => row(`h${i}`, { gridCode: 'h' })), row('done', { gridCode: 'i', state: 'closed' })]);
    expect([...steps]).toEqual([['g', 4], ['h', 4]]);
    expect(gridShades([row('a'), row('b')]).steps.get('g')).toBe(2);
  });
});

describe('squads on the map', () => {
  const unit = (index: number, more: Partial<UnitRow> = {}): UnitRow => ({
    id: asId<UnitId>(`u${index}`), index, kind: 'vehicle', name: `队${index}`, teamId: asId<TeamId>(`t${index}`), gridCode: null, onDuty: true, caseId: null, isOffline: false, ...more,
  });
  const units = [unit(0), unit(1, { caseId: asId<CaseId>('c') }), unit(2, { teamId: null, kind: 'person' }), unit(3, { onDuty: false })];
  const columns = (fixAt: number, lng = 120.45) => ({
    lng: Float64Array.of(lng, lng, lng, lng, lng), lat: Float64Array.of(31.8, 31.8, 31.8, 31.8, 31.8),
    headingDeg: new Float32Array(5), fixAt: Float64Array.of(fixAt, fixAt, fixAt, fixAt, 0),
  });

  it('tells only what changed, with the look that fits', () => {
    const tracker = new UnitTracker(5 * MINUTE_MS);
    expect(tracker.read(units, columns(NOW), NOW).fixes.map(({ unit: index, look }) => [index, look])).toEqual([[0, 'idle'], [1, 'busy'], [2, 'person']]);
    expect(tracker.read(units, columns(NOW), NOW + 1_000).fixes).toEqual([]);
    expect(tracker.read(units, columns(NOW + 2_000, 120.46), NOW + 2_000).fixes).toHaveLength(3);
  });

  it('greys a squad whose fix grew old though nothing came, and takes its trail away', () => {
    const tracker = new UnitTracker(5 * MINUTE_MS);
    tracker.read(units, columns(NOW - 20_000, 120.44), NOW);
    tracker.read(units, columns(NOW), NOW);
    expect(tracker.trails(NOW, theme).map(({ key }) => key)).toEqual(['trail 0', 'trail 1']);
    const late = tracker.read(units, columns(NOW), NOW + 5 * MINUTE_MS + 1);
    expect(late.fixes.map(({ look }) => look)).toEqual(['stale', 'stale']);
    expect(tracker.trails(NOW, theme)).toEqual([]);
  });

  it('forgets where a squad was five minutes ago, and remembers what was recorded before', () => {
    const tracker = new UnitTracker(HOUR_MS);
    for (let step = 0; step < 10; step += 1) tracker.read(units, columns(NOW + step * MINUTE_MS, 120.45 + step * 0.001), NOW + step * MINUTE_MS);
    const [trail] = tracker.trails(NOW + 9 * MINUTE_MS, theme);
    expect(trail?.path).toHaveLength(4);
    tracker.recall(0, [{ at: NOW + 4.5 * MINUTE_MS, lngLat: [120.4, 31.8] }]);
    expect(tracker.trails(NOW + 9 * MINUTE_MS, theme)[0]?.path).toHaveLength(5);
  });

  it('takes a squad off that left duty', () => {
    const tracker = new UnitTracker(HOUR_MS);
    tracker.read(units, columns(NOW), NOW);
    const news = tracker.read([unit(0, { onDuty: false }), ...units.slice(1)], columns(NOW), NOW);
    expect([news.hasGone, news.isSeen(0), news.isSeen(1)]).toEqual([true, false, true]);
  });

  it('names squads, not people, nor those that another label names', () => {
    expect(squadLabels(units, (index) => index === 1, new Set([0]), new Map()).map(({ kind, runs }) => [kind, runs[0]?.text])).toEqual([['squad-stale', '队1']]);
  });

  it('[TM12] names a squad whose terminal complains with its complaint, however old its position is', () => {
    const labels = squadLabels(units, () => true, new Set([0]), new Map([[units[1]!.id, '碰撞预警']]));
    expect(labels).toMatchObject([{ kind: 'alarm', runs: [{ text: '队1' }, { text: '碰撞预警', tone: 'red' }] }]);
  });
});

describe('ways on the map', () => {
  const route = [[120.40, 31.8], [120.44, 31.8], [120.44, 31.84]] as const;
  const order: OrderRow = {
    teamId: asId<TeamId>('t'), sentAt: NOW, undoUntil: NOW, deliveredAt: NOW, seenAt: null, signedAt: NOW, departedAt: NOW, arrivedAt: null, doneAt: null, etaAt: NOW + 6 * MINUTE_MS, route,
  };
  const told: { leftMs: number; distanceM: number }[] = [];
  const words = { eta: (leftMs: number, m: number) => { told.push({ leftMs, distanceM: m }); return 'eta'; }, candidate: (rank: number) => `${rank}` };
  const draw = (row: CaseRow, lngLat: readonly [number, number]) => dispatchScene([row], () => ({ unit: 7, lngLat }), { now: NOW, theme, words });

  it('draws a line from the squad to the case with the time and distance that are left', () => {
    const { ribbons, labels } = draw(row('c', { order }), [120.44, 31.8]);
    expect(ribbons).toMatchObject([{ mover: { unit: 7, at: 'start' }, fadeMs: 600 }]);
    expect(ribbons[0]?.strokes.at(-1)).toMatchObject({ dash: { onU: 11, offU: 6, driftU: 20 } });
    expect(labels).toMatchObject([{ kind: 'eta' }]);
    expect(told.at(-1)?.leftMs).toBe(6 * MINUTE_MS);
    expect(told.at(-1)?.distanceM).toBeCloseTo(distanceM([120.44, 31.8], [120.44, 31.84]), 0);
  });

  it('keeps the capsule on the part of the way that is still ahead', () => {
    const anchor = draw(row('c', { order }), [120.44, 31.82]).labels[0]?.anchor;
    const spots = anchor !== undefined && 'spots' in anchor ? anchor.spots : [];
    expect(spots.length).toBeGreaterThan(0);
    for (const [, lat] of spots) expect(lat).toBeGreaterThan(31.82);
  });

  it('draws nothing before departure, after arrival, or for a squad nobody sees', () => {
    expect(draw(row('c', { order: { ...order, departedAt: null } }), [120.4, 31.8]).ribbons).toEqual([]);
    expect(draw(row('c', { order: { ...order, arrivedAt: NOW } }), [120.4, 31.8]).ribbons).toEqual([]);
    expect(dispatchScene([row('c', { order })], () => undefined, { now: NOW, theme, words }).ribbons).toEqual([]);
  });

  it('draws the chosen candidate thick and on top, the others dotted, each numbered as in the list', () => {
    const candidate = (rank: number) => ({
      teamId: asId<TeamId>(`t${rank}`), rank, etaMs: rank * MINUTE_MS, distanceM: 900, isEstimate: false, route, load: 0, fixAgeMs: 0, reasons: [],
    });
    const { ribbons, labels, units } = candidateScene([1, 2, 3].map(candidate), asId<TeamId>('t2'), (team) => ({ unit: Number(team.slice(1)), lngLat: [120.4, 31.8] }), { goal: [120.45, 31.85], theme, words });
    expect(ribbons.at(-1)?.key).toBe('candidate t2');
    expect(ribbons.map(({ path }) => path.at(-1))).toEqual([1, 2, 3].map(() => mercatorOf([120.45, 31.85])));
    expect(ribbons.map(({ strokes }) => strokes.at(-1)?.widthU[0])).toEqual([2.4, 2.4, 4.4]);
    expect(labels.find(({ kind }) => kind === 'candidate-first')?.runs[0]?.text).toBe('2');
    expect([...units].sort()).toEqual([1, 2, 3]);
  });
});
