import { isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

/** Least number of open cases for each step of the grids' shade above none. */
const STEPS = [1, 2, 3, 5];

/** The shade of each grid (格色): steps 1–4 by its number of open cases; grids without any are absent. */
export function gridLoads(rows: Iterable<CaseRow>): Map<string, number> {
  const open = new Map<string, number>();
  for (const { state, gridCode } of rows) if (isOpenState(state)) open.set(gridCode, (open.get(gridCode) ?? 0) + 1);
  return new Map([...open].map(([code, count]) => [code, STEPS.filter((least) => count >= least).length]));
}
