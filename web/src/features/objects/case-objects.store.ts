import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { RestAnswer } from '../../link/rest.ts';

/** What was opened about one case, and the acts on it. */
export interface CaseObjectsPage<T> {
  /** Null before it came, and where the reader may not see it. */
  readonly view: ShallowRef<T | null>;
  readonly isPending: ShallowRef<boolean>;
  /** Why the last act was refused, in a sentence. */
  readonly problem: ShallowRef<string | null>;
  readonly doneCount: ShallowRef<number>;
  act(action: string, payload: Record<string, unknown>): Promise<void>;
}

/**
 * Reads what was opened about a case: when another case is shown, when the case changed (`stamp` grows) and after each act.
 * `send` answers null once the act is done, else the sentence why not; a repeated try has the same command id.
 */
export function useCaseObjects<T>(
  of: () => { readonly caseId: string; readonly stamp: number },
  ask: (caseId: string, signal: AbortSignal) => Promise<RestAnswer<T>>,
  send: (action: string, payload: Record<string, unknown>, commandId: string) => Promise<string | null>,
): CaseObjectsPage<T> {
  const view: ShallowRef<T | null> = shallowRef(null);
  const isPending = shallowRef(false);
  const problem = shallowRef<string | null>(null);
  const doneCount = shallowRef(0);
  let abort = new AbortController();
  let commandId = crypto.randomUUID();

  async function read(): Promise<void> {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const answer = await ask(of().caseId, signal);
    if (!signal.aborted) view.value = answer.ok ? answer.value : null;
  }

  async function act(action: string, payload: Record<string, unknown>): Promise<void> {
    isPending.value = true;
    problem.value = await send(action, payload, commandId);
    isPending.value = false;
    if (problem.value === null) {
      commandId = crypto.randomUUID();
      doneCount.value += 1;
    }
    await read();
  }

  watch(() => of().caseId, () => {
    view.value = null;
    problem.value = null;
  });
  watch(() => [of().caseId, of().stamp], () => void read(), { immediate: true });
  onScopeDispose(() => abort.abort());
  return { view, isPending, problem, doneCount, act };
}
