import type { DepartmentId, TeamId, UnitId } from '@wangge/shared/base';
import type { DecideContext } from '@wangge/shared/case';
import { calendarOfDepartment } from '@wangge/shared/calendar';
import { districtIn, type District, type ResponsibilityItem, type Team } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { RuleBook, RuleSet } from './rule-book.api.ts';
import { GridLocator, type PlaceOf } from './grid-locator.ts';

/** The district in force and what is looked up in it. */
export interface DistrictApi {
  current(): District;
  /** The district as somebody of an area sees it. */
  within(areaCode: string): District;
  map(): DistrictMap;
  /** Which village and grid hold a place; null when it lies outside the district. */
  placeOf(lngLat: readonly [number, number]): PlaceOf | null;
  /** Centre of a grid, to which personal matters are snapped on the wall. */
  gridCentre(gridCode: string): readonly [number, number] | null;
  teamOf(id: TeamId): Team | undefined;
  departmentName(id: DepartmentId | null): string | null;
  /** Name of a squad or department; null for one the district does not have. */
  unitName(id: string | null): string | null;
  /** Where a unit belongs: its grid, its team's department or its person's place; empty where that is unknown. */
  areaOfUnit(unitId: UnitId): string;
  /** The grid a person is responsible for; null when there is none. */
  gridOfPerson(personId: string): string | null;
  /** The items of the responsibility list in force under which cases of a type fall. */
  itemsFor(typeCode: string, now: number): readonly ResponsibilityItem[];
  /** Types are those of the edition a case was reported under, or in force now for a new one. Knows of no support: whoever decides on cases asks `CasesApi.context`. */
  decideContext(now: number, typesVersion?: string): DecideContext;
}

export function createDistrictApi(kept: District, map: DistrictMap, book: RuleBook): DistrictApi {
  let shown: { readonly set: RuleSet; readonly district: District } | undefined;
  const teams = new Map<TeamId, Team>(kept.teams.map((t) => [t.id, t]));
  const departmentNames = new Map<DepartmentId, string>(kept.departments.map((d) => [d.id, d.name]));
  const gridByPerson = new Map<string, string | null>(kept.people.map((p) => [p.id, p.gridCode]));
  const gridWorkers = new Set<string>(kept.people.filter(({ roles }) => roles.includes('grid-worker') && !roles.includes('inspector')).map(({ id }) => id));
  const unitAreas = areasOfUnits(kept);
  const locator = new GridLocator(map);
  let byArea = new Map<string, District>();

  /** The district with the tables in force now: one object until another edition begins. */
  function current(): District {
    const set = book.now();
    if (shown?.set !== set) {
      shown = { set, district: { ...kept, ...set } };
      byArea = new Map();
    }
    return shown.district;
  }

  return {
    current,
    within(areaCode) {
      const whole = current();
      let seen = byArea.get(areaCode);
      if (!seen) byArea.set(areaCode, (seen = districtIn(whole, areaCode)));
      return seen;
    },
    map: () => map,
    placeOf: (lngLat) => locator.find(lngLat),
    gridCentre: (code) => locator.centreOf(code),
    teamOf: (id) => teams.get(id),
    departmentName: (id) => (id === null ? null : departmentNames.get(id) ?? null),
    unitName: (id) => (id === null ? null : teams.get(id as TeamId)?.name ?? departmentNames.get(id as DepartmentId) ?? null),
    areaOfUnit: (unitId) => unitAreas.get(unitId) ?? '',
    gridOfPerson: (personId) => gridByPerson.get(personId) ?? null,
    itemsFor: (typeCode, now) => book.itemsFor(typeCode, now),
    decideContext: (now, typesVersion) => ({
      calendarOf: (id) => calendarOfDepartment(book.at(now).calendar, (id && departmentNames.get(id)) ?? ''),
      now, calendar: book.at(now).calendar, rules: book.at(now).rules,
      typeOf: (code) => book.typeOf(code, typesVersion, now),
      itemOf: (no) => book.itemOf(no, now), itemsFor: (typeCode) => book.itemsFor(typeCode, now),
      mayAsk: (id, task, typeCode) => !gridWorkers.has(id) || book.isAdmitted(task, typeCode, now),
      departmentOfTeam: (id): DepartmentId | undefined => teams.get(id)?.departmentId,
      openSupports: () => [],
    }),
  };
}

function areasOfUnits({ departments, teams, people, units }: District): Map<UnitId, string> {
  const ofDepartment = new Map(departments.map((d) => [d.id, d.areaCode]));
  const ofTeam = new Map(teams.map((t) => [t.id, ofDepartment.get(t.departmentId)]));
  const ofPerson = new Map(people.map((p) => [p.id, p.areaCode]));
  return new Map(units.map(({ id, gridCode, teamId, personId }) =>
    [id, gridCode ?? (teamId && ofTeam.get(teamId)) ?? (personId && ofPerson.get(personId)) ?? '']));
}
