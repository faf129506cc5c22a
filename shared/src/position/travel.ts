import { SECOND_MS } from '../base/index.ts';
import { distanceM, itemAt } from '../geo/index.ts';
import type { PositionFix } from './fix.ts';
import { NO_MILEAGE, addToMileage } from './mileage.ts';

/** On foot (步行), or faster than anybody walks: by car, motorcycle or bicycle (车行). */
export type TravelMode = 'foot' | 'drive';

/** Faster is driving and slower is walking; between the two it goes on as it was. */
export const DRIVE_FROM_KMH = 12;
export const FOOT_BELOW_KMH = 8;
/** Speed is that of the straight way over this long: a receiver that leaps and returns has none. */
const WINDOW_MS = 40 * SECOND_MS;
/** Driving that is shorter than both is a leap of the receiver. */
const SHORTEST_DRIVE_MS = 30 * SECOND_MS;
const SHORTEST_DRIVE_M = 150;
/** Slow for no longer than this between two drives, it is traffic where it is faster than a stroll or picks up speed as nobody on foot does. */
const LONGEST_JAM_MS = 180 * SECOND_MS;
const STROLL_KMH = 7;
const PICK_UP_MS2 = 0.35;
const KMH_PER_MS = 3.6;

interface Counted {
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
}

/** One stretch of a way, from one counted place to the next; `lngLat`: where it ends. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly distanceM: number;
  readonly lngLat: readonly [number, number];
  readonly mode: TravelMode;
}

/** How a unit came around: what mileage counts, told apart by how it moved. */
export interface Travel {
  readonly footM: number;
  readonly driveM: number;
  readonly moves: readonly Move[];
}

/** A stretch before it is known how it was moved. `kmh`: over the window around its middle. */
interface Stretch extends Omit<Move, 'mode'> {
  readonly kmh: number;
}

/** Tells walking from driving along fixes of one unit in ascending time; its metres are those of `mileageOf`. */
export function travelOf(fixes: Iterable<PositionFix>): Travel {
  const moves = runsOf(fixes).flatMap((run) => smoothed(stretchesOf(run)));
  const sum = (mode: TravelMode): number => moves.reduce((metres, move) => (move.mode === mode ? metres + move.distanceM : metres), 0);
  return { footM: sum('foot'), driveM: sum('drive'), moves };
}

/** The places that mileage counts, in stretches without a silence or a jump. */
function runsOf(fixes: Iterable<PositionFix>): Counted[][] {
  const runs: Counted[][] = [];
  let mileage = NO_MILEAGE;
  for (const fix of fixes) {
    const next = addToMileage(mileage, fix);
    if (next.anchor !== null && next.anchor !== mileage.anchor) {
      if (next.distanceM > mileage.distanceM) runs.at(-1)!.push(next.anchor);
      else runs.push([next.anchor]);
    }
    mileage = next;
  }
  return runs;
}

function stretchesOf(run: readonly Counted[]): Stretch[] {
  let first = 0;
  return run.slice(1).map((to, index) => {
    const from = run[index]!;
    const middle = (from.at + to.at) / 2;
    const [begin, end] = [Math.max(run[0]!.at, middle - WINDOW_MS / 2), Math.min(run.at(-1)!.at, middle + WINDOW_MS / 2)];
    while (first + 1 < run.length && itemAt(run, first + 1).at <= begin) first += 1;
    const metres = distanceM(placeAt(run, begin, first), placeAt(run, end, first));
    return { from: from.at, to: to.at, distanceM: distanceM([from.lng, from.lat], [to.lng, to.lat]), lngLat: [to.lng, to.lat], kmh: (metres / Math.max(1, end - begin)) * 1_000 * KMH_PER_MS };
  });
}

/** Where one was at an instant, on the straight way between counted places. */
function placeAt(run: readonly Counted[], at: number, from: number): readonly [number, number] {
  let index = from;
  while (index + 2 < run.length && itemAt(run, index + 1).at < at) index += 1;
  const [a, b] = [itemAt(run, index), run[index + 1] ?? itemAt(run, index)];
  const share = b.at > a.at ? Math.min(1, Math.max(0, (at - a.at) / (b.at - a.at))) : 0;
  return [a.lng + (b.lng - a.lng) * share, a.lat + (b.lat - a.lat) * share];
}

/** Decides by thresholds with room between them, then takes out drives too short to be any and jams too short to be walks. */
function smoothed(stretches: readonly Stretch[]): Move[] {
  let mode: TravelMode = (stretches.find(({ kmh }) => kmh >= DRIVE_FROM_KMH || kmh < FOOT_BELOW_KMH)?.kmh ?? 0) >= DRIVE_FROM_KMH ? 'drive' : 'foot';
  const modes = stretches.map(({ kmh }) => (mode = kmh >= DRIVE_FROM_KMH ? 'drive' : kmh < FOOT_BELOW_KMH ? 'foot' : mode));
  relabel(stretches, modes, 'drive', (part) => lastedMs(part) < SHORTEST_DRIVE_MS && lengthM(part) < SHORTEST_DRIVE_M);
  relabel(stretches, modes, 'foot', (part, isBetween) => isBetween && lastedMs(part) <= LONGEST_JAM_MS && isJam(part));
  return stretches.map(({ kmh: _kmh, ...move }, index) => ({ ...move, mode: modes[index]! }));
}

/** Gives stretches of one mode that follow each other the other one where they are `wrong`. */
function relabel(stretches: readonly Stretch[], modes: TravelMode[], mode: TravelMode, isWrong: (part: readonly Stretch[], isBetween: boolean) => boolean): void {
  for (let from = 0; from < modes.length; ) {
    let to = from + 1;
    while (to < modes.length && modes[to] === modes[from]) to += 1;
    if (modes[from] === mode && isWrong(stretches.slice(from, to), from > 0 && to < modes.length)) modes.fill(mode === 'foot' ? 'drive' : 'foot', from, to);
    from = to;
  }
}

const lastedMs = (part: readonly Stretch[]): number => part.at(-1)!.to - part[0]!.from;
const lengthM = (part: readonly Stretch[]): number => part.reduce((metres, { distanceM: one }) => metres + one, 0);

function isJam(part: readonly Stretch[]): boolean {
  return part.some(({ kmh, from, to }, index) => {
    const before = part[index - 1];
    const pickUp = before === undefined ? 0 : (kmh - before.kmh) / KMH_PER_MS / (Math.max(1, (to + from - before.to - before.from) / 2) / 1_000);
    return kmh > STROLL_KMH || pickUp > PICK_UP_MS2;
  });
}
