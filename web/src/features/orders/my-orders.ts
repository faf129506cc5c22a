import { startOfDay, type DepartmentId, type TeamId } from '@wangge/shared/base';
import type { CaseState, Urgency } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

const RANK: Readonly<Record<Urgency, number>> = { critical: 0, urgent: 1, normal: 2 };

/** Whose phone it is: a team's, which is sent, or a department's, which is given cases. */
export type OwnUnitId = TeamId | DepartmentId;

/** States in which the unit that was sent or given it has the case in hand, among them those in which it waits for an approval. */
const IN_HAND: ReadonlySet<CaseState> = new Set(['dispatched', 'handling', 'return-requested', 'extension-requested', 'suspension-requested']);

/** An order is its team's, also where the team belongs to the department that leads; what the county was called to goes by its call. */
function isMine({ order, leadDepartmentId, countyCall }: CaseRow, unitId: OwnUnitId): boolean {
  return order === null ? countyCall === null && leadDepartmentId === unitId : order.teamId === unitId;
}

/** When it was handed in, epoch ms; null before. */
export function handedInAt({ order, handedInAt: byDepartment }: CaseRow): number | null {
  return order === null ? byDepartment ?? null : order.doneAt;
}

/** 手头: what this unit still has to do, most urgent first: 特急, then the least time left, then the oldest. A failed check (返工) brings one back. */
export function ordersInHand(rows: Iterable<CaseRow>, unitId: OwnUnitId): CaseRow[] {
  return [...rows].filter((row) => isMine(row, unitId) && IN_HAND.has(row.state)).sort(byUrgency);
}

function byUrgency(a: CaseRow, b: CaseRow): number {
  const dueAt = (row: CaseRow): number => row.clock?.dueAt ?? Infinity;
  const byDue = dueAt(a) - dueAt(b);
  return RANK[a.urgency] - RANK[b.urgency] || (Number.isNaN(byDue) ? 0 : byDue) || a.reportedAt - b.reportedAt;
}

/** 今日办结: what this unit handed in since midnight in Shanghai. */
export function handedInToday(rows: Iterable<CaseRow>, unitId: OwnUnitId, now: number): CaseRow[] {
  const day = startOfDay(now);
  return [...rows].filter((row) => isMine(row, unitId) && !IN_HAND.has(row.state) && (handedInAt(row) ?? 0) >= day).sort((a, b) => (handedInAt(b) ?? 0) - (handedInAt(a) ?? 0));
}

/** 已转出: orders that left this team since midnight in Shanghai because it had not signed, the latest first. */
export function passedOnToday(rows: Iterable<CaseRow>, unitId: OwnUnitId, now: number): { readonly row: CaseRow; readonly at: number }[] {
  const day = startOfDay(now);
  return [...rows].flatMap((row) => {
    const at = isMine(row, unitId) ? undefined : row.order?.ladder?.passedFrom.findLast((before) => before.teamId === unitId)?.at;
    return at !== undefined && at >= day ? [{ row, at }] : [];
  }).sort((a, b) => b.at - a.at);
}
