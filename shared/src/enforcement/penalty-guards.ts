import type { Actor } from '../access/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { Guards } from '../life/index.ts';
import type { PenaltyGuard } from './penalty-life.ts';
import type { Officer, PenaltyPayload } from './penalty-payload.ts';
import type { Penalty } from './penalty.ts';
import type { PenaltyRules } from './powers.ts';

/** What a decision may look at beside the case. */
export interface PenaltyContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
  readonly rules: PenaltyRules;
}

export interface PenaltyGuardInput {
  readonly penalty: Penalty;
  readonly actor: Actor;
  readonly payload: PenaltyPayload;
  readonly context: PenaltyContext;
}

/** Whether the actor belongs to the unit that handles the case: the squad itself, or the department it is part of. */
export function isHandlingUnit({ unitId, parentUnitId }: Pick<Penalty, 'unitId' | 'parentUnitId'>, actor: Pick<Actor, 'unitId'>): boolean {
  return actor.unitId !== null && (actor.unitId === unitId || actor.unitId === parentUnitId);
}

/** How many different officers with a certificate there are. */
export function certified(officers: readonly Officer[]): number {
  return new Set(officers.filter(({ certificateNo }) => certificateNo.trim() !== '').map(({ personId }) => personId)).size;
}

/** Each condition named in the life of a penalty case, with the number of its rule. */
export const PENALTY_GUARDS: Guards<PenaltyGuard, PenaltyGuardInput> = {
  'own-unit': { rule: 'EN2', check: ({ penalty, actor }) => (isHandlingUnit(penalty, actor) ? null : 'PENALTY_NOT_YOUR_UNIT') },
  'own-department': { rule: 'EN2', check: ({ penalty, actor }) => (actor.role !== 'department' || isHandlingUnit(penalty, actor) ? null : 'PENALTY_NOT_YOUR_UNIT') },
  'two-officers': {
    rule: 'EN5', onPayload: true,
    check: ({ payload, context }) => (certified(payload.officers ?? []) >= context.rules.officersRequired ? null : 'PENALTY_TOO_FEW_OFFICERS'),
  },
  'not-investigator': { rule: 'EN7', check: ({ penalty, actor }) => (penalty.investigators.includes(actor.id) ? 'PENALTY_SEPARATION' : null) },
  'review-passed': { rule: 'EN6', check: ({ penalty }) => (penalty.power.needsReview && penalty.reviewedAt === null ? 'PENALTY_REVIEW_MISSING' : null) },
  'statement-over': {
    rule: 'EN8',
    check: ({ penalty, context }) => (penalty.isHeard || (penalty.statementUntil !== null && context.now > penalty.statementUntil) ? null : 'PENALTY_STATEMENT_RUNNING'),
  },
  'not-published': { rule: 'EN10', check: ({ penalty }) => (penalty.publishedAt === null ? null : 'PENALTY_PUBLISHED') },
};
