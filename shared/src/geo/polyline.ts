import { itemAt } from './item-at.ts';
import { bearingDeg, distanceM } from './lng-lat.ts';
import type { LngLat } from './lng-lat.ts';
import { createPlane, nearestOnSegment } from './plane.ts';

/** A place on a line: how far along it (metres from its start), and the bearing of travel there. */
export interface PlaceOnLine {
  readonly lngLat: LngLat;
  readonly alongM: number;
  readonly headingDeg: number;
}

/** Length of a line, metres; 0 for fewer than two places. */
export function lineLengthM(line: readonly LngLat[]): number {
  let sumM = 0;
  for (let i = 1; i < line.length; i += 1) sumM += distanceM(itemAt(line, i - 1), itemAt(line, i));
  return sumM;
}

/** The place `alongM` metres down a line of at least one place; before the start and past the end it stays at the ends. */
export function pointAlong(line: readonly LngLat[], alongM: number): PlaceOnLine {
  let passedM = 0;
  for (let i = 1; i < line.length; i += 1) {
    const from = itemAt(line, i - 1);
    const to = itemAt(line, i);
    const stepM = distanceM(from, to);
    const isLast = i === line.length - 1;
    if (stepM > 0 && (passedM + stepM >= alongM || isLast)) {
      const share = Math.min(1, Math.max(0, (alongM - passedM) / stepM));
      return { lngLat: between(from, to, share), alongM: passedM + stepM * share, headingDeg: bearingDeg(from, to) };
    }
    passedM += stepM;
  }
  return { lngLat: itemAt(line, line.length - 1), alongM: passedM, headingDeg: 0 };
}

/** The part of a line between two distances from its start, metres; both ends are interpolated. */
export function sliceLine(line: readonly LngLat[], fromM: number, toM: number): LngLat[] {
  const start = pointAlong(line, fromM);
  const end = pointAlong(line, toM);
  const middle: LngLat[] = [];
  let passedM = 0;
  for (let i = 1; i < line.length; i += 1) {
    passedM += distanceM(itemAt(line, i - 1), itemAt(line, i));
    if (passedM > start.alongM && passedM < end.alongM) middle.push(itemAt(line, i));
  }
  return [start.lngLat, ...middle, end.lngLat];
}

/** Nearest place on a line of at least one place, with how far off the line the asked place is. */
export function nearestOnLine(line: readonly LngLat[], place: LngLat): PlaceOnLine & { readonly offM: number } {
  const plane = createPlane(place);
  const only = itemAt(line, 0);
  let best = { lngLat: only, alongM: 0, headingDeg: 0, offM: distanceM(place, only) };
  let passedM = 0;
  for (let i = 1; i < line.length; i += 1) {
    const from = itemAt(line, i - 1);
    const to = itemAt(line, i);
    const stepM = distanceM(from, to);
    const hit = nearestOnSegment([0, 0], plane.toPlane(from), plane.toPlane(to));
    if (hit.offM < best.offM || (i === 1 && hit.offM <= best.offM)) {
      best = { lngLat: plane.toLngLat(hit.point), alongM: passedM + stepM * hit.share, headingDeg: bearingDeg(from, to), offM: hit.offM };
    }
    passedM += stepM;
  }
  return best;
}

function between(from: LngLat, to: LngLat, share: number): LngLat {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
