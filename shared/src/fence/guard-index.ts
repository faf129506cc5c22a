import type { LngLat } from '../geo/index.ts';
import type { Guard } from './guard.ts';

/** Side of a cell, degrees: about a kilometre. */
const CELL_DEG = 0.01;
/** A unit is watched from this far outside, so that it was seen there before it enters; degrees, about 500 m. */
const MARGIN_DEG = 0.005;
const COLUMNS = 36_000;
const NOBODY: readonly Guard[] = [];

/** Finds the guards that a place is near, or within, by the cell it lies in. */
export interface GuardIndex {
  near(place: LngLat): readonly Guard[];
  readonly size: number;
}

function cellOf(lng: number, lat: number): number {
  return Math.floor((lat + 90) / CELL_DEG) * COLUMNS + Math.floor((lng + 180) / CELL_DEG);
}

export function createGuardIndex(guards: readonly Guard[]): GuardIndex {
  const cells = new Map<number, Guard[]>();
  for (const guard of guards) {
    const [west, south, east, north] = guard.bbox;
    for (let lat = Math.floor((south - MARGIN_DEG) / CELL_DEG); lat <= Math.floor((north + MARGIN_DEG) / CELL_DEG); lat += 1) {
      for (let lng = Math.floor((west - MARGIN_DEG) / CELL_DEG); lng <= Math.floor((east + MARGIN_DEG) / CELL_DEG); lng += 1) {
        const cell = cellOf((lng + 0.5) * CELL_DEG, (lat + 0.5) * CELL_DEG);
        const held = cells.get(cell);
        if (held) held.push(guard);
        else cells.set(cell, [guard]);
      }
    }
  }
  return { near: ([lng, lat]) => cells.get(cellOf(lng, lat)) ?? NOBODY, size: guards.length };
}
