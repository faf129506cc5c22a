import type { Actor } from '../access/index.ts';
import { ok, type Result } from '../base/index.ts';
import { haltClock, startClock, type LimitClock, type WorkCalendar } from '../calendar/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import { OVERSIGHT_GUARDS, type OversightGuardInput } from './guards.ts';
import { OVERSIGHT_LIFE, type OversightAction, type OversightEventType, type OversightRow } from './life-cycle.ts';
import type { Oversight, OversightFacts, OversightPayload, OversightState } from './oversight.ts';
import type { OversightEvent } from './oversight-events.ts';

/** A wish to act on an order as somebody saw it. */
export interface OversightCommand extends Wish<OversightPayload> {
  readonly action: OversightAction;
}

/** Time and calendar by which a decision is made. */
export interface OversightContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
}

/** Opens an order. Its limit to reply begins now, or for a draft when it is confirmed. */
export function openOversight(facts: OversightFacts, actor: Actor, { now, calendar }: OversightContext): OversightEvent {
  const replyClock = facts.isDraft || facts.replyLimit === null ? null : startClock(calendar, facts.replyLimit, now);
  return { type: 'opened', at: now, actor, to: facts.isDraft ? 'draft' : 'open', payload: {}, facts, replyClock };
}

/** Turns a command and the present order into the event it causes, or into a refusal. */
export function decideOversight(order: Oversight, command: OversightCommand, context: OversightContext): Result<OversightEvent> {
  const { actor, payload } = command;
  const found = findRow<OversightState, keyof typeof OVERSIGHT_GUARDS, OversightRow, OversightGuardInput>(OVERSIGHT_LIFE, order, command, OVERSIGHT_GUARDS, { order, actor });
  if (!found.ok) return found;
  const to = stateAfter(found.value, order, 'open');
  return ok({ type: found.value.event as OversightEventType, at: context.now, actor, to, payload, replyClock: clockAfter(order, to, context) });
}

/** The limit to reply begins anew whenever the order goes out (again), and stands still when it was answered or is over. */
function clockAfter(order: Oversight, to: OversightState, { now, calendar }: OversightContext): LimitClock | null {
  if (to === 'open') return order.replyLimit && startClock(calendar, order.replyLimit, now);
  return order.replyClock?.standing === 'running' ? haltClock(calendar, order.replyClock, now, 'stopped') : order.replyClock;
}

/** The actions this actor may take on the order now, in the order of the table. */
export function allowedOversight(order: Oversight, actor: Actor): OversightAction[] {
  const rows = allowedRows<OversightState, keyof typeof OVERSIGHT_GUARDS, OversightRow, OversightGuardInput>(OVERSIGHT_LIFE, order, actor, OVERSIGHT_GUARDS, { order, actor });
  return rows.map(({ action }) => action as OversightAction);
}
