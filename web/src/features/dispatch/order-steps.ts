import type { OrderRow } from '@wangge/shared/wire';

/** The stages of an order in the order they are reached: 已派 → 已送达 → 已读 → 已签收 → 已出发 → 已到场 → 已办完. */
export const ORDER_STEPS = ['sent', 'delivered', 'seen', 'signed', 'departed', 'arrived', 'done'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

export interface ReachedStep {
  readonly step: OrderStep;
  /** Epoch ms; null while not reached. A stage passed over counts with the stage after it. */
  readonly at: number | null;
  readonly isReached: boolean;
}

function instantsOf(order: OrderRow): readonly (number | null)[] {
  return [order.sentAt, order.deliveredAt, order.seenAt, order.signedAt, order.departedAt, order.arrivedAt, order.doneAt];
}

/** Each stage with the instant it was reached. */
export function orderSteps(order: OrderRow): ReachedStep[] {
  const instants = instantsOf(order);
  const last = instants.findLastIndex((at) => at !== null);
  return ORDER_STEPS.map((step, index) => ({ step, at: instants[index] ?? null, isReached: index <= last }));
}

/** The furthest stage reached. */
export function currentStep(order: OrderRow): OrderStep {
  return ORDER_STEPS[instantsOf(order).findLastIndex((at) => at !== null)] ?? 'sent';
}
