import type { Actor } from '../access/index.ts';
import { MINUTE_MS, ok, refuse, type Result } from '../base/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import { isUnanswered, type Alarm, type AlarmFacts, type AlarmPayload, type AlarmState } from './alarm.ts';
import type { AlarmEvent } from './alarm-events.ts';
import { ALARM_GUARDS, type AlarmGuardInput } from './guards.ts';
import { ALARM_LIFE, type AlarmAction, type AlarmEventType, type AlarmRow } from './life-cycle.ts';

/** A wish to act on an alarm as somebody saw it. */
export interface AlarmCommand extends Wish<AlarmPayload> {
  readonly action: AlarmAction;
}

/** By what a decision is made. */
export interface AlarmContext {
  readonly now: number;
  readonly longestShelfMin: number;
}

/** Raises an alarm. */
export function raiseAlarm(facts: AlarmFacts, actor: Actor, now: number): AlarmEvent {
  return { type: 'raised', at: now, actor, to: 'raised', payload: {}, facts };
}

function inputOf(alarm: Alarm, actor: Actor, payload: AlarmPayload, { now, longestShelfMin }: AlarmContext): AlarmGuardInput {
  return { alarm, actor, payload, now, longestShelfAt: now + longestShelfMin * MINUTE_MS };
}

/** Turns a command and the present alarm into the event it causes, or into a refusal. */
export function decideAlarm(alarm: Alarm, command: AlarmCommand, context: AlarmContext): Result<AlarmEvent> {
  const { actor, payload } = command;
  const input = inputOf(alarm, actor, payload, context);
  const found = findRow<AlarmState, keyof typeof ALARM_GUARDS, AlarmRow, AlarmGuardInput>(ALARM_LIFE, alarm, command, ALARM_GUARDS, input);
  if (!found.ok) return found;
  return ok({ type: found.value.event as AlarmEventType, at: context.now, actor, to: stateAfter(found.value, alarm, alarm.state), payload });
}

/** 派遣即确认: whoever sent a team to the case has taken notice of it, whatever their post. Refused once somebody did. */
export function answerByDispatch(alarm: Alarm, sender: Actor, now: number): Result<AlarmEvent> {
  if (!isUnanswered(alarm)) return refuse('OBJECT_ACTION_NOT_IN_STATE', { detail: alarm.state, rule: 'TK8' });
  return ok({ type: 'answered', at: now, actor: sender, to: 'acknowledged', payload: {} });
}

/** What answers a flood answers a member that nobody answered yet: whoever may do the one may do the other. */
export function answerWithFlood(actor: Actor, now: number): AlarmEvent {
  return { type: 'acknowledged', at: now, actor, to: 'acknowledged', payload: {} };
}

/** The actions this actor may take on the alarm now, in the order of the table. */
export function allowedOnAlarm(alarm: Alarm, actor: Actor, context: AlarmContext): AlarmAction[] {
  const rows = allowedRows<AlarmState, keyof typeof ALARM_GUARDS, AlarmRow, AlarmGuardInput>(ALARM_LIFE, alarm, actor, ALARM_GUARDS, inputOf(alarm, actor, {}, context));
  return rows.map(({ action }) => action as AlarmAction);
}
