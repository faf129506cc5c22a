import type { DepartmentId, TeamId } from '@wangge/shared/base';
import type { DecideContext } from '@wangge/shared/case';
import type { CaseType, District, Team } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import { GridLocator, type PlaceOf } from './grid-locator.ts';

/** The district in force and what is looked up in it. */
export interface DistrictApi {
  current(): District;
  map(): DistrictMap;
  /** Which village and grid hold a place; null when it lies outside the district. */
  placeOf(lngLat: readonly [number, number]): PlaceOf | null;
  /** Centre of a grid, to which personal matters are snapped on the wall. */
  gridCentre(gridCode: string): readonly [number, number] | null;
  teamOf(id: TeamId): Team | undefined;
  departmentName(id: DepartmentId | null): string | null;
  /** The grid a person is responsible for; null when there is none. */
  gridOfPerson(personId: string): string | null;
  /** Knows of no support: whoever decides on cases asks `CasesApi.context`. */
  decideContext(now: number): DecideContext;
}

export function createDistrictApi(district: District, map: DistrictMap): DistrictApi {
  const types = new Map<string, CaseType>(district.caseTypes.map((t) => [t.code, t]));
  const teams = new Map<TeamId, Team>(district.teams.map((t) => [t.id, t]));
  const departmentNames = new Map<DepartmentId, string>(district.departments.map((d) => [d.id, d.name]));
  const gridByPerson = new Map<string, string | null>(district.people.map((p) => [p.id, p.gridCode]));
  const locator = new GridLocator(map);
  return {
    current: () => district,
    map: () => map,
    placeOf: (lngLat) => locator.find(lngLat),
    gridCentre: (code) => locator.centreOf(code),
    teamOf: (id) => teams.get(id),
    departmentName: (id) => (id === null ? null : departmentNames.get(id) ?? null),
    gridOfPerson: (personId) => gridByPerson.get(personId) ?? null,
    decideContext: (now) => ({
      now, calendar: district.calendar, rules: district.rules,
      typeOf: (code) => types.get(code),
      departmentOfTeam: (id): DepartmentId | undefined => teams.get(id)?.departmentId,
      openSupports: () => [],
    }),
  };
}
