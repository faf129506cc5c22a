import { isInArea } from '../access/index.ts';
import { lampAt } from '../calendar/index.ts';
import type { Case } from '../case/index.ts';
import { isOpenState } from '../district/index.ts';
import type { AlarmRule } from './alarm.ts';
import type { Happening, TakeoverRule } from './takeover-rules.ts';

/** What a rule looks at: what happened, where, and to a case of which type. `isOwned`: somebody has it in hand. */
export interface Occurrence {
  readonly happening: Happening;
  readonly areaCode: string;
  readonly typeCode: string | null;
  readonly isOwned: boolean;
}

/** Whether somebody has a case in hand: a team was sent, or a department or the county holds it. */
export function isOwned({ state, order, countyCall, leadDepartmentId }: Pick<Case, 'state' | 'order' | 'countyCall' | 'leadDepartmentId'>): boolean {
  return order !== null || countyCall !== null || (leadDepartmentId !== null && state !== 'filed' && state !== 'accepted' && state !== 'reported');
}

/** The first rule that an occurrence falls under, with its place in the list; null where none does. */
export function ruleFor(rules: readonly TakeoverRule[], { happening, areaCode, typeCode, isOwned: isInHand }: Occurrence): AlarmRule | null {
  const rank = rules.findIndex((rule) => rule.on === happening
    && (rule.areas.length === 0 || rule.areas.some((code) => isInArea(areaCode, code)))
    && (rule.typeCodes.length === 0 || (typeCode !== null && rule.typeCodes.includes(typeCode)))
    && (happening !== 'red-lamp' || rule.alsoOwned || !isInHand));
  const rule = rules[rank];
  if (!rule) return null;
  const { id, name, sound, isHeardInQuietHours, sentence, ladder, dwellS } = rule;
  return { id, name, rank, sound, isHeardInQuietHours, sentence, ladder, dwellMs: dwellS * 1_000 };
}

/** States in which nobody needs to be called any more: it was dealt with on the spot, or the deed is done and being looked at. */
const PAST: ReadonlySet<Case['state']> = new Set(['self-handled', 'handled', 'checking', 'checked']);

/** The happenings that a case as it stands may be, by what people must hear first: 特急, 重大, 红灯. */
export function happeningsOf(item: Case, now: number): Happening[] {
  if (!isOpenState(item.state) || PAST.has(item.state)) return [];
  return [
    ...(item.urgency === 'critical' && item.order === null ? ['critical-case' as const] : []),
    ...(item.level === 'major' && item.order === null ? ['major-event' as const] : []),
    ...(item.clock.standing === 'running' && lampAt(item.clock, now) === 'red' ? ['red-lamp' as const] : []),
  ];
}

/** The id of an alarm about a case: the same matter in the same round is one cause, and turning red another. */
export function caseAlarmId(item: Pick<Case, 'id' | 'rounds'>, happening: Happening): string {
  return `${happening === 'red-lamp' ? 'red' : 'case'}.${item.id}.${item.rounds.length + 1}`;
}
