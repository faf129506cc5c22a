import { startClock, type LimitClock, type WorkCalendar } from '../calendar/index.ts';
import { isOpenState } from '../district/index.ts';
import { clockKey, type LadderSubject } from './ladder-subject.ts';
import type { Ladder, LadderRung, RungTrigger } from './ladder.ts';
import type { Oversight } from './oversight.ts';

/** What the ladder must know of the orders a case already has. */
export type EarlierOrder = Pick<Oversight, 'rung' | 'clockKey' | 'openedAt'>;

/** A rung that is to be opened, and for which clock of the case. `since`: the instant after which it is due. */
export interface DueRung {
  readonly row: LadderRung;
  readonly clockKey: string;
  readonly since: number;
}

interface Plan extends DueRung {
  /** The last instant at which it still makes sense. */
  readonly until: number;
}

/** The instant a trigger waits from, and how long it holds; null while the rung it follows is not open. */
function baseOf(trigger: RungTrigger, clock: LimitClock, earlier: readonly EarlierOrder[]): { from: number; until: number } | null {
  switch (trigger.from) {
    case 'lamp-yellow': return { from: clock.yellowAt, until: clock.dueAt };
    case 'lamp-red': return { from: clock.dueAt, until: Infinity };
    default: {
      const below = earlier.find(({ rung }) => rung === trigger.from);
      return below ? { from: Math.max(below.openedAt, clock.dueAt), until: Infinity } : null;
    }
  }
}

function plan(subject: LadderSubject, orders: readonly EarlierOrder[], ladder: Ladder, calendar: WorkCalendar): Plan[] {
  if (!isOpenState(subject.state) || subject.clock.standing === 'paused') return [];
  const plans: Plan[] = [];
  for (const row of ladder) {
    const { trigger } = row;
    if (trigger === null) continue;
    const scopes = trigger.scope === 'any' ? (['step', 'whole'] as const) : [trigger.scope];
    for (const scope of scopes) {
      const clock = scope === 'step' ? subject.stepClock : subject.clock;
      if (clock === null || clock.standing !== 'running') continue;
      const key = clockKey(subject, scope);
      const earlier = orders.filter((order) => order.clockKey === key);
      if (earlier.some(({ rung }) => rung === row.rung)) continue;
      const base = baseOf(trigger, clock, earlier);
      if (!base) continue;
      const wait = (subject.urgency === 'critical' ? trigger.afterCritical : null) ?? trigger.after;
      plans.push({ row, clockKey: key, since: wait ? startClock(calendar, wait, base.from).dueAt : base.from, until: base.until });
    }
  }
  return plans;
}

/**
 * The rungs to open for a case at `now`, the mildest first: those whose lamp or waiting time has come, each at most once for a
 * round and a state of its clock. A suspended or ended case climbs no further; a case nobody holds climbs like any other.
 */
export function dueRungs(subject: LadderSubject, orders: readonly EarlierOrder[], ladder: Ladder, calendar: WorkCalendar, now: number): DueRung[] {
  return plan(subject, orders, ladder, calendar).filter(({ since, until }) => since < now && now <= until);
}

/** The next whole millisecond at which `dueRungs` may answer something, as things stand; Infinity when nothing is ahead. */
export function nextRungAt(subject: LadderSubject, orders: readonly EarlierOrder[], ladder: Ladder, calendar: WorkCalendar, now: number): number {
  const instants = plan(subject, orders, ladder, calendar).map(({ since, until }) => ({ at: Math.max(Math.floor(since) + 1, now), until }));
  return instants.reduce((next, { at, until }) => (at <= until ? Math.min(next, at) : next), Infinity);
}
