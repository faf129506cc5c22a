import { itemAt, lineLengthM, pointAlong, type LngLat, type PlaceOnLine } from '@wangge/shared/geo';
import { findRoute, travelMs, type RoadGraph } from '@wangge/shared/roads';
import { chance } from './chance.ts';

/** A drive from place to place, known in advance: where the vehicle is at every instant of it. */
export interface Trip {
  readonly startAt: number;
  readonly endAt: number;
  readonly line: readonly LngLat[];
  /** Distance driven (`m`) at instants (`at`); straight in between. */
  readonly knots: readonly { readonly at: number; readonly m: number }[];
}

export interface OnTrip extends PlaceOnLine {
  readonly speedKmh: number;
}

const KNOT_M = 70;
/** Where it slows down to set out and to stop. */
const EASE_M = 60;
const EASE_SHARE = 0.45;
/** How often a patrol halts within a stretch between knots, and for how long. */
const HALT_SHARE = 0.035;
const HALT_MS = 22_000;

/** Plans a drive along the roads. `pace` is the share of the usual speed; a patrol looks around, so it is slower and halts now and then. */
export function planTrip(roads: RoadGraph, drive: { from: LngLat; to: LngLat; at: number; pace: number; halts: boolean; key: string }): Trip {
  const { from, to, at, pace, halts, key } = drive;
  const { line, distanceM, durationMs } = findRoute(roads, { from, to, mode: 'vehicle' });
  const lengthM = lineLengthM(line);
  const usualKmh = distanceM > 0 && durationMs > 0 ? (distanceM / durationMs) * 3_600 : 25;
  const knots = [{ at, m: 0 }];
  let t = at;
  for (let m = 0; m < lengthM; m += KNOT_M) {
    const stepM = Math.min(KNOT_M, lengthM - m);
    const isEnd = m < EASE_M || lengthM - m - stepM < EASE_M;
    const sway = 0.78 + 0.44 * chance(key, Math.floor(m / (3 * KNOT_M)));
    t += travelMs(stepM, Math.max(6, usualKmh * pace * sway * (isEnd ? EASE_SHARE : 1)));
    knots.push({ at: t, m: m + stepM });
    if (halts && chance(key, m, 'halt') < HALT_SHARE) {
      t += 4_000 + HALT_MS * chance(key, m, 'long');
      knots.push({ at: t, m: m + stepM });
    }
  }
  return { startAt: at, endAt: t, line, knots };
}

/** Where the vehicle is at `now`; before the start and after the end it stands at the ends. */
export function onTrip(trip: Trip, now: number): OnTrip {
  const { knots, line } = trip;
  let low = 0;
  let high = knots.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (itemAt(knots, middle).at <= now) low = middle;
    else high = middle;
  }
  const a = itemAt(knots, low);
  const b = itemAt(knots, Math.max(low, high));
  const spanMs = b.at - a.at;
  const share = spanMs > 0 ? Math.min(1, Math.max(0, (now - a.at) / spanMs)) : 1;
  const isMoving = now >= trip.startAt && now < trip.endAt && spanMs > 0;
  return { ...pointAlong(line, a.m + (b.m - a.m) * share), speedKmh: isMoving ? ((b.m - a.m) / spanMs) * 3_600 : 0 };
}
