import { shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { JointBoard, RunRow } from '@wangge/shared/joint';
import { useBoard } from '../boards/boards.store.ts';
import { readRuns } from './joint.commands.ts';

/** All runs of the reader's area with the board they stand on. `runs`: null until they were read. */
export interface RunList {
  readonly board: ComputedRef<JointBoard | null>;
  readonly isReadable: ComputedRef<boolean>;
  readonly at: ComputedRef<number | null>;
  readonly isLost: ComputedRef<boolean>;
  readonly runs: ShallowRef<readonly RunRow[] | null>;
  reload(): Promise<void>;
}

/** Reads the runs anew whenever the board changes. */
export function useRuns(): RunList {
  const { board, at, isLost, isReadable } = useBoard<JointBoard>('joint');
  const runs = shallowRef<readonly RunRow[] | null>(null);

  async function reload(): Promise<void> {
    const answer = await readRuns();
    if (answer.ok) runs.value = answer.value.runs;
  }

  watch(board, () => void reload(), { immediate: true });
  return { board, at, isLost, isReadable, runs, reload };
}
