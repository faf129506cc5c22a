import { localParts } from '../base/index.ts';
import type { Unit } from '../district/index.ts';
import type { DayHours, Fence, FenceWatch } from '../district-map/index.ts';
import { areaContains, bboxOf, createPlane, itemAt, labelPoint, nearestOnSegment, type Bbox, type LngLat } from '../geo/index.ts';

/** A fence that tells something, made ready to be asked (值守的围栏). */
export interface Guard {
  readonly fence: Fence;
  readonly watch: FenceWatch;
  /** Changes when its shape or what it tells does: what was known of units before says nothing then. */
  readonly key: string;
  readonly line: readonly LngLat[];
  readonly bbox: Bbox;
  /** How far its middle is from its border, metres; Infinity for a route. */
  readonly depthM: number;
}

export function createGuard(fence: Fence & { readonly watch: FenceWatch }, key: string): Guard {
  const line = fence.shape.type === 'Polygon' ? fence.shape.coordinates[0] ?? [] : fence.shape.coordinates;
  return {
    fence, watch: fence.watch, key, line, bbox: bboxOf(line),
    depthM: fence.shape.type === 'Polygon' ? offLineM(line, labelPoint(fence.shape)) : Infinity,
  };
}

/** How far a place lies inside an area, metres, negative outside; of a route, how far it is within the width that counts as on it. */
export function insideM({ fence: { shape }, watch, line }: Guard, place: LngLat): number {
  const offM = offLineM(line, place);
  if (shape.type === 'LineString') return (watch.offM ?? 0) - offM;
  return areaContains(shape, place) ? offM : -offM;
}

function offLineM(line: readonly LngLat[], place: LngLat): number {
  const { toPlane } = createPlane(place);
  let nearestM = Infinity;
  let before = toPlane(itemAt(line, 0));
  for (const corner of line) {
    const here = toPlane(corner);
    nearestM = Math.min(nearestM, nearestOnSegment([0, 0], before, here).offM);
    before = here;
  }
  return nearestM;
}

/** Whom a fence is about. `squad`: the name of the unit's team. */
export function isMeant({ unitKinds, squads, units }: FenceWatch, { kind, name, plate }: Pick<Unit, 'kind' | 'name' | 'plate'>, squad: string | null): boolean {
  return (unitKinds.length === 0 || unitKinds.includes(kind))
    && (squads.length === 0 || (squad !== null && squads.includes(squad)))
    && (units.length === 0 || units.includes(name) || (plate !== null && units.includes(plate)));
}

/** Whether an instant lies in one of these hours of its day; no hours are the whole day. */
export function isWithinHours(hours: readonly DayHours[], at: number): boolean {
  if (hours.length === 0) return true;
  const { hour, minute } = localParts(at);
  const now = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return hours.some(({ from, to }) => (from < to ? from <= now && now < to : now >= from || now < to));
}
