import { describe, expect, it } from 'vitest';
import { asId, type TeamId } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { DispatchOrder, OrderLadder } from '../case/index.ts';
import type { Team, Urgency } from '../district/index.ts';
import { dueSignRung, nextSignRungAt, signStep } from './due-sign-rung.ts';
import { nextInLine } from './next-in-line.ts';
import type { TeamStanding } from './recommend-teams.ts';
import { signLadderProblems, type SignLadder, type SignRungs } from './sign-ladder.ts';

const MINUTE = 60_000;
/** Monday, 5 January 2026, nine in the morning in Shanghai; work ends at 17:00. */
const NINE = Date.parse('2026-01-05T09:00:00+08:00');
const calendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026], exceptions: [], seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 1020 }] }],
};
const [one, two, three] = ['one', 'two', 'three'].map((id) => asId<TeamId>(id)) as [TeamId, TeamId, TeamId];

const rungs = (urgency: Urgency, more: Partial<SignRungs> = {}): SignRungs =>
  ({ urgency, remindAfter: { value: 5, unit: 'minute' }, nextAfter: { value: 10, unit: 'minute' }, autoMoves: 0, deskAfter: { value: 15, unit: 'minute' }, ...more });
const ladder: SignLadder = [rungs('critical'), rungs('urgent', { autoMoves: 1 }), rungs('normal', {
  remindAfter: { value: 40, unit: 'work_minute' }, nextAfter: { value: 80, unit: 'work_minute' }, deskAfter: { value: 2, unit: 'work_hour' },
})];

function unsigned(urgency: Urgency, climbed: Partial<OrderLadder> = {}, order: Partial<DispatchOrder> = {}) {
  const sentAt = order.sentAt ?? NINE;
  return {
    state: 'dispatched' as const, urgency,
    order: {
      teamId: one, sentAt, sentBy: 'p', undoUntil: sentAt, deliveredAt: null, seenAt: null, signedAt: null, departedAt: null, arrivedAt: null, doneAt: null, etaAt: null, distanceM: null, route: [],
      ladder: { since: sentAt, remindedAt: null, nextAt: null, nextTeamId: null, deskAt: null, passedFrom: [], ...climbed }, ...order,
    },
  };
}

const due = (item: Parameters<typeof dueSignRung>[0], min: number): string | null => dueSignRung(item, ladder, calendar, NINE + min * MINUTE)?.rung ?? null;

describe('an order that nobody signs', () => {
  it('[AK2] given a 特急 order, then its team is reminded after 5 minutes, the next is due after 10, the desk is told after 15, to the millisecond', () => {
    const fresh = unsigned('critical');
    expect(dueSignRung(fresh, ladder, calendar, NINE + 5 * MINUTE - 1)).toBeNull();
    expect(due(fresh, 5)).toBe('remind');
    const reminded = unsigned('critical', { remindedAt: NINE + 5 * MINUTE });
    expect([due(reminded, 9.99), due(reminded, 10)]).toEqual([null, 'next']);
    const proposed = unsigned('critical', { remindedAt: 1, nextAt: NINE + 10 * MINUTE, nextTeamId: two });
    expect([due(proposed, 14.99), due(proposed, 15)]).toEqual([null, 'desk']);
    const told = unsigned('critical', { remindedAt: 1, nextAt: 1, nextTeamId: two, deskAt: 1 });
    expect([due(told, 9_999), nextSignRungAt(told, ladder, calendar)]).toEqual([null, Infinity]);
  });

  it('[AK2] given a 普通 order sent in the afternoon, then its minutes are those of work', () => {
    const late = unsigned('normal', {}, { sentAt: Date.parse('2026-01-05T16:40:00+08:00') });
    expect(nextSignRungAt(late, ladder, calendar)).toBe(Date.parse('2026-01-06T08:50:00+08:00'));
  });

  it('[AK2] given a signature, a return that waits, or no team, then nothing is due', () => {
    expect(due(unsigned('critical', {}, { signedAt: NINE + MINUTE }), 99)).toBeNull();
    expect(due({ ...unsigned('critical'), state: 'return-requested' }, 99)).toBeNull();
    expect(due({ ...unsigned('critical'), order: null }, 99)).toBeNull();
  });

  it('[AK2] given a reminder by hand, then none follows it', () => {
    expect(due(unsigned('critical', { remindedAt: NINE + MINUTE }), 9)).toBeNull();
  });

  it('[AK3] given everything ran out while nobody looked, then each rung comes, in order', () => {
    expect([due(unsigned('critical'), 99), due(unsigned('critical', { remindedAt: 1 }), 99), due(unsigned('critical', { remindedAt: 1, nextAt: 1, nextTeamId: two }), 99)])
      .toEqual(['remind', 'next', 'desk']);
  });

  it('[AK4] given nobody is next in line, then the desk is told at once', () => {
    expect(due(unsigned('critical', { remindedAt: 1, nextAt: NINE + 10 * MINUTE, nextTeamId: null }), 10)).toBe('desk');
    expect(signStep(unsigned('urgent'), 'next', ladder, null)).toEqual({ action: 'propose-next', payload: {} });
  });

  it('[AK5] given the list says 0, then the next is proposed; given 1, then the order goes on by itself once', () => {
    expect(signStep(unsigned('critical'), 'next', ladder, two)).toEqual({ action: 'propose-next', payload: { teamId: two } });
    expect(signStep(unsigned('urgent'), 'next', ladder, two)).toEqual({ action: 'pass-on', payload: { teamId: two } });
    const moved = unsigned('urgent', { since: NINE, passedFrom: [{ teamId: two, sentAt: NINE, at: NINE + 10 * MINUTE }] });
    expect(signStep(moved, 'next', ladder, three).action).toBe('propose-next');
    const sentByDesk = unsigned('urgent', { since: NINE + 12 * MINUTE, passedFrom: [{ teamId: two, sentAt: NINE, at: NINE + 10 * MINUTE }, { teamId: three, sentAt: NINE, at: NINE + 12 * MINUTE }] });
    expect(signStep(sentByDesk, 'next', ladder, three).action).toBe('pass-on');
  });

  it('[AK5] given it went on by itself, then the desk is told by the first sending, the new team reminded by its own', () => {
    const moved = unsigned('urgent', { since: NINE }, { teamId: two, sentAt: NINE + 10 * MINUTE });
    expect([due(moved, 14.99), due(moved, 15)]).toEqual([null, 'remind']);
    expect(due(unsigned('urgent', { since: NINE, remindedAt: 1 }, { sentAt: NINE + 10 * MINUTE }), 15)).toBe('desk');
  });
});

describe('the next in line', () => {
  const lead = asId<Team['departmentId']>('lead');
  const standing = (id: TeamId, etaMin: number, team: Partial<Team> = {}): TeamStanding => ({
    team: { id, name: id, kind: 'service', departmentId: lead, handles: [], equipment: [], headcount: 2, unitId: asId(`u-${id}`), base: [120, 31], ...team },
    isOnDuty: true, fixAgeMs: 0, load: 0, villageCode: null, way: { etaMs: etaMin * MINUTE, distanceM: 1, isEstimate: false, route: [] },
  });
  const next = (standings: TeamStanding[], had: TeamId[]): TeamId | null =>
    nextInLine({ caseRevision: 1, at: 0, villageCode: 'v', departments: [lead, asId('other')], staleFixMs: 1, standings }, had);

  it('[AK4] is the first recommended of the lead, or able to take its cases, that has not had it', () => {
    expect(next([standing(one, 2), standing(two, 9), standing(three, 5)], [one])).toBe(three);
    expect(next([standing(one, 2), standing(two, 9, { departmentId: asId('x'), handles: [lead] })], [one])).toBe(two);
    expect(next([standing(one, 2), standing(two, 3, { departmentId: asId('other') })], [one])).toBeNull();
    expect(next([standing(one, 2), { ...standing(two, 3), isOnDuty: false }], [one])).toBeNull();
  });
});

describe('a ladder', () => {
  it('[AK9] that cannot be climbed is told by line: out of order, in days, in two measures, going on without end, twice, or with an urgency left out', () => {
    const said = (...rows: SignRungs[]): string[] => signLadderProblems(rows).map(({ index, field }) => `${index} ${field}`);
    expect(signLadderProblems(ladder)).toEqual([]);
    expect(said(rungs('critical', { nextAfter: { value: 5, unit: 'minute' } }), rungs('urgent', { deskAfter: { value: 9, unit: 'minute' } }), rungs('normal', { nextAfter: { value: 1, unit: 'hour' }, deskAfter: { value: 1, unit: 'hour' }, autoMoves: 6 })))
      .toEqual(['0 nextAfter', '1 deskAfter', '2 autoMoves']);
    expect(said(rungs('critical', { deskAfter: { value: 1, unit: 'work_day' } }), rungs('urgent', { remindAfter: { value: 1, unit: 'work_minute' } }), rungs('urgent')))
      .toEqual(['0 deskAfter', '1 remindAfter', '2 urgency', '0 urgency']);
  });
});
