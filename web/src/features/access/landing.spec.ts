import { describe, expect, it } from 'vitest';
import { ROLES } from '@wangge/shared/access';
import { landingFor, worksOn } from './landing.ts';

describe('the surfaces of a role', () => {
  it('[PH7] lets staff of a department land at the desk and open the phone page too', () => {
    expect(landingFor('department')).toBe('/desk');
    expect(['/desk', '/desk/calls', '/field', '/wall', '/fieldwork'].map((path) => worksOn(path, 'department'))).toEqual([true, true, true, false, false]);
  });

  it('gives the phone page to those of the field and the departments of the township, and to nobody else', () => {
    expect(ROLES.filter((role) => worksOn('/field', role))).toEqual(['department', 'grid-worker', 'squad']);
  });
});
