import type { CaseAction } from '@wangge/shared/case';
import type { CaseRow } from '@wangge/shared/wire';

/**
 * Whether what the action would record is recorded already, say by another of the same squad or department. Nothing of value is lost
 * when such an action is dropped; words and photos (反馈) are never settled by somebody else's.
 */
export function isSettled(action: CaseAction, { state, order }: Pick<CaseRow, 'state' | 'order'>): boolean {
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
