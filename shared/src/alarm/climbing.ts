import { MINUTE_MS } from '../base/index.ts';
import type { Alarm } from './alarm.ts';

/** When each rung of an alarm's ladder was called, or will be as things stand. */
export function rungTimes({ rule, climbsSince, calledAt }: Pick<Alarm, 'rule' | 'climbsSince' | 'calledAt'>): number[] {
  return rule.ladder.map(({ afterMin }, index) => calledAt[index] ?? climbsSince + afterMin * MINUTE_MS);
}

/** The next rung of an alarm that nobody answered, once its time has come; null while there is none. */
export function dueRungOf(alarm: Alarm, now: number): number | null {
  const next = alarm.calledAt.length;
  const at = rungTimes(alarm)[next];
  return alarm.state === 'raised' && at !== undefined && at <= now ? next : null;
}

/** Whether an alarm rests no longer. */
export function isShelfOver({ state, shelf }: Pick<Alarm, 'state' | 'shelf'>, now: number): boolean {
  return state === 'shelved' && shelf !== null && shelf.until <= now;
}
