import { DAY_MS, HOUR_MS } from '@wangge/shared/base';
import { attendanceOf, coverageIn, owedPeriods, visitTimes, type Attendance, type DutyEdition, type GridDuty } from '@wangge/shared/patrol';
import { END, GRIDS, START, calendar, gridWorkerOf } from './county.ts';
import { Random } from './random.ts';
import { recountAttendance, recountCoverage } from './recount/patrol.ts';

/** An edition of the list is replaced in the middle of a week. */
const TURN = START + 73 * DAY_MS;
const WALKED_SHARE = 0.42;
const SEEN_SHARE = 0.93;

function duty(code: string, times: number, per: GridDuty['frequency']['per'], days: number, isWorkdaysOnly: boolean): GridDuty {
  return { code, name: code, purpose: '', frequency: { times, per, days }, isWorkdaysOnly, evidence: ['place'], posts: [], basis: '', source: 'F' };
}

const EDITIONS: readonly DutyEdition[] = [
  { from: START, to: TURN, duties: [duty('A', 1, 'week', 1, false), duty('B', 2, 'month', 1, true), duty('C', 1, 'days', 14, false), duty('D', 1, 'days', 1, true)] },
  { from: TURN, to: Infinity, duties: [duty('A', 2, 'week', 1, true), duty('C', 1, 'days', 10, false)] },
];

export interface Walk {
  readonly gridCode: string;
  readonly at: number;
  readonly duties: readonly string[];
}

/** Walks and days on duty of half a year, some of them at the edges of days, weeks and hours. */
function generate(seed: number): { walks: Walk[]; seen: Map<string, Attendance> } {
  const random = new Random(seed);
  const walks: Walk[] = [];
  const seen = new Map<string, Attendance>();
  for (const gridCode of GRIDS) {
    const personId = gridWorkerOf(gridCode);
    for (let day = START; day < END; day += DAY_MS) {
      while (random.chance(WALKED_SHARE)) {
        const at = random.chance(0.1) ? day : day + Math.floor(random.next() * DAY_MS);
        walks.push({ gridCode, at, duties: ['A', 'B', 'C', 'D'].filter(() => random.chance(0.5)) });
      }
      const key = new Date(day + 8 * HOUR_MS).toISOString().slice(0, 10);
      if (personId !== null && random.chance(SEEN_SHARE)) seen.set(`${personId}-${key}`, { id: `${personId}-${key}`, revision: 1, personId, gridCode, day: key, fixAt: day + 9 * HOUR_MS, lngLat: [120, 31] });
    }
  }
  return { walks, seen };
}

/** Counts patrols and days on duty as the product does and again from the walks day by day; says where both differ. */
export function provePatrols(seed: number): { readonly compared: number; readonly differences: string[] } {
  const { walks, seen } = generate(seed);
  const random = new Random(seed + 1);
  const workers = GRIDS.flatMap((gridCode) => { const id = gridWorkerOf(gridCode); return id === null ? [] : [{ id, name: id, gridCode }]; });
  const differences: string[] = [];
  let compared = 0;
  const compare = (what: string, product: readonly number[], recounted: readonly number[]): void => {
    compared += 1;
    if (product.join() !== recounted.join()) differences.push(`${what}: product ${product.join('/')}, recount ${recounted.join('/')}`);
  };
  const sums = (owed: readonly { readonly isDone: boolean }[]): number[] => [owed.filter(({ isDone }) => isDone).length, owed.length];
  for (let n = 0; n < 16; n += 1) {
    const from = START + random.whole(0, 170) * DAY_MS;
    const to = from + random.whole(1, n % 3 === 0 ? 1 : 60) * DAY_MS;
    const asOf = random.chance(0.5) ? END + DAY_MS : from + Math.floor(random.next() * (to - from));
    const owed = owedPeriods(EDITIONS, from, Math.min(to, asOf), calendar);
    for (const gridCode of GRIDS) {
      const own = walks.filter((walk) => walk.gridCode === gridCode);
      compare(`I49 ${gridCode} ${from}`, sums(coverageIn(gridCode, owed, visitTimes(own))), recountCoverage(own, EDITIONS, calendar, { from, to, asOf }));
    }
    compare(`I48 ${from}`, sums(attendanceOf(workers, calendar, { from, to, asOf }, (id, day) => seen.get(`${id}-${day}`))), recountAttendance(workers.map(({ id }) => id), seen, calendar, { from, to, asOf }));
  }
  return { compared, differences };
}
