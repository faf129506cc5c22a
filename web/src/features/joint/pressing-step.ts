import type { RunRow } from '@wangge/shared/joint';

type Step = RunRow['steps'][number];

/** The open step of a run to look at first, and whether it lies with the reader's unit. */
export interface PressingStep {
  readonly name: string;
  readonly owner: string;
  readonly clock: NonNullable<Step['clock']>;
  readonly isOwn: boolean;
}

/** Of the open steps of a running run the reader's own that is due first, else whosever is due first; null where none is open. */
export function pressingStep({ state, steps }: Pick<RunRow, 'state' | 'steps'>, unitId: string | null): PressingStep | null {
  if (state !== 'running') return null;
  const open = steps.flatMap(({ state: stands, clock, name, owner, departmentId }): PressingStep[] =>
    (stands === 'open' && clock ? [{ name, owner, clock, isOwn: unitId !== null && departmentId === unitId }] : []));
  return open.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.clock.dueAt - b.clock.dueAt)[0] ?? null;
}

/** Runs that wait for the reader's unit first, then what is due first; what has ended comes last, the newest of it first. */
export function byTurn(a: { readonly run: Pick<RunRow, 'endedAt'>; readonly due: PressingStep | null }, b: typeof a): number {
  const when = ({ run, due }: typeof a): number => due?.clock.dueAt ?? -(run.endedAt ?? 0);
  return Number(b.due?.isOwn ?? false) - Number(a.due?.isOwn ?? false) || when(a) - when(b);
}
