import type { Actor } from '../access/index.ts';
import type { Guards } from '../life/index.ts';
import type { Alarm, AlarmPayload, AlarmRule } from './alarm.ts';
import type { AlarmGuardName } from './life-cycle.ts';

/** What a guard looks at. `longestShelfAt`: the last instant until which something may rest. */
export interface AlarmGuardInput {
  readonly alarm: Alarm;
  readonly actor: Actor;
  readonly payload: AlarmPayload;
  readonly now: number;
  readonly longestShelfAt: number;
}

/** Whether a role stands on the ladder of a rule, whichever rung is called by now: whoever is above may always answer. */
export function isOnLadder({ ladder }: Pick<AlarmRule, 'ladder'>, { role }: Pick<Actor, 'role'>): boolean {
  return role === 'system' || ladder.some(({ roles }) => roles.some((named) => named === role));
}

/** Each condition named in the table of an alarm's life, with the number of its rule. */
export const ALARM_GUARDS: Guards<AlarmGuardName, AlarmGuardInput> = {
  'on-ladder': { rule: 'TK3', check: ({ alarm, actor }) => (isOnLadder(alarm.rule, actor) ? null : 'ALARM_NOT_ON_LADDER') },
  'shelf-ends': {
    rule: 'TK5', onPayload: true, field: 'until',
    check: ({ payload: { until = 0 }, now, longestShelfAt }) => (until > now && until <= longestShelfAt ? null : 'ALARM_SHELF_END'),
  },
};
