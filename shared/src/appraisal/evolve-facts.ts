import { startClock, workMsBetween, type WorkCalendar } from '../calendar/index.ts';
import { ERASED, type CaseEvent } from '../case/index.ts';
import { handlerNow, type CaseFacts, type Pause, type TaskFact } from './case-facts.ts';
import { stepsAfter } from './step-facts.ts';

function open(event: CaseEvent): CaseFacts {
  const { facts, clock, actor, at } = event;
  if (!facts || !clock) throw new Error(`facts of a case cannot begin with ${event.type}`);
  return {
    id: facts.id, state: event.to, reportedAt: at, reporterId: actor.role === 'grid-worker' ? actor.id : null, source: facts.source,
    phone: facts.reporter.phone === ERASED ? null : facts.reporter.phone, sameReporter: [], isReachable: facts.reporter.name !== null || facts.reporter.phone !== null, type: facts.type, villageCode: facts.villageCode, gridCode: facts.gridCode,
    isSelfHandled: event.type === 'self-handling-reported', isSelfApproved: false, returnGround: null, acceptedAt: null, acceptedBy: null, filedAt: null, filedBy: null, leadDepartmentId: null,
    wasCountyCalled: false, clock, pauses: [], steps: stepsAfter(null, event), tasks: [], orders: [], closedAt: null, closedBy: null, isClosedOnTime: false,
    isVoided: false, isMerged: false, visits: [],
  };
}

function onLast<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const last = list.at(-1);
  return last === undefined ? list : [...list.slice(0, -1), change(last)];
}

function onTask(facts: CaseFacts, change: (task: TaskFact) => TaskFact): Pick<CaseFacts, 'tasks'> {
  return { tasks: onLast(facts.tasks, (task) => (task.hasEnded ? task : change(task))) };
}

function endOrders(facts: CaseFacts): Pick<CaseFacts, 'orders'> {
  return { orders: onLast(facts.orders, (order) => ({ ...order, isCalledOff: order.isCalledOff || (!order.hasEnded && order.arrivedAt === null) })) };
}

/** The order that was, called off unless it had arrived, and the one to the team that is sent now. */
function ordersAfter(facts: CaseFacts, { at, payload: { teamId } }: CaseEvent, calendar: WorkCalendar): CaseFacts['orders'] {
  const { orders } = endOrders(facts);
  const limit = facts.type.onsiteLimit;
  return teamId ? [...orders, { teamId, sentAt: at, arriveBy: limit ? startClock(calendar, limit, at).dueAt : null, arrivedAt: null, isCalledOff: false, hasEnded: false }] : orders;
}

/** Gives the case to a department; the same department goes on with what it has. */
function sent(facts: CaseFacts, event: CaseEvent, calendar: WorkCalendar): Partial<CaseFacts> {
  const departmentId = event.leadDepartmentId ?? facts.leadDepartmentId;
  const { at } = event;
  const orders = ordersAfter(facts, event, calendar);
  if (departmentId === null) return { orders };
  const last = facts.tasks.at(-1);
  const goesOn = last !== undefined && !last.hasEnded && last.departmentId === departmentId;
  const task: TaskFact = {
    departmentId, sentAt: at, answeredAt: null, contactedAt: null, handlerId: null, feedbackAt: null, isLate: false, missedAt: null, workMs: null, reworks: [],
    isReturned: false, hasEnded: false, isExtended: false, groundlessAts: [],
  };
  return { orders, tasks: goesOn ? facts.tasks : [...onTask(facts, (t) => ({ ...t, hasEnded: true })).tasks, task] };
}

function ended(task: TaskFact): TaskFact {
  return { ...task, hasEnded: true };
}

/** 撤销派遣: the last sending is as if it had not been. A task that began with it is gone; one that was there before it has ended. */
function takenBack(facts: CaseFacts): Partial<CaseFacts> {
  const isItsOwn = facts.tasks.at(-1)?.sentAt === facts.orders.at(-1)?.sentAt;
  return { orders: facts.orders.slice(0, -1), ...(isItsOwn ? { tasks: facts.tasks.slice(0, -1) } : onTask(facts, ended)) };
}

function visitsAfter(facts: CaseFacts, { at, payload: { satisfaction, isResolved } }: CaseEvent): CaseFacts['visits'] {
  if (satisfaction === undefined) return facts.visits;
  return [...facts.visits, { at, satisfaction, isResolved: isResolved === true, departmentId: facts.leadDepartmentId, handlerId: handlerNow(facts) }];
}

/** Working ms between two instants without the pauses that fall between. */
function workedMs(calendar: WorkCalendar, pauses: readonly Pause[], from: number, to: number): number {
  return pauses.reduce((ms, p) => ms - workMsBetween(calendar, Math.max(from, p.from), Math.min(to, p.to ?? to)), workMsBetween(calendar, from, to));
}

function fedBack(facts: CaseFacts, event: CaseEvent, calendar: WorkCalendar): Partial<CaseFacts> {
  const clock = event.clock ?? facts.clock;
  const isLate = clock.usedMs > clock.totalMs;
  return onTask(facts, (task) => ({
    ...task, feedbackAt: event.at, isLate, missedAt: isLate ? clock.dueAt : null, workMs: workedMs(calendar, facts.pauses, task.sentAt, event.at),
    answeredAt: task.answeredAt ?? event.at, handlerId: event.actor.id,
  }));
}

function changes(facts: CaseFacts, event: CaseEvent, calendar: WorkCalendar): Partial<CaseFacts> {
  const { at, actor, payload } = event;
  switch (event.type) {
    case 'accepted': return { acceptedAt: at, acceptedBy: actor.id, gridCode: payload.gridCode ?? facts.gridCode };
    case 'filed': return { filedAt: at, filedBy: actor.id };
    case 'county-called': return { wasCountyCalled: true, ...onTask(facts, ended), ...endOrders(facts) };
    case 'dispatched': case 'redirected': case 'department-assigned': case 'call-answered': case 'raised': return sent(facts, event, calendar);
    case 'passed-on': return { orders: ordersAfter(facts, event, calendar) };
    case 'withdrawn': return takenBack(facts);
    case 'return-requested': return { returnGround: event.application?.ground ?? payload.ground ?? null };
    case 'returned': return { ...onTask(facts, (t) => ({ ...t, isReturned: true, hasEnded: true })), ...endOrders(facts) };
    case 'return-rejected': return onTask(facts, (t) => ({ ...t, groundlessAts: [...t.groundlessAts, at] }));
    case 'signed': return onTask(facts, (t) => ({ ...t, answeredAt: t.answeredAt ?? at, handlerId: actor.id }));
    case 'arrived': return { orders: onLast(facts.orders, (o) => (o.isCalledOff || o.hasEnded ? o : { ...o, arrivedAt: o.arrivedAt ?? at })) };
    case 'extended': return onTask(facts, (t) => ({ ...t, isExtended: true }));
    case 'suspended': return { pauses: [...facts.pauses, { from: at, until: payload.until ?? Infinity, to: null }] };
    case 'resumed': return { pauses: onLast(facts.pauses, (p) => ({ ...p, to: p.to ?? Math.min(at, p.until) })) };
    case 'reported-back': return fedBack(facts, event, calendar);
    case 'reporter-contacted': return onTask(facts, (t) => ({ ...t, contactedAt: t.contactedAt ?? at }));
    case 'check-failed': return onTask(facts, (t) => ({ ...t, feedbackAt: null, isLate: false, missedAt: null, workMs: null, reworks: [...t.reworks, { at, handlerId: t.handlerId }] }));
    case 'closed': case 'self-handling-approved': {
      const clock = event.clock ?? facts.clock;
      return { closedAt: at, closedBy: actor.id, isClosedOnTime: clock.usedMs <= clock.totalMs, isSelfApproved: facts.isSelfApproved || event.type === 'self-handling-approved' };
    }
    case 'reopened':
      return { closedAt: null, closedBy: null, isClosedOnTime: false, ...onTask(facts, ended), orders: onLast(facts.orders, (o) => ({ ...o, hasEnded: true })) };
    case 'voided': return { isVoided: true };
    case 'merged': return { isMerged: true };
    case 'reporter-erased': return { phone: null, sameReporter: event.erasure?.sameReporter ?? [] };
    case 'evaluated': return { visits: visitsAfter(facts, event) };
    default: return {};
  }
}

/** After these nobody leads until the case is sent again. */
const LEAVES_NOBODY: ReadonlySet<CaseEvent['type']> = new Set(['withdrawn', 'returned', 'call-returned', 'call-withdrawn', 'reopened']);

function leadAfter(facts: CaseFacts, event: CaseEvent): string | null {
  return event.leadDepartmentId ?? (LEAVES_NOBODY.has(event.type) ? null : facts.leadDepartmentId);
}

/** Folds one event into the facts of its case. The first event must be a report. */
export function evolveFacts(facts: CaseFacts | null, event: CaseEvent, calendar: WorkCalendar): CaseFacts {
  if (!facts) return open(event);
  const typed = event.caseType ? { ...facts, type: event.caseType } : facts;
  return {
    ...typed, ...changes(typed, event, calendar),
    state: event.to, clock: event.clock ?? facts.clock, steps: stepsAfter(typed, event), leadDepartmentId: leadAfter(facts, event),
  };
}

/** The facts a whole history adds up to; null for an empty one. */
export function caseFacts(events: readonly CaseEvent[], calendar: WorkCalendar): CaseFacts | null {
  return events.reduce<CaseFacts | null>((facts, event) => evolveFacts(facts, event, calendar), null);
}
