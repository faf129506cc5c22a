import { MINUTE_MS } from '../base/index.ts';
import type { CaseFacts, TaskFact } from './case-facts.ts';
import { emitObligation, isKept, type CountingContext, type Emit, type Whose } from './entry.ts';
import { contactOwed } from './contact.ts';
import { dueOf } from './due.ts';

/** 推诿: from so many groundless returns of one case by one department on. */
const SHIRKED_FROM = 2;

function whoseOf({ departmentId, handlerId }: Pick<TaskFact, 'departmentId' | 'handlerId'>): Whose {
  return { departmentId, ...(handlerId === null ? {} : { post: { name: 'handler', personId: handlerId } }) };
}

/** When the handling clock ran out on this task; null while it has not, or was kept. A task taken on late is late from then. */
function missedAt(facts: CaseFacts, task: TaskFact, asOf: number): number | null {
  const dueAt = task.feedbackAt === null ? dueOf(facts, asOf) : task.missedAt;
  return dueAt === null ? null : Math.max(task.sentAt, dueAt);
}

/** Handling by departments and people: I22–I26, I28, I30, I34, I36, I46. */
export function countTasks(facts: CaseFacts, { asOf, settings }: CountingContext, emit: Emit): void {
  const groundless = new Map<string, number>();
  for (const task of facts.tasks) {
    const whose = whoseOf(task);
    for (const { at, handlerId } of task.reworks) {
      const hand = whoseOf({ departmentId: task.departmentId, handlerId });
      emit({ indicator: 'I24', at, numerator: 1, denominator: 0, whose: hand });
      emit({ indicator: 'I25', at, numerator: 1, denominator: 0, whose: hand });
    }
    if (task.answeredAt !== null) emit({ indicator: 'I30', at: task.answeredAt, numerator: task.answeredAt - task.sentAt, denominator: 1, whose });
    const contact = contactOwed(facts, task, settings);
    if (contact) emitObligation(emit, 'I46', contact, asOf, whose, { done: isKept(contact) ? 1 : 0, missed: 0 });
    emit({ indicator: 'I34', at: task.sentAt, numerator: task.isReturned ? 1 : 0, denominator: 1, whose });
    for (const at of task.groundlessAts) {
      const times = (groundless.get(task.departmentId) ?? 0) + 1;
      groundless.set(task.departmentId, times);
      if (times === SHIRKED_FROM) emit({ indicator: 'I36', at, numerator: 1, denominator: 0, whose });
    }
    if (task.feedbackAt === null && (task.hasEnded || facts.isVoided)) continue;
    const owed = { doneAt: task.feedbackAt, dueAt: missedAt(facts, task, asOf) };
    emitObligation(emit, 'I23', owed, asOf, whose, { done: task.isLate ? 0 : 1, missed: 0 });
    emitObligation(emit, 'I26', owed, asOf, whose, { done: task.isLate ? 1 : 0, missed: 1 });
    emitObligation(emit, 'I22', owed, asOf, whose, { done: 1, missed: 1 }, 0);
    if (task.feedbackAt !== null && task.workMs !== null) emit({ indicator: 'I28', at: task.feedbackAt, numerator: task.workMs, denominator: 1, whose });
  }
}

/** Teams sent out: I32 arrived within the limit, I50 their people in place. A team called off before it was due is not counted. */
export function countOrders(facts: CaseFacts, { asOf, headcountOf }: CountingContext, emit: Emit): void {
  for (const order of facts.orders) {
    const { arriveBy, teamId } = order;
    if (arriveBy === null || order.isCalledOff || (order.arrivedAt === null && facts.isVoided)) continue;
    const owed = { doneAt: order.arrivedAt, dueAt: arriveBy };
    const people = headcountOf(teamId);
    const kept = isKept(owed);
    emitObligation(emit, 'I32', owed, asOf, { teamId }, { done: kept ? 1 : 0, missed: 0 });
    emitObligation(emit, 'I50', owed, asOf, { teamId }, { done: kept ? people : 0, missed: 0 }, people);
  }
}

/** Durations are kept in ms; this is the unit people read them in. */
export const MS_PER_UNIT = { I28: 60 * MINUTE_MS, I29: 60 * MINUTE_MS, I30: MINUTE_MS } as const;
