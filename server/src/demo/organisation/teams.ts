import { asId, type TeamId, type UnitId } from '@wangge/shared/base';
import type { Person, Team, Unit } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { LngLat } from '@wangge/shared/geo';
import { departmentId } from './departments.ts';
import { TEAM_ROWS, type TeamRow } from './team-table.ts';

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

function unitIdOf(row: TeamRow): UnitId {
  return asId<UnitId>(`u-${row.key}`);
}

/** The teams of the table, each at its base and with one vehicle. */
export function demoTeams(map: DistrictMap): Team[] {
  return TEAM_ROWS.map((row): Team => ({
    id: asId<TeamId>(`team-${row.key}`), name: row.name, kind: row.kind, departmentId: departmentId(row.department),
    handles: row.handles.map(departmentId), equipment: row.equipment, headcount: row.headcount, unitId: unitIdOf(row), base: baseOf(row, map),
  }));
}

/** Vehicles of the teams, the first eight with a JT/T 808 terminal, and the telephones of the grid workers. */
export function demoUnits(teams: readonly Team[], people: readonly Person[]): Unit[] {
  const vehicles = TEAM_ROWS.map((row, i): Unit => ({
    id: unitIdOf(row), kind: 'vehicle', name: row.name, teamId: teams[i]?.id ?? null, personId: null, gridCode: null, plate: row.plate,
    terminalPhone: i < 8 ? `1390000${String(9_001 + i)}` : null,
  }));
  const phones = people.filter((p) => p.gridCode !== null).map((p): Unit => ({
    id: asId<UnitId>(`u-${p.gridCode}`), kind: 'person', name: p.name, teamId: null, personId: p.id, gridCode: p.gridCode, plate: null, terminalPhone: null,
  }));
  return [...vehicles, ...phones];
}
