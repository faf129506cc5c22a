import type { Role } from '@wangge/shared/access';
import { asId, type DepartmentId, type PersonId, type TeamId } from '@wangge/shared/base';
import { districtIn, type District, type Person } from '@wangge/shared/district';
import { COUNTY_MEDIATION, departmentId } from './departments.ts';
import { MEDIATOR } from './staff.ts';
import { teamKeyOf } from './teams.ts';
import { MAIN_TOWN, marked, townRow } from './town-table.ts';

/** An account of the demo before it has a password. `unitId` and `parentUnitId` are those of `actorOf`. */
export interface DemoAccount {
  readonly account: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly post: string;
  readonly roles: readonly Role[];
  readonly unitId: DepartmentId | TeamId | null;
  readonly parentUnitId: DepartmentId | null;
  readonly gridCode: string | null;
  readonly areaCode: string;
}

const DEPARTMENT_ACCOUNTS: readonly (readonly [string, string])[] = [
  ['sifasuo', 'justice'], ['shijian', 'market'], ['chengguan', 'enforcement'], ['bianmin', 'service-centre'], ['ziran', 'land'], ['zhujian', 'construction'],
];

/** 村社长 and 村级调解员, of the village in which the account of a grid worker is at home. */
const VILLAGE_ACCOUNTS: readonly (readonly [string, string])[] = [['cunshe', '网格长'], ['cuntiao', MEDIATOR]];

const ROLE_ACCOUNTS: readonly (readonly [string, Role])[] = [
  ['zhihuizhang', 'commander'], ['zhibanzhang', 'duty-chief'], ['paiqian', 'dispatcher'], ['shouli', 'intake'], ['ducha', 'inspector'],
  ['lingdao', 'leader'], ['fenguan', 'centre-deputy'],
];

const COUNTY_ACCOUNTS: readonly (readonly [string, Role])[] = [['xianzhongxin', 'county-centre'], ['xianju', 'county-department'], ['xianlingdao', 'leader'], ['guanli', 'admin']];

/** 审计员, who works in no unit. */
const AUDITOR: DemoAccount = { account: 'shenji', personId: asId<PersonId>('auditor'), name: '审计员', post: '审计管理员', roles: ['auditor'], unitId: null, parentUnitId: null, gridCode: null, areaCode: '' };

function account(name: string, person: Person): DemoAccount {
  const { id, roles, post, departmentId: parent, teamId, gridCode, areaCode } = person;
  return { account: name, personId: id, name: person.name, post, roles, unitId: teamId ?? parent, parentUnitId: teamId === null ? null : parent, gridCode, areaCode };
}

function accountsIn(district: District, townCode: string): DemoAccount[] {
  const { people, teams, villages } = districtIn(district, townCode);
  const town = townRow(townCode);
  const first = (key: string, test: (p: Person) => boolean): DemoAccount[] => people.filter(test).slice(0, 1).map((p) => account(marked(town, key), p));
  const worker = people.filter((p) => p.gridCode !== null).slice(0, 1);
  const village = villages.find(({ code }) => code === worker[0]?.areaCode)?.shortName ?? '';
  return [
    ...ROLE_ACCOUNTS.flatMap(([key, role]) => first(key, (p) => p.roles.includes(role))),
    ...teams.flatMap((team) => first(teamKeyOf(team.id), (p) => p.teamId === team.id).map((a) => ({ ...a, post: `${team.name}${a.post}` }))),
    ...DEPARTMENT_ACCOUNTS.flatMap(([key, of]) => first(key, (p) => p.departmentId === departmentId(of, townCode) && p.teamId === null)),
    ...worker.map((p) => account(marked(town, 'wangge'), p)),
    ...VILLAGE_ACCOUNTS.flatMap(([key, post]) => first(key, (p) => p.post === post && p.departmentId === worker[0]?.departmentId).map((a) => ({ ...a, post: `${village}${post}` }))),
  ];
}

/** In each township one account for every role, for the leader of each team, six departments, a grid worker, and head and mediator of their village; and the county's. */
export function demoAccounts(district: District): DemoAccount[] {
  const countyPeople = district.people.filter(({ areaCode }) => areaCode === MAIN_TOWN.slice(0, 6));
  const county = COUNTY_ACCOUNTS.flatMap(([key, role]) => countyPeople.filter((p) => p.roles.includes(role)).slice(0, 1).map((p) => account(key, p)));
  const mediation = countyPeople.filter((p) => p.departmentId === COUNTY_MEDIATION).slice(0, 1).map((p) => account('xiantiaojie', p));
  const [main, ...others] = district.towns.map(({ code }) => accountsIn(district, code));
  return [...(main ?? []), ...county, AUDITOR, ...mediation, ...others.flat()];
}
