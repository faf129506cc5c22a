import { isClosedState } from '../district/index.ts';
import { handlerNow, type CaseFacts } from './case-facts.ts';
import { dueOf } from './due.ts';
import type { CountingContext, Emit, Whose } from './entry.ts';

/** The level at which a closed case was settled: a village, the township, the county. */
function settledAt(facts: CaseFacts, { levelOf }: CountingContext): 'village' | 'town' | 'county' {
  if (facts.leadDepartmentId === null) return facts.isSelfHandled ? 'village' : 'town';
  return levelOf(facts.leadDepartmentId);
}

function pausedMs(facts: CaseFacts, to: number): number {
  return facts.pauses.reduce((ms, pause) => ms + Math.max(0, Math.min(to, pause.to ?? pause.until) - pause.from), 0);
}

/** The department that leads and its 承办人. */
function leadOf(departmentId: string | null, handlerId: string | null): Whose {
  return { departmentId, ...(handlerId === null ? {} : { post: { name: 'handler', personId: handlerId } }) };
}

/** Closing: I15, I19–I21, I25's denominator, I29, I39, I40, I43. */
export function countClosings(facts: CaseFacts, context: CountingContext, emit: Emit): void {
  const isClosed = facts.closedAt !== null && isClosedState(facts.state);
  const whose = leadOf(facts.leadDepartmentId, handlerNow(facts));
  const closedAt = isClosed ? facts.closedAt : null;
  if (closedAt !== null) {
    const onTime = facts.isClosedOnTime ? 1 : 0;
    const isVillage = settledAt(facts, context) === 'village';
    countDue(closedAt, 1, onTime, whose, emit);
    emit({ indicator: 'I15', at: closedAt, numerator: onTime, denominator: 1, whose: { post: { name: 'duty-chief', personId: facts.closedBy } } });
    emit({ indicator: 'I29', at: closedAt, numerator: closedAt - (facts.acceptedAt ?? facts.reportedAt) - pausedMs(facts, closedAt), denominator: 1, whose });
    emit({ indicator: 'I39', at: closedAt, numerator: isVillage ? 1 : 0, denominator: 1, whose });
  }
  const overdueAt = closedAt === null ? dueOf(facts, context.asOf) : facts.isClosedOnTime ? null : facts.clock.dueAt;
  if (overdueAt !== null) countDue(overdueAt, 0, 0, whose, emit, closedAt ?? undefined);
  if (facts.acceptedAt !== null) {
    const isBelow = closedAt !== null && settledAt(facts, context) !== 'county';
    emit({ indicator: 'I40', at: facts.acceptedAt, numerator: isBelow ? 1 : 0, denominator: 1, whose: {} });
    emit({ indicator: 'I43', at: facts.acceptedAt, numerator: facts.wasCountyCalled ? 1 : 0, denominator: 1, whose: {} });
  }
}

/** One case that is 应结案: it was closed then, or its limit ran out then. */
function countDue(at: number, closed: number, onTime: number, whose: Whose, emit: Emit, unlessAt?: number): void {
  const where = { at, whose, ...(unlessAt === undefined ? {} : { unlessAt }) };
  emit({ ...where, indicator: 'I19', numerator: 1, denominator: 0 });
  emit({ ...where, indicator: 'I20', numerator: closed, denominator: 1 });
  emit({ ...where, indicator: 'I21', numerator: onTime, denominator: 1 });
  emit({ ...where, indicator: 'I25', numerator: 0, denominator: 1 });
}

/** How things stand now: I27 overdue and not closed, I35 suspended. */
export function countStanding(facts: CaseFacts, context: CountingContext, emit: Emit): void {
  const whose: Whose = { departmentId: facts.leadDepartmentId };
  const { asOf } = context;
  if (facts.state === 'suspended') emit({ indicator: 'I35', at: asOf, numerator: 1, denominator: 0, whose });
  if (dueOf(facts, asOf) !== null) emit({ indicator: 'I27', at: asOf, numerator: 1, denominator: 0, whose });
}

/** What the person who asked said when called back, of whoever led then: I44, I45. */
export function countVisits(facts: CaseFacts, { settings }: CountingContext, emit: Emit): void {
  for (const { at, satisfaction, isResolved, departmentId, handlerId } of facts.visits) {
    const whose = leadOf(departmentId, handlerId);
    emit({ indicator: 'I44', at, numerator: satisfaction >= settings.satisfiedFrom ? 1 : 0, denominator: 1, whose });
    emit({ indicator: 'I45', at, numerator: isResolved ? 1 : 0, denominator: 1, whose });
  }
}
