import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { RestRefusal } from '../../link/rest.ts';
import { readFigureCases, type FigureCases, type FigureName } from './figure-cases.ts';

/** What an opened number shows: the cases it adds up to, or why they could not be read. Null while they are being read. */
export interface FigureCasesState {
  readonly found: ShallowRef<FigureCases | null>;
  readonly refusal: ShallowRef<RestRefusal | null>;
}

export function useFigureCases(figure: Ref<FigureName | null>): FigureCasesState {
  const found = shallowRef<FigureCases | null>(null);
  const refusal = shallowRef<RestRefusal | null>(null);
  watch(figure, async (name, _before, onCleanup) => {
    found.value = null;
    refusal.value = null;
    if (name === null) return;
    const abort = new AbortController();
    onCleanup(() => abort.abort());
    const answer = await readFigureCases(name, abort.signal);
    if (abort.signal.aborted) return;
    if (answer.ok) found.value = answer.value;
    else refusal.value = answer;
  }, { immediate: true });
  return { found, refusal };
}
