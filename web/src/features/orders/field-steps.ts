import type { CaseState } from '@wangge/shared/district';
import type { CaseRow, OrderRow } from '@wangge/shared/wire';

/** The four steps a squad sees: 签收—到场—处置—反馈. */
export const FIELD_STEPS = ['sign', 'arrive', 'handle', 'report'] as const;
export type FieldStepName = (typeof FIELD_STEPS)[number];

/** What the one large button does; null when the next move is somebody else's. */
export type NextAction = 'sign' | 'depart' | 'arrive' | 'report-back';

export interface FieldStep {
  readonly name: FieldStepName;
  readonly standing: 'done' | 'current' | 'ahead';
  /** When it was reached, epoch ms; null while it was not. */
  readonly at: number | null;
}

/** The steps of an order with their times. A step passed over counts as done with the one after it; a failed check reopens the last. */
export function fieldSteps({ state, order }: { readonly state: CaseState; readonly order: OrderRow }): FieldStep[] {
  const isReopened = state === 'handling';
  const reachedAt = [order.signedAt, order.arrivedAt, null, isReopened ? null : order.doneAt];
  const last = reachedAt.findLastIndex((at) => at !== null);
  const current = last === 1 ? 2 : last + 1;
  return FIELD_STEPS.map((name, index) => ({
    name, at: reachedAt[index] ?? null, standing: index < current ? 'done' : index === current ? 'current' : 'ahead',
  }));
}

/** The next step of the squad that was sent; null while the case waits for an approval or is handed in. */
export function nextAction({ state, order }: CaseRow): NextAction | null {
  if (!order) return null;
  if (state === 'dispatched') return 'sign';
  if (state !== 'handling') return null;
  if (order.arrivedAt !== null) return 'report-back';
  return order.departedAt === null ? 'depart' : 'arrive';
}

/** Whether the squad is on its way, so that coming near counts as arriving. */
export function isUnderWay({ state, order }: CaseRow): boolean {
  return state === 'handling' && order !== null && order.departedAt !== null && order.arrivedAt === null;
}
