import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { CaseId, TeamId } from '@wangge/shared/base';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { Recommendation } from '@wangge/shared/dispatch';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow, CheckerRow } from '@wangge/shared/wire';
import { firstMissing, formNeeds, prefill } from '../../../features/cases/action-form.ts';
import { makeWish, readCase, sendWish } from '../../../features/cases/cases.commands.ts';
import { useCasesStore } from '../../../features/cases/cases.store.ts';
import { useCaseActions, type CaseActions } from '../../../features/cases/composables/use-case-actions.ts';
import { useCaseDetail, type CaseDetailState } from '../../../features/cases/composables/use-case-detail.ts';
import { deskActions } from '../../../features/cases/desk-actions.ts';
import { useCheckersStore } from '../../../features/cases/checkers.store.ts';
import { useDispatchToast, type DispatchToastState } from '../../../features/dispatch/composables/use-dispatch-toast.ts';
import { useRecommendation } from '../../../features/dispatch/composables/use-recommendation.ts';
import { routePrefill, useCaseRoute, type CaseRouteView } from '../../../features/lists/use-case-route.ts';

/** What an operator works with: the chosen case, the chosen team, and what may be done. */
export interface Desk {
  readonly selectedId: ShallowRef<CaseId | null>;
  readonly row: ComputedRef<CaseRow | null>;
  readonly page: CaseDetailState;
  readonly actions: CaseActions;
  readonly recommendation: ShallowRef<Recommendation | null>;
  /** Whom the lists send the case to, and why. */
  readonly route: ShallowRef<CaseRouteView | null>;
  readonly team: ShallowRef<TeamId | null>;
  /** Who would be asked to verify or check. */
  readonly checker: ComputedRef<CheckerRow | null>;
  readonly toast: DispatchToastState;
  /** Does the action at once when nothing is missing, else opens its form. */
  begin(action: CaseAction): Promise<void>;
  submit(payload: CasePayload): Promise<void>;
  editPrimary(): void;
  primary(): void;
  undo(): Promise<void>;
}

export function useDesk(now: Ref<number>): Desk {
  const cases = useCasesStore();
  const checkers = useCheckersStore();
  const selectedId = shallowRef<CaseId | null>(null);
  const page = useCaseDetail(selectedId);
  const actions = useCaseActions(page, selectedId);
  const row = computed(() => (selectedId.value && cases.rows.get(selectedId.value)) || (page.detail.value?.row ?? null));
  const recommendation = useRecommendation(computed(() => {
    const detail = page.detail.value;
    return detail?.actions.includes('dispatch') ? { caseId: detail.row.id, revision: detail.row.revision } : null;
  }));
  const route = useCaseRoute(() => {
    const detail = page.detail.value;
    return detail && isOpenState(detail.row.state) ? { id: detail.row.id, revision: detail.row.revision } : null;
  });
  const team = shallowRef<TeamId | null>(null);
  const toast = useDispatchToast((id) => cases.rows.get(id), now);

  const asked = computed(() => page.detail.value?.actions.find((action) => action === 'send-check' || action === 'verify-report') ?? null);
  /** The worker of the case's own grid, else for a check an inspector. */
  const checker = computed(() => {
    const detail = page.detail.value;
    if (!detail || !asked.value) return null;
    const allowed = checkers.of(detail.row.id, asked.value);
    return allowed.find(({ gridCode }) => gridCode === detail.row.gridCode) ?? allowed.find(({ roles }) => roles.includes('inspector')) ?? null;
  });

  watch(() => page.detail.value && asked.value && `${page.detail.value.row.id} ${page.detail.value.row.revision} ${asked.value}`, () => {
    if (page.detail.value && asked.value) void checkers.load(page.detail.value.row.id, asked.value);
  });
  watch(selectedId, () => { team.value = null; });
  watch(recommendation, (next) => {
    const candidates = next?.candidates ?? [];
    if (!candidates.some(({ teamId }) => teamId === team.value)) team.value = candidates[0]?.teamId ?? null;
  });

  function payloadFor(action: CaseAction): CasePayload {
    const detail = page.detail.value;
    if (action === 'dispatch') return team.value ? { teamId: team.value } : {};
    return detail ? { ...prefill(action, detail, checker.value?.id), ...routePrefill(action, route.value) } : {};
  }

  async function begin(action: CaseAction): Promise<void> {
    const detail = page.detail.value;
    if (!detail || (action === 'dispatch' && !team.value)) return;
    const payload = payloadFor(action);
    const isAtOnce = action === deskActions(detail).primary || formNeeds(action)?.length === 0;
    if (isAtOnce && !firstMissing(action, payload)) await send(action, payload);
    else actions.edit(action, payload);
  }

  async function send(action: CaseAction, payload: CasePayload): Promise<void> {
    const done = await actions.act(action, payload);
    if (done && (action === 'dispatch' || action === 'redirect')) toast.sent(done.row);
  }

  function primaryAction(): CaseAction | null {
    return page.detail.value && !actions.open.value ? deskActions(page.detail.value).primary : null;
  }

  function primary(): void {
    const action = primaryAction();
    if (action) void begin(action);
  }

  function editPrimary(): void {
    const action = primaryAction();
    if (action) actions.edit(action, payloadFor(action));
  }

  /** The order may have been delivered meanwhile, so the newest revision is asked for; one conflict is tried again. */
  async function withdraw(caseId: CaseId): Promise<string | null> {
    const read = await readCase(caseId);
    if (!read.ok) return read.code;
    const first = await sendWish(makeWish(read.value, 'withdraw', {}));
    const outcome = first.kind === 'conflict' ? await sendWish(makeWish(first.current, 'withdraw', {})) : first;
    if (outcome.kind === 'done') {
      page.take(outcome.detail);
      return null;
    }
    return outcome.kind === 'refused' ? outcome.refusal.code : 'CASE_REVISION_CONFLICT';
  }

  return {
    selectedId, row, page, actions, recommendation, route, team, checker, toast, begin, editPrimary, primary,
    submit: async (payload) => { if (actions.open.value) await send(actions.open.value, payload); },
    undo: () => toast.undo(withdraw),
  };
}
