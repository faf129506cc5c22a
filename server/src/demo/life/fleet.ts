import { HOUR_MS, MINUTE_MS, type TeamId, type UnitId } from '@wangge/shared/base';
import type { Team } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import { distanceM, type LngLat } from '@wangge/shared/geo';
import type { RoadGraph } from '@wangge/shared/roads';
import { chance } from './chance.ts';
import { Vehicle } from './vehicle.ts';

const BEAT_KM = { enforcement: 3.2, patrol: 3.6, service: 4.5, emergency: 3 } as const;
const SILENCE_SPAN_MS = 3 * HOUR_MS;
const SILENCE_SHARE = 0.16;

/** Places a team passes on its rounds: what people know by name around its base. */
function beatOf(team: Team, map: DistrictMap): LngLat[] {
  const known = (map.places?.features ?? []).map((p) => p.geometry.coordinates);
  const near = known.filter((place) => distanceM(place, team.base) <= BEAT_KM[team.kind] * 1_000);
  return near.length > 2 ? near : [...known, ...map.villages.features.map((v) => v.properties.label)];
}

/** The vehicles of all teams. `startOf` tells where a vehicle was last seen; without that it stands at its base. */
export function createFleet(
  { teams, map, roads, startOf, now }: { teams: readonly Team[]; map: DistrictMap; roads: RoadGraph; startOf: (unitId: UnitId) => LngLat | null; now: number },
): ReadonlyMap<TeamId, Vehicle> {
  return new Map(teams.map((team) => [team.id, new Vehicle({ team, roads, beat: beatOf(team, map), place: startOf(team.unitId) ?? team.base, now })]));
}

/** Whether a vehicle's terminal is out of reach at an instant (离线): now and then one is, for 6 to 13 minutes. */
export function isSilent(team: Team, at: number): boolean {
  const span = Math.floor(at / SILENCE_SPAN_MS);
  if (chance(team.id, span, 'silent') >= SILENCE_SHARE) return false;
  const from = span * SILENCE_SPAN_MS + chance(team.id, span, 'from') * (SILENCE_SPAN_MS - 13 * MINUTE_MS);
  return at >= from && at < from + (6 + 7 * chance(team.id, span, 'long')) * MINUTE_MS;
}
