import { distanceM } from '@wangge/shared/geo';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

/** An open case near another one, as a candidate to be merged with (并案). */
export interface NearCase {
  readonly row: CaseRow;
  readonly distanceM: number;
}

/** Open cases within reach of a case, those of the same type first, then by distance; at most `limit`. */
export function nearCases(item: CaseRow, rows: Iterable<CaseRow>, limit = 12, reachM = 2_000): NearCase[] {
  const near: NearCase[] = [];
  for (const row of rows) {
    if (row.id === item.id || !isOpenState(row.state)) continue;
    const awayM = distanceM(item.lngLat, row.lngLat);
    if (awayM <= reachM) near.push({ row, distanceM: awayM });
  }
  const isOther = ({ row }: NearCase): number => Number(row.typeCode !== item.typeCode);
  return near.sort((a, b) => isOther(a) - isOther(b) || a.distanceM - b.distanceM).slice(0, limit);
}
