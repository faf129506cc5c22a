import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import { DAY_MS } from '../base/index.ts';
import { shanghai, specCalendar } from '../calendar/calendar.fixture.ts';
import { coverageOf, decideVisit, doneIn, periodOf, periodsEndedIn, sumCoverage, taskNow, type Frequency, type GridDuty, type VisitFacts } from './index.ts';

const duty = (frequency: Partial<Frequency> = {}, more: Partial<GridDuty> = {}): GridDuty => ({
  code: 'W1', name: '河道巡查', purpose: '', frequency: { times: 1, per: 'week', days: 1, ...frequency }, isWorkdaysOnly: false, evidence: ['place'], posts: ['网格员'], basis: '', source: 'F', ...more,
});
const START = shanghai('2025-01-01 00:00');
const worker: Actor = { id: 'w', name: '网格员甲', role: 'grid-worker', unitId: null, parentUnitId: null, areaCode: '320281104201' };
const facts: VisitFacts = { id: 'v', gridCode: 'g1', villageCode: 'v1', duties: ['W1'], lngLat: [120, 31], note: '', photos: [], caseId: null, dutiesVersion: 'd1' };
const context = (duties = [duty()]) => ({ now: shanghai('2026-01-05 09:00'), duties, isAdmitted: (code: string) => code !== 'W8', standsIn: 'g1', ownGrid: 'g1' });

describe('a visit', () => {
  it('[PT1] given another grid than one\'s own, when it is recorded, then it is refused', () => {
    expect(decideVisit(facts, worker, { ...context(), ownGrid: 'g2' })).toMatchObject({ error: { code: 'PATROL_NOT_YOUR_GRID', rule: 'PT1' } });
  });
  it('[PT2] given a fix outside the grid, or outside every grid, then it is refused', () => {
    for (const standsIn of ['g2', null]) expect(decideVisit(facts, worker, { ...context(), standsIn })).toMatchObject({ error: { code: 'PATROL_OUTSIDE_GRID', rule: 'PT2' } });
  });
  it('[PT3] given a duty that the list does not have, then it is refused', () => {
    expect(decideVisit({ ...facts, duties: ['W1', 'W9'] }, worker, context())).toMatchObject({ error: { code: 'PATROL_DUTY_UNKNOWN', detail: 'W9' } });
  });

  it('[GA2] is not recorded for a duty that the grid may not be asked for', () => {
    const unasked = context([duty(), duty({}, { code: 'W8', name: '统计报表' })]);
    expect(decideVisit({ ...facts, duties: ['W8'] }, worker, unasked)).toMatchObject({ error: { code: 'PATROL_DUTY_NOT_ADMITTED', rule: 'GA2', detail: '统计报表' } });
  });
  it('[PT4] given duties that ask for a photo or a record, then each must be there', () => {
    const photo = context([duty({}, { evidence: ['photos'] })]);
    expect(decideVisit(facts, worker, photo)).toMatchObject({ error: { code: 'PATROL_EVIDENCE_MISSING', field: 'photos' } });
    expect(decideVisit({ ...facts, photos: ['a'] }, worker, photo)).toMatchObject({ ok: true });
    const record = context([duty({}, { evidence: ['record'] })]);
    expect(decideVisit({ ...facts, note: '  ' }, worker, record)).toMatchObject({ error: { field: 'note' } });
    expect(decideVisit({ ...facts, note: '已走访' }, worker, record)).toMatchObject({ ok: true, value: { type: 'visited', facts: { note: '已走访' } } });
  });
});

describe('periods of a duty', () => {
  it('[PT6] given a week, a month and 14 days, then they begin at midnight of Monday, of the first, and of every second Monday', () => {
    const at = shanghai('2026-01-14 12:00');
    expect(periodOf(duty(), at, specCalendar)).toEqual({ from: shanghai('2026-01-12 00:00'), to: shanghai('2026-01-19 00:00'), dueAt: shanghai('2026-01-19 00:00') });
    expect(periodOf(duty({ per: 'month' }), at, specCalendar)).toMatchObject({ from: shanghai('2026-01-01 00:00'), to: shanghai('2026-02-01 00:00') });
    const { from, to } = periodOf(duty({ per: 'days', days: 14 }), at, specCalendar);
    expect(to - from).toBe(14 * DAY_MS);
    expect((from - shanghai('2024-01-01 00:00')) % (14 * DAY_MS)).toBe(0);
  });
  it('[PT6] given its last instant and its first, then midnight belongs to the next period', () => {
    const edge = shanghai('2026-01-12 00:00');
    expect(periodOf(duty(), edge - 1, specCalendar).to).toBe(edge);
    expect(periodOf(duty(), edge, specCalendar).from).toBe(edge);
    expect(periodOf(duty({ per: 'month' }), shanghai('2026-01-31 23:59'), specCalendar).to).toBe(shanghai('2026-02-01 00:00'));
  });
  it('[PT6] given a duty of working days, then a week ends with its Friday, one with 调休 with the Sunday worked, and a holiday asks for nothing', () => {
    const onWorkdays = { isWorkdaysOnly: true };
    expect(periodOf(duty({}, onWorkdays), shanghai('2026-01-14 12:00'), specCalendar).dueAt).toBe(shanghai('2026-01-17 00:00'));
    expect(periodOf(duty({}, onWorkdays), shanghai('2025-12-31 12:00'), specCalendar).dueAt).toBe(shanghai('2026-01-05 00:00'));
    const daily = duty({ per: 'days', days: 1 }, onWorkdays);
    expect(periodOf(daily, shanghai('2026-01-01 12:00'), specCalendar).dueAt).toBeNull();
    expect(taskNow(daily, [], shanghai('2026-01-01 12:00'), specCalendar, shanghai('2026-01-01 00:00')).state).toBe('free');
    expect(periodsEndedIn(daily, shanghai('2026-01-01 00:00'), shanghai('2026-01-06 00:00'), specCalendar)).toHaveLength(2);
  });
});

describe('the task of a duty', () => {
  const now = shanghai('2026-01-14 12:00');
  it('[PT5] given two visits of one day for a duty asked twice a week, then one is still owed', () => {
    const twice = duty({ times: 2 });
    const sameDay = [shanghai('2026-01-12 08:00'), shanghai('2026-01-12 17:00')];
    expect(taskNow(twice, sameDay, now, specCalendar, START)).toMatchObject({ state: 'due', done: 1, needed: 2 });
    expect(taskNow(twice, [...sameDay, shanghai('2026-01-13 08:00')], now, specCalendar, START)).toMatchObject({ state: 'done', done: 2, overdueSince: null });
    expect(doneIn(sameDay, { from: shanghai('2026-01-12 00:00'), to: shanghai('2026-01-13 00:00') })).toBe(1);
  });
  it('[PT7] given a week missed and nobody since, then it is overdue since that week ended; a visit mends it', () => {
    const before = [shanghai('2026-01-02 09:00')];
    expect(taskNow(duty(), before, now, specCalendar, START)).toMatchObject({ state: 'overdue', overdueSince: shanghai('2026-01-12 00:00'), lastVisitAt: before[0] });
    expect(taskNow(duty(), [...before, shanghai('2026-01-13 09:00')], now, specCalendar, START).state).toBe('done');
  });
  it('[PT7] given a list that came into force this week, then the week before is not owed', () => {
    expect(taskNow(duty(), [], now, specCalendar, shanghai('2026-01-12 00:00')).state).toBe('due');
  });
  it('[PT7] given a duty of working days undone on Saturday, then it is overdue since Friday', () => {
    const visits = [shanghai('2026-01-06 09:00')];
    expect(taskNow(duty({}, { isWorkdaysOnly: true }), visits, shanghai('2026-01-17 09:00'), specCalendar, START)).toMatchObject({ state: 'overdue', overdueSince: shanghai('2026-01-17 00:00') });
  });
});

describe('coverage', () => {
  it('[PT8] given four weeks that ran out and two visited, then it is a half; the running week is not counted', () => {
    const weekly = duty();
    const ended = periodsEndedIn(weekly, shanghai('2026-01-05 00:00'), shanghai('2026-02-04 00:00'), specCalendar);
    expect(ended).toHaveLength(4);
    const times = [shanghai('2026-01-06 09:00'), shanghai('2026-01-20 09:00'), shanghai('2026-02-03 09:00')];
    expect(coverageOf([weekly], new Map([['W1', ended]]), () => times)).toEqual({ fulfilled: 2, owed: 4, share: 0.5 });
  });
  it('[PT8] given nothing owed, then it has no share, and a sum weighs by what was owed', () => {
    expect(sumCoverage([])).toEqual({ fulfilled: 0, owed: 0, share: null });
    expect(sumCoverage([{ fulfilled: 1, owed: 1, share: 1 }, { fulfilled: 0, owed: 3, share: 0 }]).share).toBe(0.25);
  });
});
