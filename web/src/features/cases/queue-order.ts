import type { CaseRow } from '@wangge/shared/wire';

const UNOWNED: ReadonlySet<CaseRow['state']> = new Set(['reported', 'verifying-report', 'accepted', 'filed']);

/** 特急 that nobody has been sent to yet: they stand above every other row, whatever time is left. */
export function isUnownedCritical(row: CaseRow): boolean {
  return row.urgency === 'critical' && UNOWNED.has(row.state);
}

/**
 * The instant a row waits for, epoch ms: the due time of the whole case while that runs, then of the present step.
 * Infinity when no clock runs (挂账, or all handed in).
 */
export function nextDueAt(row: CaseRow): number {
  if (row.clock?.standing === 'running') return row.clock.dueAt;
  return row.stepClock?.standing === 'running' ? row.stepClock.dueAt : Infinity;
}

/** Order of the queue (按剩余时限): unowned 特急, then the least time left, then the oldest. It does not depend on the present time. */
export function compareRows(a: CaseRow, b: CaseRow): number {
  const byAlarm = Number(isUnownedCritical(b)) - Number(isUnownedCritical(a));
  if (byAlarm !== 0) return byAlarm;
  const dueA = nextDueAt(a);
  const dueB = nextDueAt(b);
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.reportedAt - b.reportedAt || (a.no < b.no ? -1 : 1);
}

/** Rows of cases somebody still owes an action, in the order of the queue. */
export function sortQueue(rows: Iterable<CaseRow>): CaseRow[] {
  return [...rows].sort(compareRows);
}
