import { DAY_MS, HOUR_MS, MINUTE_MS, ok, refuse, type Result, type UnitId } from '../base/index.ts';
import type { DomainEvent } from '../life/index.ts';
import type { RoundFigures } from './round-figures.ts';

/** Why a round is over: 本人结束, 离岗, 久无定位, 另开一次, 过长. */
export const ROUND_ENDS = ['worker', 'off-duty', 'silent', 'started-anew', 'too-long'] as const;
export type RoundEnd = (typeof ROUND_ENDS)[number];

/** Without positions for this long a round is over by itself, at the last of them. */
export const SILENT_MS = 30 * MINUTE_MS;
/** One that ended so goes on when positions come again within this time. */
export const RESUMES_MS = 2 * HOUR_MS;
export const LONGEST_ROUND_MS = 12 * HOUR_MS;
/** A phone may tell of a start or an end this much later, and its clock be this much ahead. */
const OLDEST_MS = DAY_MS;
const AHEAD_MS = 5 * MINUTE_MS;

/** What is fixed when a round begins. `startedAt`: when the worker pressed, as the phone says; `toldAt`: when it became known. Epoch ms. */
export interface RoundFacts {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  /** Whose positions are the way of the round. */
  readonly unitId: UnitId;
  readonly areaCode: string;
  readonly startedAt: number;
  readonly toldAt: number;
}

export type RoundEvent = DomainEvent & (
  | { readonly type: 'started'; readonly facts: RoundFacts }
  | { readonly type: 'ended'; readonly endedAt: number; readonly reason: RoundEnd }
  | { readonly type: 'resumed' }
  | { readonly type: 'counted'; readonly figures: RoundFigures }
);

/** 巡查: one stretch of work in the field from pressing start to pressing stop. `figures`: as counted since it ended, null before. */
export interface Round extends RoundFacts {
  readonly revision: number;
  readonly endedAt: number | null;
  readonly reason: RoundEnd | null;
  readonly figures: RoundFigures | null;
}

/** Folds an event of a round. */
export function evolveRound(round: Round | null, event: RoundEvent): Round {
  if (event.type === 'started') return { ...event.facts, revision: 1, endedAt: null, reason: null, figures: null };
  const known = { ...round!, revision: round!.revision + 1 };
  if (event.type === 'counted') return { ...known, figures: event.figures };
  const [endedAt, reason] = event.type === 'ended' ? [event.endedAt, event.reason] : [null, null];
  return { ...known, endedAt, reason, figures: null };
}

/** Whether a round may begin: by somebody on duty, at a moment that can be. */
export function mayBegin(startedAt: number, { now, isOnDuty }: { readonly now: number; readonly isOnDuty: boolean }): Result<number> {
  if (!isOnDuty) return refuse('PATROL_OFF_DUTY', { rule: 'RD3' });
  return possible(startedAt, now, 'startedAt');
}

/** When a round ends that its worker ends: refused where they did so before, or the moment cannot be. One that ended by itself is put right. */
export function endByWorker({ startedAt, reason }: Round, endedAt: number, now: number): Result<number> {
  if (reason === 'worker') return refuse('OBJECT_ACTION_NOT_IN_STATE', { rule: 'RD4' });
  if (endedAt < startedAt) return refuse('PATROL_ROUND_TIME', { rule: 'RD4', field: 'endedAt' });
  return possible(endedAt, now, 'endedAt');
}

function possible(at: number, now: number, field: string): Result<number> {
  return at > now + AHEAD_MS || at < now - OLDEST_MS ? refuse('PATROL_ROUND_TIME', { rule: 'RD4', field }) : ok(Math.min(at, now));
}

/** What is known of the unit of a round. `lastFixAt`: its newest position; null where there is none. */
export interface RoundSight {
  readonly now: number;
  readonly isOnDuty: boolean;
  readonly lastFixAt: number | null;
}

/** What becomes of a round that nobody touches: it ends where its last position was, or goes on; null where nothing changes. */
export function roundByItself(round: Round, { now, isOnDuty, lastFixAt }: RoundSight): { readonly endedAt: number; readonly reason: RoundEnd } | 'resumed' | null {
  const { startedAt, toldAt, endedAt, reason } = round;
  if (endedAt !== null) {
    const isBack = reason === 'silent' && isOnDuty && lastFixAt !== null && lastFixAt > endedAt && lastFixAt - endedAt <= RESUMES_MS && now - lastFixAt <= SILENT_MS && now - startedAt < LONGEST_ROUND_MS;
    return isBack ? 'resumed' : null;
  }
  const seenAt = Math.max(startedAt, lastFixAt ?? startedAt);
  if (now - startedAt >= LONGEST_ROUND_MS) return { endedAt: Math.min(seenAt, startedAt + LONGEST_ROUND_MS), reason: 'too-long' };
  if (!isOnDuty) return { endedAt: Math.min(seenAt, now), reason: 'off-duty' };
  return now - Math.max(seenAt, toldAt) > SILENT_MS ? { endedAt: Math.min(seenAt, now), reason: 'silent' } : null;
}
