import { describe, expect, it } from 'vitest';
import type { RunRow } from '@wangge/shared/joint';
import { byTurn, pressingStep } from './pressing-step.ts';

const step = (name: string, departmentId: string, dueAt: number, state = 'open'): unknown => ({ id: name, name, owner: departmentId, departmentId, after: [], state, clock: { dueAt }, openedAt: 0, endedAt: null });
const run = (state: RunRow['state'], ...steps: unknown[]): Pick<RunRow, 'state' | 'steps' | 'endedAt'> => ({ state, steps: steps as RunRow['steps'], endedAt: state === 'running' ? null : 5 });

describe('the step of a matter to look at first', () => {
  const matter = run('running', step('early', 'd-build', 10), step('mine', 'd-land', 30), step('mine too', 'd-land', 20), step('done', 'd-land', 1, 'done'));

  it('is the reader\'s own before what others owe sooner', () => {
    expect(pressingStep(matter, 'd-land')).toMatchObject({ name: 'mine too', isOwn: true });
    expect(pressingStep(matter, null)).toMatchObject({ name: 'early', isOwn: false });
    expect(pressingStep(run('done', step('open', 'd-land', 1)), 'd-land')).toBeNull();
  });

  it('puts the matters that wait for the reader\'s unit first', () => {
    const rows = [run('running', step('late', 'd-build', 5)), matter, run('running', step('next', 'd-build', 8))].map((one) => ({ run: one, due: pressingStep(one, 'd-land') }));
    expect(rows.toSorted(byTurn).map(({ due }) => due?.name)).toEqual(['mine too', 'late', 'next']);
  });
});
