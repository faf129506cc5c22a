import { asId, type PersonId } from '@wangge/shared/base';
import type { Role } from '@wangge/shared/access';
import type { Department, Grid, Person, Team, Village } from '@wangge/shared/district';
import { departmentId, villageDepartmentId } from './departments.ts';
import { teamKeyOf } from './teams.ts';

/** Gives a new person of one township or the county their number, name and telephone. */
export type Hire = (key: string, post: string, roles: readonly Role[], where?: Partial<Pick<Person, 'departmentId' | 'teamId' | 'gridCode' | 'areaCode'>>) => Person;

/** 县级: post, role and how many. */
const COUNTY_POSTS: readonly (readonly [string, Role, number])[] = [
  ['县社会治理中心值班员', 'county-centre', 2], ['市领导', 'leader', 1], ['系统管理员', 'admin', 1],
];

/** 指挥室: post, role and how many work there in shifts. */
const ROOM_POSTS: readonly (readonly [string, Role, number])[] = [
  ['指挥长', 'commander', 1], ['值班长', 'duty-chief', 3], ['派遣员', 'dispatcher', 4], ['受理员', 'intake', 5], ['督查员', 'inspector', 3],
  ['镇领导', 'leader', 2], ['中心分管领导', 'centre-deputy', 1],
];

const ROOM = '综合信息指挥室';

/** Who mediates for the 村调解委员会. */
export const MEDIATOR = '村级调解员';

/** The enforcement squad's leader takes turns as chief of the shift and inspects: three parts, and never two of them on one case. */
const TURNS: Readonly<Partial<Record<string, readonly Role[]>>> = { zf1: ['squad', 'inspector', 'duty-chief'] };

export function personId(key: string): PersonId {
  return asId<PersonId>(`p-${key}`);
}

/** Those of the county's centre, and one 承办人 for every county department that answers calls. */
export function countyStaff(hire: Hire, departments: readonly Department[]): Person[] {
  const centre = departmentId('county-centre');
  const inCentre = COUNTY_POSTS.flatMap(([post, role, count]) =>
    Array.from({ length: count }, (_, i) => hire(`county-${role}-${i + 1}`, post, [role], { departmentId: centre })));
  const answering = departments.filter(({ id }) => id !== centre).map((d) => hire(d.id, `${d.name}承办人`, ['county-department'], { departmentId: d.id }));
  return [...inCentre, ...answering];
}

/** Those in the command room of a township. */
export function roomStaff(hire: Hire, townCode: string): Person[] {
  const room = departmentId('room', townCode);
  return ROOM_POSTS.flatMap(([post, role, count]) =>
    Array.from({ length: count }, (_, i) => hire(`${role}-${i + 1}`, post, [role], { departmentId: room })));
}

/** One 承办人 for every department that is not a village or the room itself. */
export function departmentStaff(hire: Hire, departments: readonly Department[]): Person[] {
  return departments
    .filter((d) => d.kind !== 'village' && d.kind !== 'county' && d.name !== ROOM)
    .map((d) => hire(d.id, `${d.name}承办人`, ['department'], { departmentId: d.id }));
}

/** Squad members; the first leads. */
export function teamStaff(hire: Hire, teams: readonly Team[]): Person[] {
  return teams.flatMap((team) => Array.from({ length: team.headcount }, (_, i) =>
    hire(`${team.id}-${i + 1}`, i === 0 ? '队长' : '队员', (i === 0 && TURNS[teamKeyOf(team.id)]) || ['squad'], { departmentId: team.departmentId, teamId: team.id })));
}

/** 一长五员: a grid worker for every grid; the other five posts once in each village, and its mediator. Head and mediator answer for the village committee. */
export function gridStaff(hire: Hire, villages: readonly Village[], grids: readonly Grid[]): Person[] {
  const workers = grids.map((grid) => hire(grid.code, '网格员', ['grid-worker'], { departmentId: villageDepartmentId(grid.villageCode), gridCode: grid.code, areaCode: grid.villageCode }));
  const others = villages.flatMap((village) => {
    const where = { departmentId: villageDepartmentId(village.code), areaCode: village.code };
    const serial = village.code.slice(-3);
    return [
      hire(`mediator-${serial}`, MEDIATOR, ['department'], where),
      hire(`head-${serial}`, '网格长', ['department'], where),
      hire(`inspector-${serial}`, '网格督查员', ['inspector'], where),
      hire(`reporter-${serial}`, '信息员', [], where),
      hire(`liaison-${serial}`, '联络员', [], where),
      hire(`watch-${serial}`, '巡查员', [], where),
    ];
  });
  return [...workers, ...others];
}
