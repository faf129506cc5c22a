import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { RestRefusal } from '../../link/rest.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { readFigureCases, type FigureAsked, type FigureCases } from './figure-cases.ts';

/** What an opened number shows: the cases it adds up to, or why they could not be read. Null while they are being read. */
export interface FigureCasesState {
  readonly found: ShallowRef<FigureCases | null>;
  readonly refusal: ShallowRef<RestRefusal | null>;
}

export function useFigureCases(asked: Ref<FigureAsked | null>): FigureCasesState {
  const link = useLinkStatusStore();
  const found = shallowRef<FigureCases | null>(null);
  const refusal = shallowRef<RestRefusal | null>(null);
  watch(asked, async (wanted, _before, onCleanup) => {
    found.value = null;
    refusal.value = null;
    if (wanted === null) return;
    const abort = new AbortController();
    onCleanup(() => abort.abort());
    const answer = await readFigureCases(wanted, link.pastAt ?? link.heldAt, abort.signal);
    if (abort.signal.aborted) return;
    if (answer.ok) found.value = answer.value;
    else refusal.value = answer;
  }, { immediate: true });
  return { found, refusal };
}
