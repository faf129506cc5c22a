import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { CaseDetail, TimelineEntry } from '@wangge/shared/wire';
import type { RestRefusal } from '../../../link/rest.ts';
import { firstMissing } from '../action-form.ts';
import { makeWish, sendWish, type CaseWish } from '../cases.commands.ts';
import type { CaseDetailState } from './use-case-detail.ts';

/** Why the last wish did not go through. `conflict`: somebody was faster; `by` is what they did, when it is known. */
export type ActionProblem =
  | { readonly kind: 'conflict'; readonly by: TimelineEntry | null }
  | { readonly kind: 'refused'; readonly refusal: RestRefusal };

/** An action being filled in or sent. What was typed stays until it is done or given up, whatever happens to the case meanwhile. */
export interface CaseActions {
  readonly open: ShallowRef<CaseAction | null>;
  readonly draft: ShallowRef<CasePayload>;
  readonly pending: ShallowRef<CaseAction | null>;
  readonly problem: ShallowRef<ActionProblem | null>;
  /** Opens the form of an action. */
  edit(action: CaseAction, draft: CasePayload): void;
  /** Sends the action when nothing is missing, else opens its form. */
  act(action: CaseAction, payload: CasePayload): Promise<CaseDetail | null>;
  /** Takes what the person has typed so far. */
  fill(draft: CasePayload): void;
  close(): void;
}

export function useCaseActions(page: CaseDetailState, caseId: Ref<string | null>): CaseActions {
  const open = shallowRef<CaseAction | null>(null);
  const draft = shallowRef<CasePayload>({});
  const pending = shallowRef<CaseAction | null>(null);
  const problem = shallowRef<ActionProblem | null>(null);
  /** The wish that got no answer, or one that does not know whether it was kept; the same wish is sent again under its name. */
  let unanswered: CaseWish | null = null;

  function close(): void {
    open.value = null;
    draft.value = {};
    problem.value = null;
  }

  function edit(action: CaseAction, payload: CasePayload): void {
    problem.value = null;
    open.value = action;
    draft.value = payload;
  }

  function wishFor(detail: CaseDetail, action: CaseAction, payload: CasePayload): CaseWish {
    const fresh = makeWish(detail, action, payload);
    const isSame = unanswered?.caseId === fresh.caseId && unanswered.action === action && JSON.stringify(unanswered.payload) === JSON.stringify(payload);
    return isSame && unanswered ? unanswered : fresh;
  }

  async function act(action: CaseAction, payload: CasePayload): Promise<CaseDetail | null> {
    const detail = page.detail.value;
    if (!detail || pending.value) return null;
    if (firstMissing(action, payload, detail)) {
      edit(action, payload);
      return null;
    }
    pending.value = action;
    problem.value = null;
    const wish = wishFor(detail, action, payload);
    const outcome = await sendWish(wish);
    pending.value = null;
    unanswered = outcome.kind === 'refused' && (outcome.refusal.code === 'UNREACHABLE' || outcome.refusal.status === 503) ? wish : null;
    if (outcome.kind === 'done') {
      page.take(outcome.detail);
      if (caseId.value === wish.caseId) close();
      return outcome.detail;
    }
    if (caseId.value !== wish.caseId) return null;
    if (outcome.kind === 'conflict') {
      page.take(outcome.current);
      problem.value = { kind: 'conflict', by: outcome.current.timeline.findLast((entry) => entry.revision > wish.expectedRevision) ?? null };
    } else problem.value = { kind: 'refused', refusal: outcome.refusal };
    return null;
  }

  watch(caseId, close);
  return { open, draft, pending, problem, edit, act, fill: (next) => { draft.value = next; }, close };
}
