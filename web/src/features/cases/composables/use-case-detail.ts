import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CaseId } from '@wangge/shared/base';
import type { CaseDetail } from '@wangge/shared/wire';
import type { RestRefusal } from '../../../link/rest.ts';
import { readCase } from '../cases.commands.ts';
import { useCasesStore } from '../cases.store.ts';

/** The open case page: what was last read, and why it could not be read. */
export interface CaseDetailState {
  readonly detail: ShallowRef<CaseDetail | null>;
  readonly refusal: ShallowRef<RestRefusal | null>;
  /** Takes a page that came with an answer, unless a newer one is already shown. */
  take(detail: CaseDetail): void;
  reload(): void;
}

/**
 * Keeps the page of one case current: read when the case is chosen and again whenever the pushed row has another
 * revision. The last page stays until the next has come.
 */
export function useCaseDetail(caseId: Ref<CaseId | null>): CaseDetailState {
  const cases = useCasesStore();
  const detail = shallowRef<CaseDetail | null>(null);
  const refusal = shallowRef<RestRefusal | null>(null);
  const attempt = shallowRef(0);

  function take(next: CaseDetail): void {
    const shown = detail.value?.row;
    if (next.row.id !== caseId.value) return;
    if (shown?.id === next.row.id && shown.revision > next.row.revision) return;
    detail.value = next;
    refusal.value = null;
  }

  watch([caseId, () => (caseId.value ? cases.rows.get(caseId.value)?.revision : undefined), attempt], async ([id, revision, tried], before, onCleanup) => {
    if (detail.value?.row.id !== id) detail.value = null;
    refusal.value = null;
    const isAskedAgain = tried !== before[2];
    if (!id || (!isAskedAgain && detail.value && detail.value.row.revision === revision)) return;
    const abort = new AbortController();
    onCleanup(() => abort.abort());
    const answer = await readCase(id, abort.signal);
    if (abort.signal.aborted) return;
    if (answer.ok) take(answer.value);
    else refusal.value = answer;
  }, { immediate: true });

  return { detail, refusal, take, reload: () => { attempt.value += 1; } };
}
