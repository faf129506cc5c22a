import type { Actor } from '../access/index.ts';
import { ok, type DepartmentId, type Result } from '../base/index.ts';
import { haltClock, resumeClock, startClock, type LimitClock, type TimeLimit, type WorkCalendar } from '../calendar/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import { SUPPORT_GUARDS, SUPPORT_LIFE, type SupportAction, type SupportGuard, type SupportGuardInput } from './support-life.ts';
import { isOpenSupport, type SupportEvent, type SupportFacts, type SupportPayload, type SupportState, type SupportTask } from './support-task.ts';

type Row = (typeof SUPPORT_LIFE)[number];

/** What a decision on a support task looks at beside it. */
export interface SupportContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
  readonly leadDepartmentId: DepartmentId | null;
}

/** Asks a department for support: its own clock starts here. */
export function askSupport(facts: SupportFacts, limit: TimeLimit, actor: Actor, { now, calendar }: Pick<SupportContext, 'now' | 'calendar'>): SupportEvent {
  return { type: 'support-asked', at: now, actor, to: 'asked', payload: {}, facts, clock: startClock(calendar, limit, now) };
}

/** Turns a wish about a support task into the event it causes, or into a refusal. */
export function decideSupport(task: SupportTask, wish: Wish<SupportPayload>, context: SupportContext): Result<SupportEvent> {
  const input = { task, actor: wish.actor, leadDepartmentId: context.leadDepartmentId };
  const found = findRow<SupportState, SupportGuard, Row, SupportGuardInput>(SUPPORT_LIFE, task, wish, SUPPORT_GUARDS, input);
  if (!found.ok) return found;
  const to = stateAfter<SupportState>(found.value, task, 'signed');
  const clock = clockAfter(task, to, context);
  return ok({ type: found.value.event, at: context.now, actor: wish.actor, to, payload: wish.payload, ...(clock === task.clock ? {} : { clock }) });
}

/** The actions this actor may take on the task now. */
export function allowedSupportActions(task: SupportTask, actor: Actor, leadDepartmentId: DepartmentId | null): SupportAction[] {
  const input = { task, actor, leadDepartmentId };
  return allowedRows<SupportState, SupportGuard, Row, SupportGuardInput>(SUPPORT_LIFE, task, actor, SUPPORT_GUARDS, input).map((row) => row.action);
}

/** Stands still while the feedback lies with the lead and when the task ends; runs on with what was left when it is sent back. */
function clockAfter(task: SupportTask, to: SupportState, { now, calendar }: SupportContext): LimitClock {
  const standsStill = to === 'fed-back' || !isOpenSupport(to);
  if (standsStill) return task.clock.standing === 'running' ? haltClock(calendar, task.clock, now, 'stopped') : task.clock;
  return to === 'signed' ? resumeClock(calendar, task.clock, now) : task.clock;
}
