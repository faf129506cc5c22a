import type { ActorRole } from '../access/index.ts';
import type { CaseId, UnitId } from '../base/index.ts';
import type { AckRung, AlarmSound, Happening } from './takeover-rules.ts';

/** 待确认, 已并入 (carried by the alarm of a flood), 已搁置, 已确认, 已解除. */
export const ALARM_STATES = ['raised', 'grouped', 'shelved', 'acknowledged', 'closed'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

/** What an alarm is about. A flood (告警潮) is about its members. */
export type AlarmCause =
  | { readonly kind: 'case'; readonly caseId: CaseId }
  | { readonly kind: 'unit'; readonly unitId: UnitId; readonly unitName: string; readonly isPerson: boolean }
  | { readonly kind: 'call'; readonly callId: string; readonly caseId: CaseId }
  | { readonly kind: 'flood'; readonly townCode: string };

/** What an alarm keeps of the rule it was raised by, so that a new edition does not change what is under way. `rank`: its place in the list, 0 the heaviest. */
export interface AlarmRule {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly sound: AlarmSound;
  readonly isHeardInQuietHours: boolean;
  readonly sentence: string;
  readonly ladder: readonly AckRung[];
  readonly dwellMs: number;
}

/** What the first event of an alarm holds. */
export interface AlarmFacts {
  /** Made of its cause: the same cause gives the same, so that it is raised once whoever sees it. */
  readonly id: string;
  readonly happening: Happening | 'flood';
  readonly cause: AlarmCause;
  readonly matter: string;
  /** Grid, village or township: who sees the place sees the alarm. */
  readonly areaCode: string;
  /** WGS-84; null where no place is known. */
  readonly lngLat: readonly [number, number] | null;
  readonly rule: AlarmRule;
  /** Edition of the rules it was raised by. */
  readonly rulesVersion: string;
  /** It is about a case of a drill (演练). */
  readonly isDrill?: true;
  /** Of a flood: the alarms it was made of. */
  readonly members: readonly string[];
}

/** What is given with an action; which of it an action needs stands in the table of its life. */
export interface AlarmPayload {
  readonly text?: string;
  /** Of a shelf: when it ends by itself, epoch ms. */
  readonly until?: number;
  readonly rung?: number;
  readonly groupId?: string;
  readonly memberId?: string;
  /** The rule of a heavier member: from now on that of the flood. */
  readonly rule?: AlarmRule;
}

/** Who said something, in which role, and when (epoch ms). */
export interface AlarmWord {
  readonly byId: string;
  readonly byName: string;
  readonly role: ActorRole;
  readonly at: number;
  readonly text: string;
}

/** 告警: one thing that somebody must take notice of now. Times are epoch ms; null means not yet. */
export interface Alarm extends AlarmFacts {
  readonly revision: number;
  readonly state: AlarmState;
  readonly raisedAt: number;
  /** Since when it climbs: raised, or taken off the shelf. */
  readonly climbsSince: number;
  /** When each rung of the ladder was called; the first with the alarm itself. */
  readonly calledAt: readonly number[];
  readonly groupId: string | null;
  readonly shelf: (AlarmWord & { readonly until: number }) | null;
  /** 确认 by person and time. `isByDispatch`: a team was sent, which says more than a press. */
  readonly acknowledged: (AlarmWord & { readonly isByDispatch: boolean }) | null;
  readonly closed: AlarmWord | null;
}

/** Nobody has taken notice yet, though it may rest or be carried by another. */
export function isUnanswered({ state }: Pick<Alarm, 'state'>): boolean {
  return state === 'raised' || state === 'grouped' || state === 'shelved';
}
