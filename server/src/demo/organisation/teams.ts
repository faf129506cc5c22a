import { asId, type TeamId, type UnitId } from '@wangge/shared/base';
import type { Person, Team, Unit } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { LngLat } from '@wangge/shared/geo';
import { departmentId } from './departments.ts';
import { TEAM_ROWS, type TeamRow } from './team-table.ts';
import { marked, type TownRow } from './town-table.ts';

/** Where a team is based: a place of the kind it wants, else a place of any kind, else the middle of a village. */
function baseOf(row: TeamRow, map: DistrictMap): LngLat {
  const [kind, index] = row.base;
  const places = map.places?.features ?? [];
  const wanted = places.filter((p) => p.properties.kind === kind);
  const from = wanted.length > 0 ? wanted : places;
  const place = from[index % from.length]?.geometry.coordinates ?? map.villages.features[index % map.villages.features.length]?.properties.label;
  if (!place) throw new Error('a demo needs a map with villages');
  return place;
}

function unitIdOf(town: TownRow, row: TeamRow): UnitId {
  return asId<UnitId>(`u-${marked(town, row.key)}`);
}

/** A number plate of its own: the table's for the main township, else with its mark in the middle. */
function plateOf(town: TownRow, row: TeamRow): string {
  return town.mark === '' ? row.plate : `${row.plate.slice(0, 3)}${town.mark.toUpperCase()}${row.plate.slice(-3)}`;
}

/** A name that no other township's team has. */
function nameOf(town: TownRow, row: TeamRow): string {
  return town.mark === '' ? row.name : `${town.name.slice(0, 2)}${row.name}`;
}

/** The rows of the team table that a township has. */
function rowsOf(town: TownRow): readonly TeamRow[] {
  return town.teams ? TEAM_ROWS.filter(({ key }) => town.teams?.includes(key)) : TEAM_ROWS;
}

/** The key of a team in the team table, whatever township it is of. */
export function teamKeyOf(id: TeamId): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

/** The teams of a township, each at its base and with one vehicle. */
export function demoTeams(town: TownRow, map: DistrictMap): Team[] {
  return rowsOf(town).map((row): Team => ({
    id: asId<TeamId>(`team-${marked(town, row.key)}`), name: nameOf(town, row), kind: row.kind, departmentId: departmentId(row.department, town.code),
    handles: row.handles.map((key) => departmentId(key, town.code)), equipment: row.equipment, headcount: row.headcount, unitId: unitIdOf(town, row), base: baseOf(row, map),
  }));
}

/** Vehicles of the teams, the first eight of the main township with a JT/T 808 terminal, and the telephones of the grid workers. */
export function demoUnits(town: TownRow, teams: readonly Team[], people: readonly Person[]): Unit[] {
  const vehicles = rowsOf(town).map((row, i): Unit => ({
    id: unitIdOf(town, row), kind: 'vehicle', name: nameOf(town, row), teamId: teams[i]?.id ?? null, personId: null, gridCode: null, plate: plateOf(town, row),
    terminalPhone: town.mark === '' && i < 8 ? `1390000${String(9_001 + i)}` : null,
  }));
  const phones = people.filter((p) => p.gridCode !== null).map((p): Unit => ({
    id: asId<UnitId>(`u-${p.gridCode}`), kind: 'person', name: p.name, teamId: null, personId: p.id, gridCode: p.gridCode, plate: null, terminalPhone: null,
  }));
  return [...vehicles, ...phones];
}
