import { createHash } from 'node:crypto';
import { asId, type DepartmentId, type PersonId, type TeamId, type UnitId } from '@wangge/shared/base';
import type { CaseType, Department, Grid, Person, Team, Unit, Village } from '@wangge/shared/district';
import type { LngLat } from '@wangge/shared/geo';
import type { Problem } from './problems.ts';
import type { ReadTable, RowOf } from './tables.ts';

const ROOM = '综合信息指挥室';

/** Rows of one table turned into things, and those that point to something that is not there. */
interface Made<T> {
  readonly items: readonly T[];
  readonly problems: readonly Problem[];
}

/** A row that names something that is not there. */
interface Dangling {
  readonly column: string;
  readonly reason: string;
}

/** What a row names by code or by name. */
type Finder<T> = (text: string) => T | undefined;

export function finderOf<T extends { readonly id: string; readonly name: string }>(items: readonly T[]): Finder<T> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const byName = new Map(items.map((item) => [item.name, item]));
  return (text) => byId.get(text) ?? byName.get(text);
}

function make<R, T extends { readonly id: string }>(table: ReadTable<R>, from: (row: R) => T | Dangling): Made<T> {
  const items: T[] = [];
  const problems: Problem[] = [];
  for (const { line, value } of table.rows) {
    const made = from(value);
    if ('reason' in made) problems.push({ file: table.file, line, column: made.column, reason: made.reason });
    else items.push(made);
  }
  return { items, problems };
}

function missing(column: string, what: string, name: string): Dangling {
  return { column, reason: `没有${what}“${name}”` };
}

function derivedDepartment(areaCode: string, name: string, platform: Department['platform']): Department {
  return { id: asId<DepartmentId>(`dept-${createHash('sha256').update(name).digest('hex').slice(0, 10)}`), name, kind: 'town', platform, areaCode };
}

/**
 * 部门: those of the list, one for every name that a case type makes lead or support and the list leaves out, the command
 * room, and one for each village. What is not listed is a 默认值.
 */
export function makeDepartments(areaCode: string, table: ReadTable<RowOf<'departments'>> | undefined, types: readonly CaseType[], villages: readonly Village[]): Department[] {
  const listed = (table?.rows ?? []).map(({ value }): Department => ({
    id: asId<DepartmentId>(value.department_code), name: value.department, kind: value.kind, platform: value.platform, areaCode,
  }));
  const all = new Map(listed.map((department) => [department.name, department]));
  const add = (department: Department): void => void (all.has(department.name) || all.set(department.name, department));
  add(derivedDepartment(areaCode, ROOM, null));
  for (const type of types) add(derivedDepartment(areaCode, type.leadDept, type.platform));
  for (const type of types) for (const name of type.supportDepts) add(derivedDepartment(areaCode, name, null));
  for (const village of villages) add({ id: asId<DepartmentId>(`dept-${village.code}`), name: village.name, kind: 'village', platform: null, areaCode: village.code });
  return [...all.values()];
}

/** 队伍: each is carried by the first unit that names it, else by a unit of its own. */
export function makeTeams(table: ReadTable<RowOf<'teams'>>, departments: readonly Department[], units: ReadTable<RowOf<'units'>> | undefined, centre: LngLat): Made<Team> {
  const find = finderOf(departments);
  return make<RowOf<'teams'>, Team>(table, (row) => {
    const department = find(row.department);
    if (department === undefined) return missing('department', '部门', row.department);
    const unknown = row.handles.find((name) => find(name) === undefined);
    if (unknown !== undefined) return missing('handles', '部门', unknown);
    const carrier = units?.rows.find(({ value }) => value.team === row.team_code || value.team === row.team)?.value.unit_code;
    return {
      id: asId<TeamId>(row.team_code), name: row.team, kind: row.kind, departmentId: department.id,
      handles: row.handles.flatMap((name) => find(name)?.id ?? []), equipment: row.equipment, headcount: row.headcount,
      unitId: asId<UnitId>(carrier ?? `u-${row.team_code}`), base: row.lng === null || row.lat === null ? centre : [row.lng, row.lat],
    };
  });
}

/** What somebody signs in with: as the list says, else their telephone, else their code. */
export function accountName(row: RowOf<'people'>): string {
  return row.account || row.phone || row.person_code;
}

/** 人员: those whose department, team or grid is not there are listed. */
export function makePeople(areaCode: string, table: ReadTable<RowOf<'people'>>, departments: readonly Department[], teams: readonly Team[], grids: readonly Grid[]): Made<Person> {
  const [findDepartment, findTeam] = [finderOf(departments), finderOf(teams)];
  const accounts = new Set<string>();
  return make<RowOf<'people'>, Person>(table, (row) => {
    const team = findTeam(row.team);
    const department = findDepartment(row.department);
    if (row.team !== '' && team === undefined) return missing('team', '队伍', row.team);
    if (row.department !== '' && department === undefined) return missing('department', '部门', row.department);
    if (row.grid_code !== '' && !grids.some(({ code }) => code === row.grid_code)) return missing('grid_code', '网格', row.grid_code);
    const account = accountName(row);
    if (row.roles.length > 0 && accounts.has(account)) return { column: 'account', reason: `账号“${account}”重复` };
    accounts.add(account);
    return {
      id: asId<PersonId>(row.person_code), name: row.name, phone: row.phone, roles: row.roles, post: row.post,
      departmentId: department?.id ?? team?.departmentId ?? null, teamId: team?.id ?? null, gridCode: row.grid_code || null, areaCode: row.grid_code.slice(0, 12) || department?.areaCode || areaCode,
    };
  });
}

/** 移动目标: vehicles and telephones of the list, and one for every team that none of them carries. */
export function makeUnits(table: ReadTable<RowOf<'units'>> | undefined, teams: readonly Team[], people: readonly Person[], grids: readonly Grid[]): Made<Unit> {
  const [findTeam, findPerson] = [finderOf(teams), finderOf(people)];
  const phones = new Set<string>();
  const listed = table === undefined ? { items: [], problems: [] } : make<RowOf<'units'>, Unit>(table, (row) => {
    const team = findTeam(row.team);
    const person = findPerson(row.person);
    const phone = row.terminal_phone.replace(/^0+(?=\d)/, '');
    if (row.team !== '' && team === undefined) return missing('team', '队伍', row.team);
    if (row.person !== '' && person === undefined) return missing('person', '人员', row.person);
    if (row.grid_code !== '' && !grids.some(({ code }) => code === row.grid_code)) return missing('grid_code', '网格', row.grid_code);
    if (phone !== '' && phones.has(phone)) return { column: 'terminal_phone', reason: `终端号“${phone}”重复` };
    phones.add(phone);
    return {
      id: asId<UnitId>(row.unit_code), kind: row.kind, name: row.unit, teamId: team?.unitId === row.unit_code ? team.id : null, personId: person?.id ?? null,
      gridCode: row.grid_code || null, plate: row.plate || null, terminalPhone: phone || null,
    };
  });
  const own = teams.filter((team) => !listed.items.some(({ id }) => id === team.unitId))
    .map((team): Unit => ({ id: team.unitId, kind: 'vehicle', name: team.name, teamId: team.id, personId: null, gridCode: null, plate: null, terminalPhone: null }));
  return { items: [...listed.items, ...own], problems: listed.problems };
}
