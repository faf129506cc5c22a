import { asId, type PersonId } from '@wangge/shared/base';
import type { Role } from '@wangge/shared/access';
import type { Department, Grid, Person, Team, Village } from '@wangge/shared/district';
import { departmentId, villageDepartmentId } from './departments.ts';

/** Gives a new person their number, name and telephone. */
export type Hire = (key: string, post: string, roles: readonly Role[], where?: Partial<Pick<Person, 'departmentId' | 'teamId' | 'gridCode' | 'areaCode'>>) => Person;

/** 指挥室: post, role and how many work there in shifts. */
const ROOM_POSTS: readonly (readonly [string, Role, number])[] = [
  ['指挥长', 'commander', 1], ['值班长', 'duty-chief', 3], ['派遣员', 'dispatcher', 4], ['受理员', 'intake', 5], ['督查员', 'inspector', 3],
  ['镇领导', 'leader', 2], ['系统管理员', 'admin', 1], ['中心分管领导', 'centre-deputy', 1],
];

const COUNTY_CODE = '320281';

export function personId(key: string): PersonId {
  return asId<PersonId>(`p-${key}`);
}

/** Those in the command room, and the county's centre that answers calls. */
export function roomStaff(hire: Hire): Person[] {
  const room = departmentId('room');
  const here = ROOM_POSTS.flatMap(([post, role, count]) =>
    Array.from({ length: count }, (_, i) => hire(`${role}-${i + 1}`, post, [role], { departmentId: room })));
  const county = hire('county-centre-1', '县社会治理中心值班员', ['county-centre'], { departmentId: departmentId('county-centre'), areaCode: COUNTY_CODE });
  return [...here, county];
}

/** One 承办人 for every department that is not a village or the room itself. */
export function departmentStaff(hire: Hire, departments: readonly Department[]): Person[] {
  return departments
    .filter((d) => d.kind !== 'village' && d.kind !== 'county' && d.id !== departmentId('room'))
    .map((d) => hire(d.id, `${d.name}承办人`, ['department'], { departmentId: d.id }));
}

/** One 承办人 for every county department that answers calls. */
export function countyStaff(hire: Hire, departments: readonly Department[]): Person[] {
  return departments
    .filter((d) => d.kind === 'county' && d.id !== departmentId('county-centre'))
    .map((d) => hire(d.id, `${d.name}承办人`, ['county-department'], { departmentId: d.id, areaCode: COUNTY_CODE }));
}

/** Squad members; the first leads. */
export function teamStaff(hire: Hire, teams: readonly Team[]): Person[] {
  return teams.flatMap((team) => Array.from({ length: team.headcount }, (_, i) =>
    hire(`${team.id}-${i + 1}`, i === 0 ? '队长' : '队员', ['squad'], { departmentId: team.departmentId, teamId: team.id })));
}

/** 一长五员: a grid worker for every grid; the other five posts once in each village. The head answers for the village committee. */
export function gridStaff(hire: Hire, villages: readonly Village[], grids: readonly Grid[]): Person[] {
  const workers = grids.map((grid) => hire(grid.code, '网格员', ['grid-worker'], { departmentId: villageDepartmentId(grid.villageCode), gridCode: grid.code, areaCode: grid.villageCode }));
  const others = villages.flatMap((village) => {
    const where = { departmentId: villageDepartmentId(village.code), areaCode: village.code };
    const serial = village.code.slice(-3);
    return [
      hire(`head-${serial}`, '网格长', ['department'], where),
      hire(`inspector-${serial}`, '网格督查员', ['inspector'], where),
      hire(`reporter-${serial}`, '信息员', [], where),
      hire(`liaison-${serial}`, '联络员', [], where),
      hire(`watch-${serial}`, '巡查员', [], where),
    ];
  });
  return [...workers, ...others];
}
