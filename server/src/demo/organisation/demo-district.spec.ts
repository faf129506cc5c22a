import { describe, expect, it } from 'vitest';
import { ROLES } from '@wangge/shared/access';
import { departmentsOf } from '../../features/lists/departments-known.ts';
import { LIST_KINDS } from '../../list-kinds.ts';
import { plainMap } from '../plain-map.ts';
import { demoAccounts } from './accounts.ts';
import { demoDistrict } from './demo-district.ts';

const district = demoDistrict(plainMap(), 7);

describe('the demo district', () => {
  it('has 21 villages, 179 grids and a worker with a telephone in each grid', () => {
    expect(district.villages).toHaveLength(21);
    expect(district.grids).toHaveLength(179);
    const online = new Set(district.units.filter((u) => u.kind === 'person').map((u) => u.gridCode));
    expect([...online].sort()).toEqual(district.grids.map((g) => g.code).sort());
  });

  it('has a department for every name that a case type makes lead or support', () => {
    const known = new Set(district.departments.map((d) => d.name));
    const missing = district.caseTypes.flatMap((t) => [t.leadDept, ...t.supportDepts]).filter((name) => !known.has(name));
    expect(missing).toEqual([]);
  });

  it('could confirm every default list as it is: each passes its own checks with the departments of the county', () => {
    const known = departmentsOf(district);
    const contents = new Map<string, unknown>();
    const problems = LIST_KINDS.flatMap((kind) => {
      const { content, problems: found } = kind.read(kind.defaultText(), { hasDepartment: known, contentOf: (name) => contents.get(name) });
      contents.set(kind.kind, content);
      return found.map(({ line, column, reason }) => `${kind.kind}:${line} ${column} ${reason}`);
    });
    expect(problems).toEqual([]);
  });

  it('has two teams or more for every type of case', () => {
    const idOf = new Map(district.departments.map((d) => [d.name, d.id]));
    const short = district.caseTypes.filter((type) => {
      const wanted = [type.leadDept, ...type.supportDepts].map((name) => idOf.get(name));
      const able = district.teams.filter((t) => wanted.some((id) => id !== undefined && (t.departmentId === id || t.handles.includes(id))));
      return able.length < 2;
    });
    expect(short.map((t) => t.code)).toEqual([]);
  });

  it('names only departments that exist, and never one person, unit or name twice', () => {
    const ids = new Set(district.departments.map((d) => d.id));
    expect(ids.size).toBe(district.departments.length);
    expect(district.teams.flatMap((t) => [t.departmentId, ...t.handles]).filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(district.people.map((p) => p.id)).size).toBe(district.people.length);
    expect(new Set(district.people.map((p) => p.name)).size).toBe(district.people.length);
    expect(new Set(district.people.map((p) => p.phone)).size).toBe(district.people.length);
    expect(new Set(district.units.map((u) => u.id)).size).toBe(district.units.length);
  });

  it('is the same for the same seed and other people for another', () => {
    expect(demoDistrict(plainMap(), 7)).toEqual(district);
    expect(demoDistrict(plainMap(), 8).people[0]?.name).not.toBe(district.people[0]?.name);
  });

  it('offers an account for every role but the wall, and one for every team', () => {
    const accounts = demoAccounts(district);
    const roles = new Set(accounts.flatMap((a) => a.roles));
    expect(ROLES.filter((role) => role !== 'wall' && !roles.has(role))).toEqual([]);
    expect(new Set(accounts.map((a) => a.account)).size).toBe(accounts.length);
    expect(district.teams.filter((t) => !accounts.some((a) => a.unitId === t.id && a.parentUnitId === t.departmentId))).toEqual([]);
  });
});
