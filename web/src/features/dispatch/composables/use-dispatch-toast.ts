import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { CaseId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';
import { NO_TOAST, nextToast, viewToast, type DispatchToast, type ToastView } from '../dispatch-toast.ts';

/** The last dispatch of this desk and the way back from it. */
export interface DispatchToastState {
  readonly toast: ShallowRef<DispatchToast>;
  readonly row: ComputedRef<CaseRow | undefined>;
  readonly view: ComputedRef<ToastView>;
  /** Code of the refusal of the last undo; null while there is none. */
  readonly problem: ShallowRef<string | null>;
  sent(row: CaseRow): void;
  /** Asks for the undo; `withdraw` does it and answers with the code of the refusal, or null when it is done. */
  undo(withdraw: (caseId: CaseId) => Promise<string | null>): Promise<void>;
}

export function useDispatchToast(rowOf: (id: CaseId) => CaseRow | undefined, now: Ref<number>): DispatchToastState {
  const toast = shallowRef<DispatchToast>(NO_TOAST);
  const problem = shallowRef<string | null>(null);
  const row = computed(() => (toast.value.kind === 'none' ? undefined : rowOf(toast.value.caseId)));
  const view = computed(() => viewToast(toast.value, row.value, now.value));

  async function undo(withdraw: (caseId: CaseId) => Promise<string | null>): Promise<void> {
    const asked = nextToast(toast.value, { type: 'undo-asked', now: now.value });
    if (asked === toast.value || asked.kind !== 'undoing') return;
    toast.value = asked;
    problem.value = await withdraw(asked.caseId);
    toast.value = nextToast(toast.value, problem.value === null ? { type: 'undo-done', now: now.value } : { type: 'undo-failed' });
  }

  function sent(sentRow: CaseRow): void {
    problem.value = null;
    toast.value = nextToast(toast.value, { type: 'sent', row: sentRow });
  }

  return { toast, row, view, problem, sent, undo };
}
