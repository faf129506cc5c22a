import { startOfDay, type TeamId } from '@wangge/shared/base';
import type { CaseState, Urgency } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

const RANK: Readonly<Record<Urgency, number>> = { critical: 0, urgent: 1, normal: 2 };

/** States in which the squad that was sent has the case in hand, among them those in which it waits for an approval. */
const IN_HAND: ReadonlySet<CaseState> = new Set(['dispatched', 'handling', 'return-requested', 'extension-requested', 'suspension-requested']);

function isMine(row: CaseRow, teamId: TeamId): boolean {
  return row.order?.teamId === teamId;
}

/** 手头: orders this team still has to do, most urgent first: 特急, then the least time left, then the oldest. A failed check (返工) brings one back. */
export function ordersInHand(rows: Iterable<CaseRow>, teamId: TeamId): CaseRow[] {
  return [...rows].filter((row) => isMine(row, teamId) && IN_HAND.has(row.state)).sort(byUrgency);
}

function byUrgency(a: CaseRow, b: CaseRow): number {
  const dueAt = (row: CaseRow): number => row.clock?.dueAt ?? Infinity;
  const byDue = dueAt(a) - dueAt(b);
  return RANK[a.urgency] - RANK[b.urgency] || (Number.isNaN(byDue) ? 0 : byDue) || a.reportedAt - b.reportedAt;
}

/** 今日办结: orders of this team handed in since midnight in Shanghai. */
export function handedInToday(rows: Iterable<CaseRow>, teamId: TeamId, now: number): CaseRow[] {
  const day = startOfDay(now);
  return [...rows].filter((row) => isMine(row, teamId) && !IN_HAND.has(row.state) && (row.order?.doneAt ?? 0) >= day).sort((a, b) => (b.order?.doneAt ?? 0) - (a.order?.doneAt ?? 0));
}

/** 已转出: orders that left this team since midnight in Shanghai because it had not signed, the latest first. */
export function passedOnToday(rows: Iterable<CaseRow>, teamId: TeamId, now: number): { readonly row: CaseRow; readonly at: number }[] {
  const day = startOfDay(now);
  return [...rows].flatMap((row) => {
    const at = isMine(row, teamId) ? undefined : row.order?.ladder?.passedFrom.findLast((before) => before.teamId === teamId)?.at;
    return at !== undefined && at >= day ? [{ row, at }] : [];
  }).sort((a, b) => b.at - a.at);
}
