import { lampAt } from '@wangge/shared/calendar';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

/** A red case and by how much it is late; 0 when its clock no longer runs. */
export interface OverdueRow {
  readonly row: CaseRow;
  readonly overMs: number;
}

/** 超期 open cases at `now`: the latest first. */
export function overdueRows(rows: Iterable<CaseRow>, now: number): OverdueRow[] {
  const found: OverdueRow[] = [];
  for (const row of rows) {
    if (!isOpenState(row.state) || row.clock === null || lampAt(row.clock, now) !== 'red') continue;
    const { standing, dueAt, usedMs, totalMs } = row.clock;
    found.push({ row, overMs: standing === 'stopped' ? usedMs - totalMs : now - dueAt });
  }
  return found.sort((a, b) => b.overMs - a.overMs);
}
