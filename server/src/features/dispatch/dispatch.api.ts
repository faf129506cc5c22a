import type { CaseId, DepartmentId, TeamId, UnitId } from '@wangge/shared/base';
import { ladderOf, type Case, type CasePayload } from '@wangge/shared/case';
import { nextInLine, recommendTeams, type RecommendInput, type Recommendation, type TeamStanding } from '@wangge/shared/dispatch';
import { townCodeOf, type Team } from '@wangge/shared/district';
import { simplifyLine, type LngLat } from '@wangge/shared/geo';
import { estimateRoute, findRoute, type RoadGraph, type Route } from '@wangge/shared/roads';
import type { DistrictApi } from '../district/district.api.ts';
import type { TeamBoard } from '../teams/teams.api.ts';

/** Routes are pushed with points no farther from the road than this. */
const ROUTE_TOLERANCE_M = 8;

export interface DispatchApi {
  recommend(item: Case, now: number): Recommendation;
  /** 下一顺位: who may go instead of the team that lets the order lie; null when nobody can. */
  nextInLine(item: Case, now: number): TeamId | null;
  /** What the server adds to a dispatch: way and arrival time from where the team is now. */
  plan(item: Case, teamId: TeamId, now: number): Pick<CasePayload, 'etaAt' | 'distanceM' | 'route'>;
}

export interface PlaceLookup {
  lastPlace(unitId: UnitId): LngLat | null;
}

export function createDispatchApi(district: DistrictApi, board: TeamBoard, places: PlaceLookup, roads: RoadGraph | null): DispatchApi {
  function wayTo(item: Case, from: LngLat): Route {
    const to: LngLat = [item.lngLat[0], item.lngLat[1]];
    const trip = { from, to, mode: 'vehicle' as const };
    return roads ? findRoute(roads, trip) : { ...estimateRoute(trip), line: [from, to] };
  }

  function standing(item: Case, team: Team, now: number): TeamStanding {
    const from = places.lastPlace(team.unitId);
    const way = from && wayTo(item, from);
    return {
      team, isOnDuty: board.isOnDuty(team.unitId, now), fixAgeMs: board.fixAgeMs(team.unitId, now),
      load: board.ordersOf(team.id).filter((id: CaseId) => id !== item.id).length,
      villageCode: from ? district.placeOf(from)?.villageCode ?? null : null,
      way: way && { etaMs: Math.round(way.durationMs), distanceM: Math.round(way.distanceM), isEstimate: way.isEstimate, route: simplifyLine(way.line, ROUTE_TOLERANCE_M) },
    };
  }

  function departmentsFor(item: Case): DepartmentId[] {
    const { departments, caseTypes } = district.within(townCodeOf(item.villageCode));
    const type = caseTypes.find((t) => t.code === item.typeCode);
    const names = type ? [type.leadDept, ...type.supportDepts] : [];
    const known = names.flatMap((name) => departments.filter((d) => d.name === name).map((d) => d.id));
    return item.leadDepartmentId ? [item.leadDepartmentId, ...known] : known;
  }

  function inputFor(item: Case, now: number): RecommendInput {
    return {
      caseRevision: item.revision, at: now, villageCode: item.villageCode, departments: departmentsFor(item),
      staleFixMs: district.current().rules.staleFixMs, standings: district.within(townCodeOf(item.villageCode)).teams.map((team) => standing(item, team, now)),
    };
  }

  return {
    recommend: (item, now) => recommendTeams(inputFor(item, now)),
    nextInLine: (item, now) => (item.order ? nextInLine(inputFor(item, now), [item.order.teamId, ...ladderOf(item.order).passedFrom.map(({ teamId }) => teamId)]) : null),
    plan(item, teamId, now) {
      const team = district.teamOf(teamId);
      const from = team && places.lastPlace(team.unitId);
      if (!from) return {};
      const way = wayTo(item, from);
      return { etaAt: now + Math.round(way.durationMs), distanceM: Math.round(way.distanceM), route: simplifyLine(way.line, ROUTE_TOLERANCE_M) };
    },
  };
}
