import { isInArea } from '../access/index.ts';
import type { District } from './district.ts';

/** The township (乡镇) a village, grid or township code lies in: its first 9 digits. */
export function townCodeOf(code: string): string {
  return code.slice(0, 9);
}

/** Whether a department serves an area: one of its own, or one above it (a county department serves each township). */
export function servesArea(departmentArea: string, areaCode: string): boolean {
  return isInArea(departmentArea, areaCode) || isInArea(areaCode, departmentArea);
}

/**
 * The part of a district that somebody of an area works with: its places, its people, teams and their units, and every
 * department that serves it. It is named after the township when the area lies in one.
 */
export function districtIn(district: District, areaCode: string): District {
  if (isInArea(district.code, areaCode)) return district;
  const town = district.towns.find(({ code }) => code === townCodeOf(areaCode));
  const departments = district.departments.filter((d) => servesArea(d.areaCode, areaCode));
  const served = new Set(departments.filter((d) => servesArea(d.areaCode, townCodeOf(areaCode)) && d.areaCode.length >= 9).map(({ id }) => id));
  const teams = district.teams.filter((team) => served.has(team.departmentId));
  const teamIds = new Set(teams.map(({ id }) => id));
  const people = district.people.filter((person) => isInArea(person.areaCode, areaCode));
  const personIds = new Set(people.map(({ id }) => id));
  const grids = district.grids.filter(({ code }) => isInArea(code, areaCode));
  return {
    ...district,
    ...(town && { code: town.code, town: town.name, room: town.room, ...(town.roomPhone !== undefined && { roomPhone: town.roomPhone }) }),
    towns: town ? [town] : [], villages: district.villages.filter(({ code }) => isInArea(code, areaCode)), grids, departments, teams, people,
    units: district.units.filter((unit) => (unit.teamId !== null && teamIds.has(unit.teamId)) || (unit.gridCode !== null && isInArea(unit.gridCode, areaCode))
      || (unit.personId !== null && personIds.has(unit.personId))),
  };
}
