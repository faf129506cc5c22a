import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { JointBoard, RunRow, RunView } from '@wangge/shared/joint';
import { useRefusalWords } from '../../i18n/use-refusal-words.ts';
import type { RestRefusal } from '../../link/rest.ts';
import { useBoard } from '../boards/boards.store.ts';
import { actOnRun, readRun, readRuns } from './joint.commands.ts';
import { runWish } from './run-offers.ts';

/** What the page of matters shows: all runs of the reader's area, the chosen one, and what became of the last act. */
export interface MatterPageState {
  readonly board: ComputedRef<JointBoard | null>;
  readonly at: ComputedRef<number | null>;
  readonly isLost: ComputedRef<boolean>;
  readonly runs: ShallowRef<readonly RunRow[] | null>;
  readonly view: ComputedRef<RunView | null>;
  readonly isPending: Ref<boolean>;
  readonly problem: Ref<string | null>;
  readonly doneCount: Ref<number>;
  act(offer: string, payload: Record<string, unknown>): Promise<void>;
}

/** Keeps list and chosen run as fresh as the board says they are. */
export function useMatterPage(chosenId: () => string | null): MatterPageState {
  const { board, at, isLost } = useBoard<JointBoard>('joint');
  const runs = shallowRef<readonly RunRow[] | null>(null);
  const held = shallowRef<RunView | null>(null);
  const isPending = shallowRef(false);
  const problem = shallowRef<string | null>(null);
  const doneCount = shallowRef(0);
  const refusalText = useRefusalWords();
  const view = computed(() => (held.value?.run.id === chosenId() ? held.value : null));

  async function readAll(): Promise<void> {
    const answer = await readRuns();
    if (answer.ok) runs.value = answer.value.runs;
  }

  async function readChosen(): Promise<void> {
    const id = chosenId();
    if (id === null) return;
    const answer = await readRun(id);
    if (answer.ok && chosenId() === id) held.value = answer.value;
  }

  function explain({ code, detail }: RestRefusal): string {
    return [refusalText(code), detail].filter(Boolean).join('：');
  }

  async function act(offer: string, given: Record<string, unknown>): Promise<void> {
    const run = view.value?.run;
    if (!run || isPending.value) return;
    isPending.value = true;
    const answer = await actOnRun(run.id, { ...runWish(offer, given), expectedRevision: run.revision });
    isPending.value = false;
    problem.value = answer.ok ? null : explain(answer);
    if (answer.ok) {
      held.value = answer.value;
      doneCount.value += 1;
    } else await readChosen();
    await readAll();
  }

  watch(board, () => void readAll().then(readChosen), { immediate: true });
  watch(chosenId, () => {
    problem.value = null;
    void readChosen();
  }, { immediate: true });
  return { board, at, isLost, runs, view, isPending, problem, doneCount, act };
}
