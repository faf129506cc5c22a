import type { CaseAction } from '@wangge/shared/case';
import type { OrderRow } from '@wangge/shared/wire';

/**
 * Whether what the action would record is recorded already, say by another member of the squad. Nothing of value is lost
 * when such an action is dropped; words and photos (反馈) are never settled by somebody else's.
 */
export function isSettled(action: CaseAction, order: OrderRow | null): boolean {
  if (order === null) return false;
  switch (action) {
    case 'deliver': return order.deliveredAt !== null;
    case 'see': return order.seenAt !== null;
    case 'sign': return order.signedAt !== null;
    case 'depart': return order.departedAt !== null;
    case 'arrive': return order.arrivedAt !== null;
    default: return false;
  }
}
