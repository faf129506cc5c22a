import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';
import { maySeeCase } from './case-visibility.queries.ts';

const someone = (role: ActorRole): Actor => ({ id: role, name: role, role, unitId: null, parentUnitId: null, areaCode: '320281104' });
const secret = { villageCode: '320281104001', gridCode: 'g', order: null, checkerId: null, reporter: { name: '某', phone: null, isSecret: true } } as unknown as Case;

describe('a secret case over the API', () => {
  it('is there for the room and not for a wall', () => {
    expect(maySeeCase(someone('intake'), secret, null)).toBe(true);
    expect(maySeeCase(someone('wall'), secret, null)).toBe(false);
  });
});
