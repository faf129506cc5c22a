import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import { findRow, stateAfter, type Guards, type LifeRow } from './index.ts';

type State = 'asked' | 'answered' | 'done';
const TABLE: readonly LifeRow<State, string, 'own-unit'>[] = [
  { action: 'answer', event: 'answered', from: ['asked'], to: 'answered', roles: ['county-centre'], requires: ['note'], guards: ['own-unit'] },
  { action: 'remind', event: 'reminded', from: ['asked'], to: 'same', roles: ['county-centre', 'intake'] },
];
const GUARDS: Guards<'own-unit', string> = { 'own-unit': { rule: 'CL6', check: (unit) => (unit === 'mine' ? null : 'CASE_NOT_YOUR_UNIT'), detail: (unit) => unit } };
const someone = (role: Actor['role']): Actor => ({ id: 'p', name: '某', role, unitId: null, parentUnitId: null, areaCode: '' });
const asked = { revision: 3, state: 'asked' as State };

function act(action: string, role: Actor['role'], payload: object, unit = 'mine', expectedRevision = 3) {
  return findRow(TABLE, asked, { action, expectedRevision, actor: someone(role), payload }, GUARDS, unit);
}

describe('[LF1] a table of life', () => {
  it('lets through what a row allows', () => {
    const found = act('answer', 'county-centre', { note: '派人' });
    expect(found).toMatchObject({ ok: true, value: { event: 'answered' } });
    expect(found.ok && stateAfter(found.value, asked, 'done')).toBe('answered');
  });

  it.each([
    ['an older revision', act('answer', 'county-centre', { note: '派人' }, 'mine', 2), { code: 'OBJECT_REVISION_CONFLICT', rule: 'CL5', instead: ['answer', 'remind'] }],
    ['an action the state does not know', act('close', 'county-centre', {}), { code: 'OBJECT_ACTION_NOT_IN_STATE', rule: 'CL1' }],
    ['a role the row does not name', act('answer', 'intake', { note: '派人' }), { code: 'ACTION_FORBIDDEN', rule: 'CL2', instead: ['remind'] }],
    ['a field not given', act('answer', 'county-centre', { note: ' ' }), { code: 'OBJECT_FIELD_REQUIRED', field: 'note', rule: 'CL3', instead: ['remind'] }],
    ['a guard that does not hold', act('answer', 'county-centre', { note: '派人' }, 'theirs'), { code: 'CASE_NOT_YOUR_UNIT', rule: 'CL6', detail: 'theirs', instead: ['remind'] }],
  ])('refuses %s, names the rule and what is open instead', (_what, found, expected) => {
    expect(found).toMatchObject({ ok: false, error: expected });
  });
});
