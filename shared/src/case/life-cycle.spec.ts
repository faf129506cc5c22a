import { describe, expect, it } from 'vitest';
import { ROLES, type ActorRole } from '../access/index.ts';
import { CASE_STATES, isOpenState } from '../district/index.ts';
import { T0, contextAt, person, reportedCase } from './case.fixture.ts';
import { decideCase } from './decide-case.ts';
import { CASE_ACTIONS, LIFE_CYCLE, transitionOf, type Transition } from './life-cycle.ts';

const ACTORS: readonly ActorRole[] = [...ROLES, 'channel', 'system'];

describe('life cycle table', () => {
  it('[CL1] refuses every action in every state that the table does not name', () => {
    for (const state of CASE_STATES) {
      for (const action of CASE_ACTIONS) {
        const row = transitionOf(action)!;
        if (row.from.includes(state)) continue;
        const decided = decideCase({ ...reportedCase(), state }, { action, expectedRevision: 1, actor: person('commander'), payload: {} }, contextAt(T0));
        expect(decided, `${action} in ${state}`).toMatchObject({ ok: false, error: { code: 'CASE_ACTION_NOT_IN_STATE' } });
      }
    }
  });

  it('[CL2] refuses every role that the row does not name', () => {
    for (const row of LIFE_CYCLE as readonly Transition[]) {
      for (const role of ACTORS.filter((r) => !row.roles.includes(r))) {
        const decided = decideCase({ ...reportedCase(), state: row.from[0]! }, { action: row.action as never, expectedRevision: 1, actor: person(role), payload: {} }, contextAt(T0));
        expect(decided, `${row.action} by ${role}`).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
      }
    }
  });

  it('[CL3] names the first missing field', () => {
    for (const row of LIFE_CYCLE as readonly Transition[]) {
      if (!row.requires) continue;
      const decided = decideCase({ ...reportedCase(), state: row.from[0]! }, { action: row.action as never, expectedRevision: 1, actor: person(row.roles[0]!), payload: {} }, contextAt(T0));
      expect(decided, row.action).toMatchObject({ ok: false, error: { code: 'CASE_FIELD_REQUIRED', field: row.requires[0] } });
    }
  });

  it('reaches every state but the drafts and those that begin a case', () => {
    const reached = new Set((LIFE_CYCLE as readonly Transition[]).map((row) => row.to));
    const beginnings = ['self-handled', 'reported'];
    expect(CASE_STATES.filter((s) => !beginnings.includes(s) && !reached.has(s))).toEqual([]);
  });

  it('has a way out of every open state', () => {
    const left = new Set((LIFE_CYCLE as readonly Transition[]).filter((row) => row.to !== 'same').flatMap((row) => [...row.from]));
    expect(CASE_STATES.filter((s) => isOpenState(s) && !left.has(s))).toEqual([]);
  });

  it('uses each action and each event once', () => {
    expect(new Set(LIFE_CYCLE.map((r) => r.action)).size).toBe(LIFE_CYCLE.length);
    expect(new Set(LIFE_CYCLE.map((r) => r.event)).size).toBe(LIFE_CYCLE.length);
  });
});
