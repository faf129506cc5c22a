import type { CaseId, TeamId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';
import { currentStep, type OrderStep } from './order-steps.ts';

/** What the desk remembers of an order it sent, until the toast has gone. `undoUntil` is server time, epoch ms. */
export type DispatchToast =
  | { readonly kind: 'none' }
  | { readonly kind: 'sent'; readonly caseId: CaseId; readonly teamId: TeamId; readonly undoUntil: number; readonly undoMs: number }
  | { readonly kind: 'undoing'; readonly caseId: CaseId; readonly teamId: TeamId; readonly undoUntil: number; readonly undoMs: number }
  | { readonly kind: 'undone'; readonly caseId: CaseId; readonly teamId: TeamId; readonly until: number };

export type ToastEvent =
  | { readonly type: 'sent'; readonly row: CaseRow }
  | { readonly type: 'undo-asked'; readonly now: number }
  | { readonly type: 'undo-done'; readonly now: number }
  | { readonly type: 'undo-failed' }
  | { readonly type: 'dismissed' };

export const NO_TOAST: DispatchToast = { kind: 'none' };
/** How long the result of an undo stays readable. */
const UNDONE_MS = 3_000;

/** What becomes of the toast when something happens. Undo can only be asked while there is time. */
export function nextToast(toast: DispatchToast, event: ToastEvent): DispatchToast {
  switch (event.type) {
    case 'sent': {
      const { order, id } = event.row;
      return order ? { kind: 'sent', caseId: id, teamId: order.teamId, undoUntil: order.undoUntil, undoMs: order.undoUntil - order.sentAt } : toast;
    }
    case 'undo-asked': return toast.kind === 'sent' && event.now < toast.undoUntil ? { ...toast, kind: 'undoing' } : toast;
    case 'undo-done': return toast.kind === 'undoing' ? { kind: 'undone', caseId: toast.caseId, teamId: toast.teamId, until: event.now + UNDONE_MS } : toast;
    case 'undo-failed': return toast.kind === 'undoing' ? { ...toast, kind: 'sent' } : toast;
    case 'dismissed': return NO_TOAST;
  }
}

/** What the toast shows at an instant. `step` is live from the pushed row; null when the order is no longer this one. */
export interface ToastView {
  readonly isShown: boolean;
  readonly canUndo: boolean;
  readonly secondsLeft: number;
  /** Share of the undo time left, 1 → 0. */
  readonly shareLeft: number;
  readonly step: OrderStep | null;
}

const HIDDEN: ToastView = { isShown: false, canUndo: false, secondsLeft: 0, shareLeft: 0, step: null };

export function viewToast(toast: DispatchToast, row: CaseRow | undefined, now: number): ToastView {
  if (toast.kind === 'none') return HIDDEN;
  if (toast.kind === 'undone') return { ...HIDDEN, isShown: now < toast.until };
  const leftMs = Math.max(0, toast.undoUntil - now);
  const order = row?.order?.teamId === toast.teamId ? row.order : null;
  return {
    isShown: leftMs > 0 || toast.kind === 'undoing',
    canUndo: toast.kind === 'sent' && leftMs > 0,
    secondsLeft: Math.ceil(leftMs / 1_000),
    shareLeft: toast.undoMs > 0 ? Math.min(1, leftMs / toast.undoMs) : 0,
    step: order ? currentStep(order) : null,
  };
}
