import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { RunView } from '@wangge/shared/joint';
import { useRefusalWords } from '../../i18n/use-refusal-words.ts';
import type { RestRefusal } from '../../link/rest.ts';
import { actOnRun, readRun } from './joint.commands.ts';
import { runWish } from './run-offers.ts';
import type { RunList } from './use-runs.ts';

/** The chosen run as the page holds it, and what became of the last act. */
export interface RunPage {
  readonly view: ComputedRef<RunView | null>;
  readonly isPending: Ref<boolean>;
  readonly problem: Ref<string | null>;
  readonly doneCount: Ref<number>;
  act(offer: string, payload: Record<string, unknown>): Promise<void>;
}

/** Keeps the chosen run as fresh as the list it stands in. */
export function useRunPage(list: RunList, chosenId: () => string | null): RunPage {
  const { t } = useI18n();
  const held = shallowRef<RunView | null>(null);
  const isPending = shallowRef(false);
  const problem = shallowRef<string | null>(null);
  const doneCount = shallowRef(0);
  const refusalText = useRefusalWords();
  const view = computed(() => (held.value?.run.id === chosenId() ? held.value : null));

  async function readChosen(): Promise<void> {
    const id = chosenId();
    if (id === null) return;
    const answer = await readRun(id);
    if (answer.ok && chosenId() === id) held.value = answer.value;
  }

  function explain({ code, detail }: RestRefusal): string {
    return [refusalText(code), detail].filter(Boolean).join(t('ui.mark.colon'));
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
    await list.reload();
  }

  watch(list.runs, () => void readChosen());
  watch(chosenId, () => {
    problem.value = null;
    void readChosen();
  }, { immediate: true });
  return { view, isPending, problem, doneCount, act };
}
