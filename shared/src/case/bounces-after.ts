import type { Bounce } from './bounce.ts';
import type { CaseEvent } from './case-events.ts';
import type { Case } from './case.ts';

/** The bounces after an event: a granted return adds one, a redirect to another department adds one, the next dispatch completes the last. */
export function bouncesAfter(item: Case, event: CaseEvent): readonly Bounce[] {
  const { application, leadDepartmentId } = item;
  const to = event.leadDepartmentId;
  if (event.type === 'returned' && leadDepartmentId) {
    const { ground = null, basis = null, itemCode = null } = application ?? {};
    return [...item.bounces, { at: event.at, fromDepartmentId: leadDepartmentId, toDepartmentId: null, ground, basis, itemCode, isMisdispatch: ground === 'misdispatched' }];
  }
  if (event.type === 'redirected' && to && leadDepartmentId && to !== leadDepartmentId) {
    const { basis = null, itemCode = null } = event.payload;
    return [...item.bounces, { at: event.at, fromDepartmentId: leadDepartmentId, toDepartmentId: to, ground: null, basis, itemCode, isMisdispatch: true }];
  }
  const last = item.bounces.at(-1);
  return to && last?.toDepartmentId === null ? [...item.bounces.slice(0, -1), { ...last, toDepartmentId: to }] : item.bounces;
}

/** 派遣错误: how often the case had been sent to the wrong department; never the same as 返工. */
export function misdispatchCount(item: Pick<Case, 'bounces'>): number {
  return item.bounces.filter(({ isMisdispatch }) => isMisdispatch).length;
}
