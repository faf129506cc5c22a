import type { CaseAction } from '@wangge/shared/case';
import type { CaseRow } from '@wangge/shared/wire';

/**
 * Whether what the action would record is recorded already, say by another of the same squad or department. Nothing of value is lost
 * when such an action is dropped; words and photos (反馈) are never settled by somebody else's. Where the case is another unit's now, what that one did
 * settles nothing for this one.
 */
export function isSettled(action: CaseAction, { state, order, leadDepartmentId }: Pick<CaseRow, 'state' | 'order' | 'leadDepartmentId'>, unitId: string | null): boolean {
  if ((order === null ? leadDepartmentId : order.teamId) !== unitId) return false;
  if (order === null) return action === 'sign' && state === 'handling';
  switch (action) {
    case 'deliver': return order.deliveredAt !== null;
    case 'see': return order.seenAt !== null;
    case 'sign': return order.signedAt !== null;
    case 'depart': return order.departedAt !== null;
    case 'arrive': return order.arrivedAt !== null;
    default: return false;
  }
}
