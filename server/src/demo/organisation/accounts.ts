import type { Role } from '@wangge/shared/access';
import type { DepartmentId, PersonId, TeamId } from '@wangge/shared/base';
import type { District, Person } from '@wangge/shared/district';
import { departmentId } from './departments.ts';

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
  ['sifasuo', 'justice'], ['shijian', 'market'], ['chengguan', 'enforcement'], ['bianmin', 'service-centre'],
];

const ROLE_ACCOUNTS: readonly (readonly [string, Role])[] = [
  ['zhihuizhang', 'commander'], ['zhibanzhang', 'duty-chief'], ['paiqian', 'dispatcher'], ['shouli', 'intake'], ['ducha', 'inspector'],
  ['lingdao', 'leader'], ['fenguan', 'centre-deputy'], ['xianzhongxin', 'county-centre'], ['xianju', 'county-department'], ['guanli', 'admin'],
];

function account(name: string, person: Person): DemoAccount {
  const { id, roles, post, departmentId: parent, teamId, gridCode, areaCode } = person;
  return { account: name, personId: id, name: person.name, post, roles, unitId: teamId ?? parent, parentUnitId: teamId === null ? null : parent, gridCode, areaCode };
}

/** One account for every role, one for the leader of each team, for four departments and for one grid worker. */
export function demoAccounts(district: District): DemoAccount[] {
  const { people, teams } = district;
  const first = (name: string, test: (p: Person) => boolean): DemoAccount[] => people.filter(test).slice(0, 1).map((p) => account(name, p));
  return [
    ...ROLE_ACCOUNTS.flatMap(([name, role]) => first(name, (p) => p.roles.includes(role))),
    ...teams.flatMap((team) => first(team.id.slice('team-'.length), (p) => p.teamId === team.id).map((a) => ({ ...a, post: `${team.name}${a.post}` }))),
    ...DEPARTMENT_ACCOUNTS.flatMap(([name, key]) => first(name, (p) => p.departmentId === departmentId(key) && p.teamId === null)),
    ...first('wangge', (p) => p.gridCode !== null),
  ];
}
