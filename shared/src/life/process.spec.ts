import { describe, expect, it } from 'vitest';
import type { LifeRow } from './life-table.ts';
import { processOf, type StepTaken } from './process.ts';

type State = 'told' | 'doing' | 'done' | 'ended' | 'paused' | 'refused';

const table: readonly LifeRow<State>[] = [
  { action: 'begin', event: 'begun', from: ['told'], to: 'doing', roles: ['squad'] },
  { action: 'refuse', event: 'refused', from: ['told'], to: 'refused', roles: ['intake'] },
  { action: 'finish', event: 'finished', from: ['doing'], to: 'done', roles: ['squad'] },
  { action: 'finish', event: 'finished', from: ['doing'], to: 'done', roles: ['department'] },
  { action: 'pause', event: 'paused', from: ['doing'], to: 'paused', roles: ['duty-chief'] },
  { action: 'go-on', event: 'gone-on', from: ['paused'], to: 'resume', roles: ['duty-chief', 'system'] },
  { action: 'urge', event: 'urged', from: ['doing', 'done'], to: 'same', roles: ['inspector'] },
  { action: 'redo', event: 'redone', from: ['done'], to: 'doing', roles: ['inspector'] },
  { action: 'end', event: 'ended', from: ['done'], to: 'ended', roles: ['duty-chief'] },
];
const life = { table, line: ['told', 'doing', 'done', 'ended'] as const satisfies readonly State[] };
const steps = (...all: readonly (readonly [event: string, to: State, at: number])[]): StepTaken<State>[] => all.map(([event, to, at]) => ({ event, to, at }));

describe('the process of an object', () => {
  it('tells of each state of the line whether it was taken, is held, or lies ahead, and how long each stay was', () => {
    const { nodes } = processOf(life, steps(['reported', 'told', 0], ['begun', 'doing', 10], ['urged', 'doing', 15]), 'doing', []);
    expect(nodes.map(({ state, standing }) => `${state} ${standing}`)).toEqual(['told taken', 'doing current', 'done ahead', 'ended ahead']);
    expect(nodes[0]?.stays).toEqual([{ state: 'told', event: 'reported', enteredAt: 0, leftAt: 10 }]);
    expect(nodes[1]?.stays).toEqual([{ state: 'doing', event: 'begun', enteredAt: 10, leftAt: null }]);
  });

  it('hangs a state beside the line on the one it was entered from, and only when it was used', () => {
    const { nodes } = processOf(life, steps(['reported', 'told', 0], ['begun', 'doing', 10], ['paused', 'paused', 20]), 'paused', []);
    expect(nodes.at(-1)).toMatchObject({ state: 'paused', standing: 'current', hangsOn: 'doing' });
    expect(nodes.some(({ state }) => state === 'refused')).toBe(false);
  });

  it('counts each way that was gone and knows the ways back', () => {
    const { edges } = processOf(life, steps(['reported', 'told', 0], ['begun', 'doing', 1], ['finished', 'done', 2], ['redone', 'doing', 3], ['finished', 'done', 4]), 'done', []);
    expect(edges).toEqual([
      { from: 'told', to: 'doing', event: 'begun', count: 1, isBack: false },
      { from: 'doing', to: 'done', event: 'finished', count: 2, isBack: false },
      { from: 'done', to: 'doing', event: 'redone', count: 1, isBack: true },
    ]);
  });

  it('says what may happen next, who may do it, and what of it is mine', () => {
    const { next } = processOf(life, steps(['reported', 'told', 0], ['begun', 'doing', 1]), 'doing', ['urge']);
    expect(next).toEqual([
      { action: 'finish', to: 'done', way: 'on', roles: ['squad', 'department'], isMine: false },
      { action: 'pause', to: 'paused', way: 'aside', roles: ['duty-chief'], isMine: false },
      { action: 'urge', to: null, way: 'same', roles: ['inspector'], isMine: true },
    ]);
    expect(processOf(life, [], 'paused', []).next).toMatchObject([{ action: 'go-on', to: null, way: 'back' }]);
  });

  it('marks what was passed by, and ends where the object ended', () => {
    const { nodes, next } = processOf(life, steps(['reported', 'told', 0], ['closed-at-once', 'ended', 5]), 'ended', []);
    expect(nodes.map(({ standing }) => standing)).toEqual(['taken', 'skipped', 'skipped', 'current']);
    expect(next).toEqual([]);
  });
});
