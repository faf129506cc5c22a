import { MINUTE_MS } from '../base/index.ts';
import { distanceM } from '../geo/index.ts';
import type { PositionFix } from './fix.ts';
import { MIN_MOVE_STANDING_M } from './mileage.ts';

/** Shorter rests are traffic. */
export const MIN_STOP_MS = 5 * MINUTE_MS;

/** A place where a unit stayed (停留): from its first fix there to its last; epoch ms. */
export interface Stop {
  readonly from: number;
  readonly to: number;
  readonly lng: number;
  readonly lat: number;
}

/** The stops of a track in ascending time: five minutes and more within what a standing receiver drifts. */
export function stopsOf(fixes: readonly PositionFix[]): Stop[] {
  const stops: Stop[] = [];
  for (let first = 0; first < fixes.length; ) {
    const { at, lng, lat } = fixes[first]!;
    let next = first + 1;
    while (next < fixes.length && distanceM([lng, lat], [fixes[next]!.lng, fixes[next]!.lat]) <= MIN_MOVE_STANDING_M) next += 1;
    const to = fixes[next - 1]!.at;
    if (to - at >= MIN_STOP_MS) {
      stops.push({ from: at, to, lng, lat });
      first = next;
    } else first += 1;
  }
  return stops;
}
