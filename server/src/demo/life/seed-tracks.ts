import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay, type TeamId, type UnitId } from '@wangge/shared/base';
import type { Case, DispatchOrder } from '@wangge/shared/case';
import type { LngLat } from '@wangge/shared/geo';
import type { PositionFix } from '@wangge/shared/position';
import type { RoadGraph } from '@wangge/shared/roads';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { TrackStore } from '../../store/track-store.ts';
import { createFleet, isSilent } from './fleet.ts';
import { fixOf } from './fixes.ts';
import type { Errand, Vehicle } from './vehicle.ts';

const STEP_MS = 20 * SECOND_MS;
/** Standing vehicles are written down less often. */
const STANDING_MS = 4 * MINUTE_MS;
const BATCH = 2_000;

interface PastErrand extends Errand {
  readonly from: number;
  readonly to: number;
}

function errandOf(item: Case, order: DispatchOrder): PastErrand | null {
  if (order.departedAt === null) return null;
  return { caseId: item.id, lngLat: item.lngLat, from: order.departedAt, to: order.doneAt ?? Infinity };
}

function errandsSince(cases: Iterable<Case>, since: number): Map<TeamId, PastErrand[]> {
  const found = new Map<TeamId, PastErrand[]>();
  for (const item of cases) {
    const errand = item.order && errandOf(item, item.order);
    if (!item.order || !errand || errand.to < since) continue;
    const errands = found.get(item.order.teamId);
    if (errands) errands.push(errand);
    else found.set(item.order.teamId, [errand]);
  }
  return found;
}

function* drive(vehicle: Vehicle, errands: readonly PastErrand[], from: number, until: number): Generator<PositionFix, void, void> {
  let lastAt = -Infinity;
  for (let at = from; at <= until; at += STEP_MS) {
    const seen = vehicle.advance(at, errands.find((e) => e.from <= at && at < e.to) ?? null);
    if (seen.isOff || isSilent(vehicle.team, at) || (!seen.isMoving && at - lastAt < STANDING_MS)) continue;
    lastAt = at;
    yield fixOf(vehicle.team.unitId, at, seen);
  }
}

/**
 * Writes the vehicles' tracks of today up to `until`, from their last kept position if that is of today: so the patrol mileage
 * is that of a day that was lived. Coarser than live tracks.
 */
export async function seedTracks(
  { district, roads, tracks, cases, until }: { district: DistrictApi; roads: RoadGraph; tracks: TrackStore; cases: Iterable<Case>; until: number },
): Promise<void> {
  const today = startOfDay(until);
  const last = new Map<UnitId, PositionFix>((await tracks.lastFixes()).filter((f) => f.at >= today - DAY_MS).map((f) => [f.unitId, f]));
  const startOf = (unitId: UnitId): LngLat | null => {
    const fix = last.get(unitId);
    return fix ? [fix.lng, fix.lat] : null;
  };
  const { teams } = district.current();
  const fleet = createFleet({ teams, map: district.map(), roads, startOf, now: today });
  const errands = errandsSince(cases, today - 2 * HOUR_MS);
  let batch: PositionFix[] = [];
  for (const vehicle of fleet.values()) {
    const from = Math.max(today, (last.get(vehicle.team.unitId)?.at ?? -Infinity) + STEP_MS);
    for (const fix of drive(vehicle, errands.get(vehicle.team.id) ?? [], from, until)) {
      batch.push(fix);
      if (batch.length < BATCH) continue;
      await tracks.appendFixes(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await tracks.appendFixes(batch);
}
