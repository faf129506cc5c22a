import type { Actor } from '../access/index.ts';
import { ok, refuse, type Refusal, type Result } from '../base/index.ts';
import { haltClock, startClock, type LimitClock, type TimeLimit } from '../calendar/index.ts';
import { isOpenState } from '../district/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import type { CallContext } from './call-context.ts';
import type { CallEvent, CallFacts } from './call-events.ts';
import type { CallPayload } from './call-payload.ts';
import { CALL_GUARDS, type CallInput } from './guards.ts';
import { isRunningCall, tierAbove, type Call, type CallClocks, type CallState, type Tier } from './call.ts';
import { CALL_LIFE, type CallAction, type CallEventType, type CallGuard, type CallRow } from './life-cycle.ts';

/** A wish to act on a call as somebody saw it. */
export interface CallWish extends Wish<CallPayload> {
  readonly action: CallAction;
}

/** The tier somebody calls from: 网格, 村社 or 乡镇; null for those who call nobody. */
export function callsFrom(actor: Actor, context: Pick<CallContext, 'unitOf'>): Tier | null {
  if (actor.role === 'grid-worker') return 'grid';
  if (actor.role === 'department') return actor.unitId !== null && context.unitOf(actor.unitId)?.kind === 'village' ? 'village' : null;
  return actor.role === 'commander' || actor.role === 'duty-chief' ? 'township' : null;
}

/** Drafts a call (拟稿). One call at a time for a case; nothing is checked yet that the sign-off checks. */
export function decideDraft(facts: Omit<CallFacts, 'from' | 'to' | 'fromUnitId'>, actor: Actor, context: CallContext): Result<CallEvent> {
  const from = callsFrom(actor, context);
  const to = from && tierAbove(from);
  if (!from || !to) return refuse('ACTION_FORBIDDEN', { rule: 'CC1' });
  if (!isOpenState(context.item.state)) return refuse('CASE_ACTION_NOT_IN_STATE', { rule: 'CC1', detail: context.item.state });
  if (context.earlier.some(({ state }) => state === 'drafted' || state === 'returned' || isRunningCall(state))) return refuse('CALL_RUNNING_ALREADY', { rule: 'CC1' });
  return ok({ type: 'drafted', at: context.now, actor, to: 'drafted', payload: {}, facts: { ...facts, from, to, fromUnitId: actor.unitId } });
}

/** Turns a wish and the present call into the event it causes, or into a refusal that names the rule and what to do instead. */
export function decideCall(call: Call, wish: CallWish, context: CallContext): Result<CallEvent> {
  const { actor, payload } = wish;
  const found = findRow<CallState, CallGuard, CallRow, CallInput>(CALL_LIFE, call, wish, CALL_GUARDS, { call, actor, payload, context });
  if (!found.ok) return { ok: false, error: advise(found.error, call, context) };
  const type = found.value.event as CallEventType;
  const clocks = clocksAfter(call, type, context);
  return ok({
    type, at: context.now, actor, to: stateAfter(found.value, call, 'called'), payload,
    ...(clocks ? { clocks } : {}), ...(type === 'called' ? { limitsVersion: context.settingsVersion } : {}),
  });
}

/** The actions this actor may take on the call now, in the order of the table. */
export function allowedOnCall(call: Call, actor: Actor, context: CallContext): CallAction[] {
  return allowedRows<CallState, CallGuard, CallRow, CallInput>(CALL_LIFE, call, actor, CALL_GUARDS, { call, actor, payload: {}, context }).map(({ action }) => action as CallAction);
}

/** 两不呼 tell what to do instead: handle it, or let the stationed body try. */
function advise(error: Refusal, call: Call, context: CallContext): Refusal {
  switch (error.code) {
    case 'CALL_WITHIN_OWN_POWER': return { ...error, detail: context.itemOf(call.itemNo ?? '')?.name ?? '', instead: ['dispatch', 'assign-department'] };
    case 'CALL_STATIONED_NOT_TRIED': {
      const names = context.stationedIn(call.townCode).map((id) => context.unitOf(id)?.name ?? id);
      return { ...error, field: 'attempts', detail: names.join('、'), instead: ['assign-department', 'revise'] };
    }
    case 'CALL_NOTHING_TRIED': return { ...error, field: 'attempts', instead: ['assign-department', 'revise'] };
    default: return error;
  }
}

/** Clocks begin together with the call. Each stands still with what it waits for; a return or withdrawal stops all. */
function clocksAfter(call: Call, type: CallEventType, context: CallContext): CallClocks | null {
  const { calendar, now, settings } = context;
  if (type === 'called') {
    const limits = settings.urgencies[call.urgency];
    const start = (limit: TimeLimit | null): LimitClock | null => limit && startClock(calendar, limit, now);
    return { respond: startClock(calendar, limits.respond, now), arrive: start(limits.arrive), plan: start(limits.plan), finish: start(limits.finish) };
  }
  if (!call.clocks) return null;
  const { respond, arrive, plan, finish } = call.clocks;
  const halt = <C extends LimitClock | null>(clock: C): C => (clock?.standing === 'running' ? haltClock(calendar, clock, now, 'stopped') as C : clock);
  switch (type) {
    case 'answered': return { ...call.clocks, respond: halt(respond) };
    case 'arrived': return { ...call.clocks, arrive: halt(arrive) };
    case 'plan-given': return { ...call.clocks, plan: halt(plan) };
    case 'finished': case 'returned': case 'withdrawn': return { respond: halt(respond), arrive: halt(arrive), plan: halt(plan), finish: halt(finish) };
    default: return null;
  }
}
