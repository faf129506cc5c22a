import type { CaseId } from '@wangge/shared/base';
import type { CaseEvent } from '@wangge/shared/case';
import type { Oversight } from '@wangge/shared/oversight';

/** Orders by case, and how often each case was reopened: what the ladder must know of a case besides the case. */
export class CaseOrders {
  readonly #orders = new Map<CaseId, Map<string, Oversight>>();
  readonly #reopened = new Map<CaseId, number>();

  /** Takes an order as it stands now. */
  put(order: Oversight): void {
    let orders = this.#orders.get(order.caseId);
    if (!orders) this.#orders.set(order.caseId, (orders = new Map()));
    orders.set(order.id, order);
  }

  /** Takes what happened to a case. */
  see(id: CaseId, { type }: Pick<CaseEvent, 'type'>): void {
    if (type === 'reopened') this.#reopened.set(id, (this.#reopened.get(id) ?? 0) + 1);
  }

  /** In the order in which they were opened. */
  of(id: CaseId): readonly Oversight[] {
    return [...(this.#orders.get(id)?.values() ?? [])];
  }

  /** 1, and one more for each time the case was reopened. */
  roundOf(id: CaseId): number {
    return 1 + (this.#reopened.get(id) ?? 0);
  }
}
