import { describe, expect, it } from 'vitest';
import { startClock } from '../calendar/index.ts';
import { dueRungs, nextRungAt, type EarlierOrder } from './due-rungs.ts';
import { addresseeOf, clockKey, isPointless, signerOf, type LadderSubject } from './ladder-subject.ts';
import { ladderProblems } from './ladder.ts';
import { anOrder, halted, shanghai, specCalendar, specLadder, subject } from './oversight.fixture.ts';

const due = (item: LadderSubject, at: string, orders: readonly EarlierOrder[] = []) =>
  dueRungs(item, orders, specLadder, specCalendar, shanghai(at)).map(({ row }) => row.rung);
const opened = (rung: EarlierOrder['rung'], at: string, key = 'r1'): EarlierOrder => ({ rung, clockKey: key, openedAt: shanghai(at) });
const ALL = ['urge', 'yellow', 'red'] as const;

/** Climbs as a scanner would, from rung to rung at the instants `nextRungAt` names. */
function climb(item: LadderSubject, until: string): string[] {
  const orders: EarlierOrder[] = [];
  const told: string[] = [];
  for (let now = item.clock.startedAt; ;) {
    now = nextRungAt(item, orders, specLadder, specCalendar, now);
    if (now > shanghai(until)) return told;
    for (const { row, clockKey: key } of dueRungs(item, orders, specLadder, specCalendar, now)) {
      orders.push({ rung: row.rung, clockKey: key, openedAt: now });
      told.push(`${row.rung} ${new Date(now + 8 * 3_600_000).toISOString().slice(5, 16)}`);
    }
  }
}

describe('the ladder of supervision', () => {
  it('[OV2] reminds when the lamp turns yellow, orders when it is red, and again after the waiting time', () => {
    const item = subject();
    expect(due(item, '2026-01-05 17:00')).toEqual([]);
    expect(due(item, '2026-01-05 17:01')).toEqual(['urge']);
    expect(due(item, '2026-01-05 19:01', [opened('urge', '2026-01-05 17:01')])).toEqual(['yellow']);
    expect(due(item, '2026-01-06 19:01', [opened('urge', '2026-01-05 17:01'), opened('yellow', '2026-01-05 19:01')])).toEqual(['red']);
  });

  it('[OV2] waits in working days: over a weekend, and over a holiday with its worked Sunday', () => {
    expect(climb(subject({}, { value: 1, unit: 'work_day' }), '2026-02-01 00:00')).toEqual([
      'urge 01-06T13:42', 'yellow 01-06T17:00', 'red 01-07T17:00', 'county 01-12T17:00', 'censure 01-19T17:00',
    ]);
    const before = subject({}, { value: 4, unit: 'work_hour' }, shanghai('2025-12-31 16:00'));
    expect(climb(before, '2026-01-10 00:00')).toEqual(['urge 01-04T10:42', 'yellow 01-04T11:30', 'red 01-05T11:30', 'county 01-08T17:00']);
  });

  it('[OV3] a critical case climbs to red after an hour', () => {
    const item = subject({ urgency: 'critical' });
    expect(due(item, '2026-01-05 19:59', [opened('yellow', '2026-01-05 19:01')])).toEqual([]);
    expect(due(item, '2026-01-05 20:01', [opened('yellow', '2026-01-05 19:01')])).toEqual(['red']);
  });

  it('[OV1] opens each rung once in a round and a state of its clock', () => {
    const item = subject({ stepClock: startClock(specCalendar, { value: 1, unit: 'hour' }, shanghai('2026-01-05 16:15')) });
    const both = dueRungs(item, [], specLadder, specCalendar, shanghai('2026-01-05 17:10'));
    expect(both.map(({ row, clockKey: key }) => [row.rung, key])).toEqual([['urge', clockKey(item, 'step')], ['urge', 'r1']]);
    const orders = both.map(({ row, clockKey: key }) => ({ rung: row.rung, clockKey: key, openedAt: 0 }));
    expect(due(item, '2026-01-05 17:10', orders)).toEqual([]);
    const nextStep = { ...item, state: 'dispatched' as const };
    expect(dueRungs(nextStep, orders, specLadder, specCalendar, shanghai('2026-01-05 17:10')).map(({ clockKey: key }) => key)).toEqual([clockKey(nextStep, 'step')]);
  });

  it('[OV4] a case that nobody holds climbs too: to the room, signed above it', () => {
    const item = subject({ state: 'filed', holderId: null });
    const [rung] = dueRungs(item, [opened('urge', '2026-01-05 17:01')], specLadder, specCalendar, shanghai('2026-01-05 19:01'));
    const addressee = addresseeOf(rung!.row, item);
    expect(addressee).toEqual({ post: 'room', departmentId: null });
    expect(signerOf(rung!.row, addressee).role).toBe('commander');
    expect(signerOf(rung!.row, addresseeOf(rung!.row, subject())).role).toBe('duty-chief');
    expect(addresseeOf(rung!.row, subject({ isWithCounty: true })).post).toBe('county');
  });

  it('[OV5] a suspended or ended case climbs no further', () => {
    const at = shanghai('2026-01-05 10:00');
    expect(due(halted({ ...subject(), state: 'suspended' }, at, 'paused'), '2026-01-20 10:00')).toEqual([]);
    expect(due(halted({ ...subject(), state: 'closed' }, at, 'stopped'), '2026-01-20 10:00')).toEqual([]);
    expect(nextRungAt(halted({ ...subject(), state: 'suspended' }, at, 'paused'), [], specLadder, specCalendar, at)).toBe(Infinity);
  });

  it('[OV6] a reopened case climbs its round from the first rung again', () => {
    const orders = ALL.map((rung) => opened(rung, '2026-01-06 20:00'));
    expect(due(subject(), '2026-01-06 20:01', orders)).toEqual([]);
    expect(due(subject({ round: 2 }), '2026-01-06 20:01', orders)).toEqual(['yellow', 'red']);
  });

  it('[OV11] an order is pointless when its case has ended, a reminder when its clock is past', () => {
    const now = shanghai('2026-01-05 17:30');
    const reminder = anOrder({ rung: 'urge', replyLimit: null });
    expect(isPointless(reminder, subject(), now)).toBe(false);
    expect(isPointless(reminder, subject({}, { value: 20, unit: 'hour' }), now)).toBe(true);
    expect(isPointless(reminder, halted({ ...subject(), state: 'handled' }, now, 'stopped'), now)).toBe(true);
    expect(isPointless(anOrder(), halted({ ...subject(), state: 'handled' }, now, 'stopped'), now)).toBe(false);
    expect(isPointless(anOrder(), halted({ ...subject(), state: 'closed' }, now, 'stopped'), now)).toBe(true);
  });

  it('[OV15] a ladder that cannot be climbed is told what is wrong with it', () => {
    expect(ladderProblems(specLadder)).toEqual([]);
    const [urge, yellow, red, county] = specLadder;
    expect(ladderProblems([urge!, urge!])).toMatchObject([{ index: 1, field: 'rung' }]);
    expect(ladderProblems([yellow!, urge!])).toMatchObject([{ index: 1, field: 'rung' }]);
    expect(ladderProblems([urge!, county!])).toMatchObject([{ index: 1, field: 'trigger.from' }]);
    expect(ladderProblems([red!, { ...county!, trigger: { ...county!.trigger!, after: null } }])).toMatchObject([{ index: 1, field: 'trigger.after' }]);
    expect(ladderProblems([{ ...urge!, requirement: '{name}' }])).toMatchObject([{ field: 'requirement' }]);
    expect(ladderProblems([])).toHaveLength(1);
  });
});
