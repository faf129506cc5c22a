import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRefusalWords } from '../../i18n/use-refusal-words.ts';
import { callRest, type RestRefusal } from '../../link/rest.ts';
import { sendCommand } from '../../link/send-command.ts';

/** What every object's detail holds, whatever its kind; `allowed`: what the one who asks may do now. */
export interface ObjectDetail {
  readonly id: string;
  readonly revision: number;
  readonly allowed: readonly string[];
}

/** One object of the server as a page holds it. */
export interface ObjectPage<T> {
  /** Null until it was read, and when none is chosen. */
  readonly detail: ShallowRef<T | null>;
  readonly isPending: ShallowRef<boolean>;
  /** Why it could not be read, or the last act did not go through, as a sentence; null when it did. */
  readonly problem: ShallowRef<string | null>;
  /** Counts the acts done, so that a form knows when to close. */
  readonly doneCount: ShallowRef<number>;
  act(action: string, payload: object): Promise<T | null>;
  reload(): Promise<void>;
}

/**
 * Reads `<path>/<id>` while an id is chosen, again when `stamp` changes (the version of the board that lists it), and sends
 * commands to it.
 *
 *     const page = useObject<CallDetail>('/api/v1/calls', chosenId, () => board.value?.rows.find(({ id }) => id === chosenId.value)?.revision);
 */
export function useObject<T extends ObjectDetail>(path: string, id: () => string | null, stamp: () => unknown): ObjectPage<T> {
  const { t } = useI18n();
  const words = useRefusalWords();
  const detail: ShallowRef<T | null> = shallowRef(null);
  const isPending = shallowRef(false);
  const problem = shallowRef<string | null>(null);
  const doneCount = shallowRef(0);
  let abort = new AbortController();

  const pathOf = (objectId: string): string => `${path}/${encodeURIComponent(objectId)}`;

  function sentence(refusal: RestRefusal): string {
    const { rule } = (refusal.body ?? {}) as { rule?: string };
    return [words(refusal.code), refusal.detail, rule && t('ui.rule', { rule })].filter(Boolean).join(' · ');
  }

  async function reload(): Promise<void> {
    const asked = id();
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    if (asked === null) return;
    const answer = await callRest<T>('GET', pathOf(asked), undefined, signal);
    if (signal.aborted || isPending.value) return;
    if (answer.ok) detail.value = answer.value;
    else problem.value = sentence(answer);
  }

  async function act(action: string, payload: object): Promise<T | null> {
    const now = detail.value;
    if (!now || isPending.value) return null;
    isPending.value = true;
    problem.value = null;
    const outcome = await sendCommand<T>(pathOf(now.id), action, now.revision, payload);
    isPending.value = false;
    if (id() !== now.id) return null;
    if (outcome.kind === 'done') {
      detail.value = outcome.value;
      doneCount.value += 1;
      return outcome.value;
    }
    if (outcome.kind === 'refused') problem.value = sentence(outcome.refusal);
    else {
      problem.value = t('ui.conflict');
      if (outcome.current) detail.value = outcome.current;
      else void reload();
    }
    return null;
  }

  watch(id, () => {
    detail.value = null;
    problem.value = null;
    void reload();
  }, { immediate: true });
  watch(stamp, () => void reload());
  onScopeDispose(() => abort.abort());
  return { detail, isPending, problem, doneCount, act, reload };
}
