import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { RestAnswer } from '../../link/rest.ts';
import { readEdition, readEditions, type EditionContent, type EditionHead } from './lists.commands.ts';

/** The editions of the chosen list, the one that is shown, and the one it is compared with. */
export interface ListEditions {
  readonly heads: ShallowRef<readonly EditionHead[]>;
  readonly shown: ShallowRef<EditionContent | null>;
  readonly other: ShallowRef<EditionContent | null>;
  /** Code of the refusal when it could not be read. */
  readonly problem: ShallowRef<string | null>;
  show(version: string): Promise<void>;
  /** Compares with another edition; null ends it. */
  compareWith(version: string | null): Promise<void>;
  /** Reads the editions anew and shows one of them; without `version` the one in force. */
  reload(version?: string): Promise<void>;
}

/** Reads the editions of a list while it is chosen; the one in force is shown first. */
export function useListEditions(kind: () => string | null): ListEditions {
  const heads = shallowRef<readonly EditionHead[]>([]);
  const shown = shallowRef<EditionContent | null>(null);
  const other = shallowRef<EditionContent | null>(null);
  const problem = shallowRef<string | null>(null);
  let abort = new AbortController();

  async function take<T>(asked: (kind: string, signal: AbortSignal) => Promise<RestAnswer<T>>): Promise<T | null> {
    const chosen = kind();
    if (chosen === null) return null;
    const { signal } = abort;
    const answer = await asked(chosen, signal);
    if (signal.aborted) return null;
    problem.value = answer.ok ? null : answer.code;
    return answer.ok ? answer.value : null;
  }

  async function show(version: string): Promise<void> {
    const read = await take((list, signal) => readEdition(list, version, signal));
    if (!read) return;
    shown.value = read;
    if (other.value?.version === version) other.value = null;
  }

  async function compareWith(version: string | null): Promise<void> {
    other.value = version === null ? null : await take((list, signal) => readEdition(list, version, signal));
  }

  async function reload(version?: string): Promise<void> {
    const read = await take(readEditions);
    if (!read) return;
    heads.value = read;
    const first = read.find((head) => (version ? head.version === version : head.standing === 'in-force')) ?? read[0];
    if (first) await show(first.version);
  }

  function begin(): void {
    abort.abort();
    abort = new AbortController();
    heads.value = [];
    shown.value = null;
    other.value = null;
    void reload();
  }

  watch(kind, begin, { immediate: true });
  onScopeDispose(() => abort.abort());
  return { heads, shown, other, problem, show, compareWith, reload };
}
