import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '../access/index.ts';
import { T0 } from './appraisal.fixture.ts';
import { allowedRightUse, decideRightUse, evolveRightUse, useRight, type RightUseFacts } from './right-use.ts';

const someone = (role: ActorRole, id = `p-${role}`, unitId: string | null = null): Actor => ({ id, name: id, role, unitId, parentUnitId: null, areaCode: '320281104' });
const facts: RightUseFacts = { id: 'u1', right: 'veto', areaCode: '320281104', departmentId: 'dep-police', personId: 'p-police', reason: '连续两月考评为 D' };
const used = () => {
  const done = useRight(facts, someone('commander'), T0, true);
  if (!done.ok) throw new Error(done.error.code);
  return evolveRightUse(null, done.value);
};

describe('四权', () => {
  it.each([
    ['duty-chief', 'command', true], ['duty-chief', 'veto', false], ['centre-deputy', 'appraise', true], ['centre-deputy', 'nominate', false], ['commander', 'veto', true], ['leader', 'command', false],
  ] as const)('[AP16] given a %s, when using the right to %s, then allowed: %s', (role, right, isAllowed) => {
    const done = useRight({ ...facts, right }, someone(role), T0, true);
    expect(done.ok ? true : done.error).toEqual(isAllowed ? true : { code: 'ACTION_FORBIDDEN', rule: 'AP16', detail: right });
  });

  it('[AP16] is used over stationed staff only, and never over oneself', () => {
    expect(useRight(facts, someone('commander'), T0, false)).toMatchObject({ ok: false, error: { code: 'RIGHT_NOT_STATIONED' } });
    expect(useRight(facts, someone('commander', 'p-police'), T0, true)).toMatchObject({ ok: false, error: { code: 'RIGHT_OVER_SELF' } });
  });

  it('[AP17] records who, over whom, why and when, and is answered by the body or the county, once', () => {
    const use = used();
    expect(use).toMatchObject({ right: 'veto', usedById: 'p-commander', usedAt: T0, reason: '连续两月考评为 D', state: 'used' });
    expect(allowedRightUse(use, someone('department', 'p-x', 'dep-other'))).toEqual([]);
    const answer = decideRightUse(use, { action: 'answer', expectedRevision: 1, actor: someone('department', 'p-x', 'dep-police'), payload: { note: '调整岗位' } }, T0 + 1);
    if (!answer.ok) throw new Error(answer.error.code);
    const answered = evolveRightUse(use, answer.value);
    expect(answered).toMatchObject({ state: 'answered', answer: '调整岗位', revision: 2 });
    expect(decideRightUse(answered, { action: 'withdraw', expectedRevision: 2, actor: someone('commander'), payload: { note: '误' } }, T0 + 2)).toMatchObject({ ok: false });
  });

  it('[AP17] is taken back by who used it and nobody else', () => {
    const by = (id: string) => decideRightUse(used(), { action: 'withdraw', expectedRevision: 1, actor: someone('commander', id), payload: { note: '误' } }, T0 + 1);
    expect(by('p-commander').ok).toBe(true);
    expect(by('p-other')).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN', rule: 'AP17' } });
  });
});
