import type { Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { haltClock, startClock } from '../calendar/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import { PENALTY_GUARDS, certified, type PenaltyContext, type PenaltyGuardInput } from './penalty-guards.ts';
import { PENALTY_LIFE, type PenaltyEventType, type PenaltyGuard, type PenaltyRow, type PenaltyState } from './penalty-life.ts';
import type { PenaltyPayload } from './penalty-payload.ts';
import type { Penalty, PenaltyEvent, PenaltyFacts } from './penalty.ts';
import { holdsPower } from './powers.ts';

function stepClock(to: PenaltyState, { calendar, rules, now }: PenaltyContext): PenaltyEvent['stepClock'] {
  const limit = rules.stepLimits[to];
  return limit ? startClock(calendar, limit, now) : null;
}

/**
 * Opens a penalty case, or says why not: a power that is not the unit's, too few officers with certificates, and on the spot a
 * power that needs the ordinary procedure or a fine beyond the limit. `unitNames`: the actor's unit and its parent.
 */
export function decideOpening(facts: PenaltyFacts, actor: Actor, unitNames: readonly string[], context: PenaltyContext): Result<PenaltyEvent> {
  const { calendar, rules, now } = context;
  const { power, party, procedure, fineYuan } = facts;
  if (!holdsPower(power, unitNames)) return refuse('POWER_NOT_DELEGATED', { rule: 'EN1', field: 'powerCode', detail: power.holders.join('、') });
  if (certified(facts.officers) < rules.officersRequired) return refuse('PENALTY_TOO_FEW_OFFICERS', { rule: 'EN5', field: 'officers' });
  const base = { at: now, actor, payload: { officers: facts.officers, photos: facts.photos }, facts };
  if (procedure === 'ordinary') {
    return ok({ ...base, type: 'filed', to: 'filed', stepClock: stepClock('filed', context), decisionClock: startClock(calendar, rules.decisionLimit, now) });
  }
  if (!power.allowsOnSpot) return refuse('PENALTY_NOT_ON_SPOT', { rule: 'EN3', field: 'procedure', instead: ['ordinary'] });
  if (!facts.decisionNo) return refuse('OBJECT_FIELD_REQUIRED', { rule: 'EN4', field: 'decisionNo' });
  const max = rules.onSpotMaxFineYuan[party.kind];
  if ((fineYuan ?? 0) > max) return refuse('PENALTY_FINE_TOO_HIGH', { rule: 'EN3', field: 'fineYuan', detail: String(max), instead: ['ordinary'] });
  return ok({ ...base, type: 'decided-on-spot', to: 'on-spot', stepClock: stepClock('on-spot', context), publishClock: startClock(calendar, rules.publishLimit, now) });
}

/** What this actor may do with the case now. */
export function penaltyActions(penalty: Penalty, actor: Actor, context: PenaltyContext): string[] {
  const input = { penalty, actor, payload: {}, context };
  const rows = allowedRows<PenaltyState, PenaltyGuard, PenaltyRow, PenaltyGuardInput>(PENALTY_LIFE, penalty, actor, PENALTY_GUARDS, input);
  return [...new Set(rows.map(({ action }) => action))];
}

/** Turns a wish and the present case into the event it causes, or into a refusal. Pure. */
export function decidePenalty(penalty: Penalty, wish: Wish<PenaltyPayload>, context: PenaltyContext): Result<PenaltyEvent> {
  const { actor, payload } = wish;
  const found = findRow<PenaltyState, PenaltyGuard, PenaltyRow, PenaltyGuardInput>(PENALTY_LIFE, penalty, wish, PENALTY_GUARDS, { penalty, actor, payload, context });
  if (!found.ok) return found;
  const { calendar, rules, now } = context;
  const to = stateAfter(found.value, penalty, penalty.state);
  const type = found.value.event as PenaltyEventType;
  const ends = type === 'decided' || type === 'not-punished' || type === 'withdrawn';
  return ok({
    type, at: now, actor, to, payload, stepClock: to === penalty.state ? penalty.stepClock : stepClock(to, context),
    ...(ends && penalty.decisionClock ? { decisionClock: haltClock(calendar, penalty.decisionClock, now, 'stopped') } : {}),
    ...(type === 'decided' ? { publishClock: startClock(calendar, rules.publishLimit, now) } : {}),
    ...(type === 'notified' ? { statementUntil: startClock(calendar, rules.statementLimit, now).dueAt } : {}),
    ...(type === 'published' && penalty.publishClock ? { publishClock: haltClock(calendar, penalty.publishClock, now, 'stopped') } : {}),
  });
}
