import type { Actor } from '../access/index.ts';
import { MINUTE_MS, ok, refuse, type Result } from '../base/index.ts';
import { extendClock, haltClock, resumeClock, startClock, type LimitClock, type TimeLimit } from '../calendar/index.ts';
import { isOpenState, type CaseState, type CaseType } from '../district/index.ts';
import { findRow, stateAfter, type LifeCodes } from '../life/index.ts';
import type { ApplicationKind } from './application.ts';
import { makeApplication } from './approval-path.ts';
import { isSampled } from './audit-sample.ts';
import type { CaseEvent, ReportedFacts } from './case-events.ts';
import type { CasePayload } from './case-payload.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';
import { isBeyondDrill } from './drilled.ts';
import { hasLostOrder } from './climb-order.ts';
import { GUARDS, type GuardInput } from './guards.ts';
import { LIFE_CYCLE, type CaseAction, type CaseEventType, type GuardName, type Transition } from './life-cycle.ts';

/** A wish to act on a case as somebody saw it: `expectedRevision` is what their screen showed. */
export interface CaseCommand {
  readonly action: CaseAction;
  readonly expectedRevision: number;
  readonly actor: Actor;
  readonly payload: CasePayload;
  /** Where the request came from; absent for what the product does by itself. */
  readonly ip?: string;
  /** When a deed told late was done, judged by `acceptDoneAt`. */
  readonly doneAt?: number;
}

const CODES: LifeCodes = { conflict: 'CASE_REVISION_CONFLICT', notInState: 'CASE_ACTION_NOT_IN_STATE', missing: 'CASE_FIELD_REQUIRED' };

/** What each request asks for. */
const KIND_OF: Partial<Record<CaseEventType, ApplicationKind>> = {
  'return-requested': 'return', 'extension-requested': 'extension', 'suspension-requested': 'suspension', 'void-requested': 'void',
};

/**
 * Opens a case with its first event: 上报, or 自处置上报 by a grid worker. Its whole-case limit starts here; what was solved on
 * the spot is handed in with the report, so that its clock stands still at once.
 */
export function decideReport(facts: ReportedFacts, actor: Actor, context: DecideContext, isSelfHandled = false, ip?: string): CaseEvent {
  const { calendar, now, rules } = context;
  const clock = startClock(calendar, facts.type.limit, now);
  const common = { at: now, actor, payload: {}, facts, ...(ip ? { from: { ip } } : {}) };
  if (!isSelfHandled) return { ...common, type: 'reported', to: 'reported', clock, stepClock: stepClockFor('reported', facts.type, context) };
  return {
    ...common, type: 'self-handling-reported', to: 'self-handled', clock: haltClock(calendar, clock, now, 'stopped'),
    stepClock: stepClockFor('self-handled', facts.type, context), isAuditSample: isSampled(facts.id, rules.selfHandledAuditShare),
  };
}

/** Turns a command and the present state into the event it causes, or into a refusal. Pure: time and data come in. */
export function decideCase(item: Case, command: CaseCommand, context: DecideContext): Result<CaseEvent> {
  const { actor, payload } = command;
  if (isBeyondDrill(item, command.action)) return refuse('CASE_IN_DRILL', { rule: 'DR5' });
  if (hasLostOrder(item, actor)) return refuse('ORDER_PASSED_ON', { rule: 'AK7' });
  const seen = command.doneAt === undefined ? context : { ...context, doneAt: command.doneAt };
  const found = findRow<CaseState, GuardName, Transition, GuardInput>(LIFE_CYCLE, item, command, GUARDS, { item, actor, payload, context: seen }, CODES);
  return found.ok ? ok(makeEvent(item, found.value, command, context)) : found;
}

function makeEvent(item: Case, row: Transition, { actor, payload, ip, doneAt }: CaseCommand, context: DecideContext): CaseEvent {
  const to = stateAfter(row, item, 'handling');
  const caseType = row.requires?.includes('typeCode') && payload.typeCode !== item.typeCode ? context.typeOf(payload.typeCode ?? '') : undefined;
  const type = row.event as CaseEventType;
  const clock = clockAfter(item, type, to, caseType, payload, context);
  const lead = leadOf(item, type, payload, context);
  const kind = KIND_OF[type];
  return {
    type, at: context.now, ...(doneAt === undefined ? {} : { doneAt }), actor, to, payload,
    ...(caseType ? { caseType } : {}),
    ...(clock === item.clock ? {} : { clock }),
    stepClock: stepClockAfter(item, type, to, caseType ?? context.typeOf(item.typeCode), { ...context, calendar: context.calendarOf(lead) }),
    ...(lead === item.leadDepartmentId || lead === null ? {} : { leadDepartmentId: lead }),
    ...(type === 'dispatched' || type === 'redirected' ? { undoUntil: context.now + context.rules.undoMs } : {}),
    ...(type === 'county-called' ? { respondBy: stepClockFor('county-called', undefined, context)?.dueAt ?? context.now } : {}),
    ...(kind ? { application: makeApplication(item, kind, actor, payload, context), heldStepClock: item.stepClock && haltClock(context.calendarOf(item.leadDepartmentId), item.stepClock, context.now, 'paused') } : {}),
    ...(ip ? { from: { ip } } : {}),
  };
}

/** 全案时限: halts when handed in or suspended or ended, runs on after a failed check or a suspension, begins anew with a new round. */
function clockAfter(item: Case, type: CaseEventType, to: CaseState, caseType: CaseType | undefined, payload: CasePayload, context: DecideContext): LimitClock {
  const { calendar, now } = context;
  let { clock } = item;
  if (type === 'reopened') return startClock(calendar, context.typeOf(item.typeCode)?.limit ?? { value: clock.totalMs / MINUTE_MS, unit: 'minute' }, now);
  if (caseType) clock = startClock(calendar, caseType.limit, item.roundStartedAt);
  if (type === 'extended' && payload.until !== undefined) return extendClock(calendar, clock, now, payload.until);
  if (type === 'resumed') return resumeClock(calendar, clock, Math.min(now, item.suspendedUntil ?? now));
  if (to === 'suspended') return haltClock(calendar, clock, now, 'paused');
  const standsStill = to === 'handled' || !isOpenState(to);
  if (standsStill && clock.standing === 'running') return haltClock(calendar, clock, now, 'stopped');
  const runsOn = to === 'handling' || to === 'filed';
  return runsOn && clock.standing !== 'running' ? resumeClock(calendar, clock, now) : clock;
}

/** 环节时限, on the hours of whoever leads (值班表): begins with a state, waits behind an application and through a suspension, goes on with what was left when the case comes back. */
function stepClockAfter(item: Case, type: CaseEventType, to: CaseState, caseType: CaseType | undefined, context: DecideContext): LimitClock | null {
  if (to === item.state) return item.stepClock;
  if (to === 'suspended') return item.heldStepClock;
  const isBack = (type === 'resumed' || to === item.resumeState) && item.heldStepClock !== null;
  if (isBack && item.heldStepClock) return resumeClock(context.calendar, item.heldStepClock, Math.min(context.now, item.suspendedUntil ?? context.now));
  return stepClockFor(to, caseType, context);
}

function leadOf(item: Case, type: CaseEventType, payload: CasePayload, context: DecideContext): Case['leadDepartmentId'] {
  if (payload.teamId && (type === 'dispatched' || type === 'redirected')) return payload.departmentId ?? context.departmentOfTeam(payload.teamId) ?? null;
  if (type === 'department-assigned' || type === 'county-called' || type === 'call-answered' || type === 'raised') return payload.departmentId ?? null;
  return item.leadDepartmentId;
}

/** 环节时限 of a state: 签收 from the case type, the others from the rules. */
function stepClockFor(state: CaseState, type: CaseType | undefined, context: DecideContext): LimitClock | null {
  const limit: TimeLimit | undefined = state === 'dispatched' && type ? type.signLimit : context.rules.stepLimits[state];
  return limit ? startClock(context.calendar, limit, context.now) : null;
}
