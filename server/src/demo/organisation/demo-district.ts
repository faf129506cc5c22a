import type { District, Grid, Person, Village } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import { areaContains } from '@wangge/shared/geo';
import { loadDistrictDefaults } from '../../features/district/district-defaults.api.ts';
import { createRandom } from '../geography/random.ts';
import { demoDepartments } from './departments.ts';
import { createNames, createPhones } from './names.ts';
import { countyStaff, departmentStaff, gridStaff, personId, roomStaff, teamStaff, type Hire } from './staff.ts';
import { demoTeams, demoUnits } from './teams.ts';

const TOWN_CODE = '320281104';

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

function hiring(seed: number): Hire {
  const nextName = createNames(createRandom(seed, 'people'));
  const nextPhone = createPhones();
  return (key, post, roles, where = {}): Person => ({
    id: personId(key), name: nextName(), phone: nextPhone(), roles, post,
    departmentId: where.departmentId ?? null, teamId: where.teamId ?? null, gridCode: where.gridCode ?? null,
    areaCode: where.areaCode ?? TOWN_CODE,
  });
}

/** The demo's township (示意) over a map: the same map and seed give the same people, teams and departments. All persons are invented. */
export function demoDistrict(map: DistrictMap, seed: number): District {
  const villages = villagesOf(map);
  const grids = gridsOf(map);
  const departments = demoDepartments(TOWN_CODE, villages);
  const teams = demoTeams(map);
  const hire = hiring(seed);
  const people = [...roomStaff(hire), ...teamStaff(hire, teams), ...departmentStaff(hire, departments), ...gridStaff(hire, villages, grids), ...countyStaff(hire, departments)];
  return {
    code: TOWN_CODE, town: '徐霞客镇', county: '江阴市', room: '综合信息指挥室', isDemo: true,
    towns: [{ code: TOWN_CODE, name: '徐霞客镇', room: '综合信息指挥室' }],
    villages, grids, departments, teams, units: demoUnits(teams, people), people, ...loadDistrictDefaults(),
  };
}
