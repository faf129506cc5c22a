import { isOpenState } from '@wangge/shared/district';
import type { CaseRow, CountyCallRow } from '@wangge/shared/wire';

/** A case with a call to the county that nobody has answered on the spot yet. */
export interface RunningCall {
  readonly row: CaseRow;
  readonly call: CountyCallRow;
}

/** Calls under way (在途), the one that is due first in front. */
export function runningCalls(rows: Iterable<CaseRow>): RunningCall[] {
  const found: RunningCall[] = [];
  for (const row of rows) if (row.countyCall !== null && row.countyCall.arrivedAt === null && isOpenState(row.state)) found.push({ row, call: row.countyCall });
  const dueAt = ({ call }: RunningCall): number => (call.respondedAt === null ? call.respondBy : call.arriveBy ?? Infinity);
  return found.sort((a, b) => dueAt(a) - dueAt(b) || b.call.calledAt - a.call.calledAt);
}
