import type { GridDuty } from './duty.ts';
import type { Period } from './periods.ts';
import { doneIn, type VisitTimes } from './tasks.ts';

/** 巡查覆盖率 (I49): periods of duties that were fulfilled of those that ran out. `share` null where nothing was owed. */
export interface Coverage {
  readonly fulfilled: number;
  readonly owed: number;
  readonly share: number | null;
}

/** Coverage of one grid. `ended`: for each duty the periods that ran out. */
export function coverageOf(duties: readonly GridDuty[], ended: ReadonlyMap<string, readonly Period[]>, timesOf: (code: string) => VisitTimes): Coverage {
  let fulfilled = 0;
  let owed = 0;
  for (const { code, frequency } of duties) {
    const times = timesOf(code);
    for (const period of ended.get(code) ?? []) {
      owed += 1;
      if (doneIn(times, period) >= frequency.times) fulfilled += 1;
    }
  }
  return { fulfilled, owed, share: owed === 0 ? null : fulfilled / owed };
}

/** Several coverages as one: what was fulfilled of all that was owed. */
export function sumCoverage(parts: readonly Coverage[]): Coverage {
  const fulfilled = parts.reduce((sum, part) => sum + part.fulfilled, 0);
  const owed = parts.reduce((sum, part) => sum + part.owed, 0);
  return { fulfilled, owed, share: owed === 0 ? null : fulfilled / owed };
}
