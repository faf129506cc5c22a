import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';
import { fieldView, maySeeCase } from './case-visibility.queries.ts';

const someone = (role: ActorRole): Actor => ({ id: role, name: role, role, unitId: null, parentUnitId: null, areaCode: '320281104' });
const secret = { villageCode: '320281104001', gridCode: 'g', order: null, checkerId: null, reporter: { name: '某', phone: null, isSecret: true } } as unknown as Case;

describe('the phone of a department', () => {
  it('[PH8] is shown what it has itself, not what a team of it was sent to nor the rest of the township', () => {
    const base = { ...secret, countyCall: null };
    const cases = { given: { ...base, leadDepartmentId: 'd0' }, 'its team': { ...base, leadDepartmentId: 'd0', order: { teamId: 't0', ladder: { passedFrom: [] } } }, others: { ...base, leadDepartmentId: 'd1' }, nobody: { ...base, leadDepartmentId: null } };
    const { includes } = fieldView({ personId: 'p', teamId: null, gridCode: null, departmentId: 'd0' });
    expect(Object.entries(cases).filter(([, item]) => includes(item as unknown as Case)).map(([name]) => name)).toEqual(['given']);
  });

  it('[PH8] is no other role\'s: a grid worker of a village that was given a case is shown none by it', () => {
    const given = { ...secret, gridCode: 'another', countyCall: null, leadDepartmentId: 'd0' } as unknown as Case;
    expect(fieldView({ personId: 'p', teamId: 'd0', gridCode: 'g', departmentId: null }).includes(given)).toBe(false);
    expect(maySeeCase({ ...someone('grid-worker'), unitId: 'd0' }, given, 'g')).toBe(false);
  });
});

describe('a secret case over the API', () => {
  it('is there for the room and not for a wall', () => {
    expect(maySeeCase(someone('intake'), secret, null)).toBe(true);
    expect(maySeeCase(someone('wall'), secret, null)).toBe(false);
  });
});
