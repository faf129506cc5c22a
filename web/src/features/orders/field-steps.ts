import type { CaseState } from '@wangge/shared/district';
import type { CaseRow, OrderRow } from '@wangge/shared/wire';

/** The steps a squad sees: 签收—到场—处置—反馈. A department sees no arrival: nobody counts when it went or came. */
export type FieldStepName = 'sign' | 'arrive' | 'handle' | 'report';

/** What the one large button does; null when the next move is somebody else's. */
export type NextAction = 'sign' | 'depart' | 'arrive' | 'report-back';

export interface FieldStep {
  readonly name: FieldStepName;
  readonly standing: 'done' | 'current' | 'ahead';
  /** When it was reached, epoch ms; null while it was not. */
  readonly at: number | null;
}

/** The steps of what is in hand with their times. A step passed over counts as done with the one after it; a failed check reopens the last. */
export function fieldSteps(row: Pick<CaseRow, 'state' | 'order' | 'handedInAt'>): FieldStep[] {
  return row.order === null ? departmentSteps(row) : teamSteps(row.state, row.order);
}

function teamSteps(state: CaseState, order: OrderRow): FieldStep[] {
  const isReopened = state === 'handling';
  const reachedAt = { sign: order.signedAt, arrive: order.arrivedAt, handle: null, report: isReopened ? null : order.doneAt };
  const last = Object.values(reachedAt).findLastIndex((at) => at !== null);
  return stepsAt(reachedAt, last === 1 ? 2 : last + 1);
}

/** 签收—处置—反馈, by the state: where there is no order nobody keeps when it was signed. */
function departmentSteps({ state, handedInAt }: Pick<CaseRow, 'state' | 'handedInAt'>): FieldStep[] {
  const isHandedIn = handedInAt !== undefined && state !== 'handling';
  return stepsAt({ sign: null, handle: null, report: isHandedIn ? handedInAt : null }, isHandedIn ? 3 : state === 'dispatched' ? 0 : 1);
}

function stepsAt(reachedAt: Partial<Record<FieldStepName, number | null>>, current: number): FieldStep[] {
  return (Object.keys(reachedAt) as FieldStepName[]).map((name, index) => ({
    name, at: reachedAt[name] ?? null, standing: index < current ? 'done' : index === current ? 'current' : 'ahead',
  }));
}

/** The next step of the unit that has it in hand; null while the case waits for an approval or is handed in. */
export function nextAction({ state, order }: CaseRow): NextAction | null {
  if (state === 'dispatched') return 'sign';
  if (state !== 'handling') return null;
  if (order === null || order.arrivedAt !== null) return 'report-back';
  return order.departedAt === null ? 'depart' : 'arrive';
}

/** Whether the squad is on its way, so that coming near counts as arriving. */
export function isUnderWay({ state, order }: CaseRow): boolean {
  return state === 'handling' && order !== null && order.departedAt !== null && order.arrivedAt === null;
}
