import type { Actor } from '../access/index.ts';
import { ok, type Result } from '../base/index.ts';
import { extendClock, haltClock, resumeClock, startClock, type LimitClock, type TimeLimit } from '../calendar/index.ts';
import { isOpenState, type CaseState, type CaseType } from '../district/index.ts';
import { findRow, stateAfter, type LifeCodes } from '../life/index.ts';
import type { CaseEvent, ReportedFacts } from './case-events.ts';
import type { CasePayload } from './case-payload.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';
import { GUARDS, type GuardInput } from './guards.ts';
import { LIFE_CYCLE, type CaseAction, type CaseEventType, type GuardName, type Transition } from './life-cycle.ts';

/** A wish to act on a case as somebody saw it: `expectedRevision` is what their screen showed. */
export interface CaseCommand {
  readonly action: CaseAction;
  readonly expectedRevision: number;
  readonly actor: Actor;
  readonly payload: CasePayload;
}

const CODES: LifeCodes = { conflict: 'CASE_REVISION_CONFLICT', notInState: 'CASE_ACTION_NOT_IN_STATE', missing: 'CASE_FIELD_REQUIRED' };

/** Opens a case with its first event: 上报, or 自处置上报 by a grid worker. Its whole-case limit starts here. */
export function decideReport(facts: ReportedFacts, actor: Actor, context: DecideContext, isSelfHandled = false): CaseEvent {
  const to: CaseState = isSelfHandled ? 'self-handled' : 'reported';
  return {
    type: isSelfHandled ? 'self-handling-reported' : 'reported', at: context.now, actor, to, payload: {}, facts,
    clock: startClock(context.calendar, facts.type.limit, context.now), stepClock: stepClockFor(to, facts.type, context),
  };
}

/** Turns a command and the present state into the event it causes, or into a refusal. Pure: time and data come in. */
export function decideCase(item: Case, command: CaseCommand, context: DecideContext): Result<CaseEvent> {
  const { actor, payload } = command;
  const found = findRow<CaseState, GuardName, Transition, GuardInput>(LIFE_CYCLE, item, command, GUARDS, { item, actor, payload, context }, CODES);
  return found.ok ? ok(makeEvent(item, found.value, command, context)) : found;
}

function makeEvent(item: Case, row: Transition, { actor, payload }: CaseCommand, context: DecideContext): CaseEvent {
  const to = stateAfter(row, item, 'handling');
  const caseType = payload.typeCode && payload.typeCode !== item.typeCode ? context.typeOf(payload.typeCode) : undefined;
  const type = row.event as CaseEventType;
  const clock = clockAfter(item, type, to, caseType, context);
  const lead = leadOf(item, type, payload, context);
  return {
    type, at: context.now, actor, to, payload,
    ...(caseType ? { caseType } : {}),
    ...(clock === item.clock ? {} : { clock }),
    stepClock: to === item.state ? item.stepClock : stepClockFor(to, caseType ?? context.typeOf(item.typeCode), context),
    ...(lead === item.leadDepartmentId || lead === null ? {} : { leadDepartmentId: lead }),
    ...(type === 'dispatched' || type === 'redirected' ? { undoUntil: context.now + context.rules.undoMs } : {}),
    ...(type === 'county-called' ? { respondBy: stepClockFor('county-called', undefined, context)?.dueAt ?? context.now } : {}),
  };
}

/** 全案时限: halts when handed in or suspended or ended, runs on after a failed check or a suspension. */
function clockAfter(item: Case, type: CaseEventType, to: CaseState, caseType: CaseType | undefined, context: DecideContext): LimitClock {
  const { calendar, now } = context;
  let { clock } = item;
  if (caseType) clock = startClock(calendar, caseType.limit, item.reportedAt);
  if (type === 'extended' && item.requestedAt !== null) return extendClock(calendar, clock, now, item.requestedAt);
  if (to === 'suspended') return haltClock(calendar, clock, now, 'paused');
  const standsStill = to === 'handled' || !isOpenState(to);
  if (standsStill && clock.standing === 'running') return haltClock(calendar, clock, now, 'stopped');
  const runsOn = to === 'handling' || to === 'filed';
  return runsOn && clock.standing !== 'running' ? resumeClock(calendar, clock, now) : clock;
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
