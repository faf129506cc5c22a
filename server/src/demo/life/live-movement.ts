import { MINUTE_MS, type TeamId } from '@wangge/shared/base';
import type { Case, DispatchOrder } from '@wangge/shared/case';
import type { Team } from '@wangge/shared/district';
import { distanceM, simplifyLine, type LngLat } from '@wangge/shared/geo';
import { findRoute, type RoadGraph } from '@wangge/shared/roads';
import type { Movement } from './town.ts';
import type { Vehicle } from './vehicle.ts';

const AT_CASE_M = 60;
const ROUTE_TOLERANCE_M = 8;

/** Movement of the present: a team is where its vehicle is, and has arrived when that stands at the case. */
export function liveMovement(roads: RoadGraph, fleet: ReadonlyMap<TeamId, Vehicle>, isManned: (teamId: TeamId) => boolean): Movement {
  const placeOf = (team: Team): LngLat => fleet.get(team.id)?.place ?? team.base;
  return {
    placeOf,
    wayTo(team, place) {
      const { distanceM: lengthM, durationMs, line } = findRoute(roads, { from: placeOf(team), to: place, mode: 'vehicle' });
      return { distanceM: lengthM, durationMs: Math.round(durationMs) + MINUTE_MS, route: simplifyLine(line, ROUTE_TOLERANCE_M) };
    },
    arrivesAt(item: Case, order: DispatchOrder, now: number): number | null {
      const vehicle = fleet.get(order.teamId);
      return vehicle && distanceM(vehicle.place, item.lngLat) <= AT_CASE_M ? now : null;
    },
    isManned,
  };
}
