import type { Case, DispatchOrder } from '@wangge/shared/case';
import type { Team } from '@wangge/shared/district';
import { distanceM, simplifyLine, type LngLat } from '@wangge/shared/geo';
import { DETOUR_FACTOR, findRoute, travelMs, type RoadGraph } from '@wangge/shared/roads';
import { chance } from './chance.ts';
import type { Movement, Way } from './town.ts';

const SPEED_KMH = 30;
const ROUTE_TOLERANCE_M = 8;

/** Movement of the past: reckoned from the team's base. From `routedFrom` on the way itself is drawn too, for somebody may still be on it. */
export function pastMovement(roads: RoadGraph, routedFrom: number): Movement {
  return {
    placeOf: (team: Team) => team.base,
    wayTo(team: Team, place: LngLat, at: number): Way {
      const lengthM = DETOUR_FACTOR * distanceM(team.base, place);
      const reckoned = { distanceM: lengthM, durationMs: Math.round(travelMs(lengthM, SPEED_KMH)) };
      if (at < routedFrom) return reckoned;
      const { line } = findRoute(roads, { from: team.base, to: place, mode: 'vehicle' });
      return { ...reckoned, route: simplifyLine(line, ROUTE_TOLERANCE_M) };
    },
    arrivesAt(item: Case, order: DispatchOrder): number {
      const expectedMs = (order.etaAt ?? order.sentAt) - order.sentAt;
      return (order.departedAt ?? order.sentAt) + 20_000 + Math.round(expectedMs * (0.85 + 0.5 * chance(item.id, 'traffic')));
    },
    isManned: () => false,
  };
}
