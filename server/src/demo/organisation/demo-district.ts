import type { District, Grid, Person, Village } from '@wangge/shared/district';
import { mapIn, type DistrictMap } from '@wangge/shared/district-map';
import { areaContains } from '@wangge/shared/geo';
import { loadDistrictDefaults } from '../../features/district/district-defaults.api.ts';
import { createRandom } from '../geography/random.ts';
import { countyDepartments, townDepartments } from './departments.ts';
import { createNames, createPhones } from './names.ts';
import { countyStaff, departmentStaff, gridStaff, personId, roomStaff, teamStaff, type Hire } from './staff.ts';
import { demoTeams, demoUnits } from './teams.ts';
import { MAIN_TOWN, marked, townRow, type TownRow } from './town-table.ts';

const COUNTY = { code: MAIN_TOWN.slice(0, 6), town: '江阴市', room: '社会治理现代化指挥中心' };
const TOWN_ROOM = '综合信息指挥室';

/** The parts of a district that one township brings. */
type TownPart = Pick<District, 'villages' | 'grids' | 'departments' | 'teams' | 'units' | 'people'>;

function villagesOf(map: DistrictMap): Village[] {
  return map.villages.features.map(({ properties: { code, name, shortName } }) => ({ code, name, shortName }));
}

/** Grids as the map draws them; one that holds an industrial park is a special grid (专属网格). */
function gridsOf(map: DistrictMap): Grid[] {
  const parks = (map.places?.features ?? []).filter((p) => p.properties.kind === 'industry').map((p) => p.geometry.coordinates);
  return map.grids.features.map(({ properties: { code, name, villageCode }, geometry }): Grid => ({
    code, name, villageCode, kind: parks.some((place) => areaContains(geometry, place)) ? 'special' : 'basic',
  }));
}

function staffTown(town: TownRow, map: DistrictMap, hireIn: (areaCode: string, town?: TownRow) => Hire): TownPart {
  const villages = villagesOf(map);
  const grids = gridsOf(map);
  const departments = townDepartments(town.code, villages);
  const teams = demoTeams(town, map);
  const hire = hireIn(town.code, town);
  const people = [...roomStaff(hire, town.code), ...teamStaff(hire, teams), ...departmentStaff(hire, departments), ...gridStaff(hire, villages, grids)];
  return { villages, grids, departments, teams, people, units: demoUnits(town, teams, people) };
}

/** Hires under names and telephones that nobody else has, wherever they work. */
function hiring(seed: number): (areaCode: string, town?: TownRow) => Hire {
  const nextName = createNames(createRandom(seed, 'people'));
  const nextPhone = createPhones();
  return (areaCode, town) => (key, post, roles, where = {}): Person => ({
    id: personId(town ? marked(town, key) : key), name: nextName(), phone: nextPhone(), roles, post,
    departmentId: where.departmentId ?? null, teamId: where.teamId ?? null, gridCode: where.gridCode ?? null, areaCode: where.areaCode ?? areaCode,
  });
}

/**
 * The demo's district (示意) over a map: a county where the map has townships, else the one township it shows. The same map
 * and seed give the same people, teams and departments. All persons are invented.
 */
export function demoDistrict(map: DistrictMap, seed: number): District {
  const hireIn = hiring(seed);
  const outlines = map.towns?.features ?? [map.outline];
  const parts = outlines.map(({ properties: { code } }) => staffTown(townRow(code), mapIn(map, code), hireIn));
  const all = <K extends keyof TownPart>(key: K): TownPart[K][number][] => parts.flatMap((part) => part[key] as TownPart[K][number][]);
  const [first] = outlines;
  const county = countyDepartments(COUNTY.code);
  const whole = map.towns || !first ? COUNTY : { code: first.properties.code, town: first.properties.name, room: TOWN_ROOM };
  return {
    ...whole, county: COUNTY.town, isDemo: true,
    towns: outlines.map(({ properties: { code, name } }) => ({ code, name, room: TOWN_ROOM })),
    villages: all('villages'), grids: all('grids'), departments: [...all('departments'), ...county],
    teams: all('teams'), units: all('units'), people: [...all('people'), ...countyStaff(hireIn(COUNTY.code), county)], ...loadDistrictDefaults(),
  };
}
