import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { CaseId, DepartmentId } from '@wangge/shared/base';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { CaseRoute } from '@wangge/shared/routing';
import { callRest } from '../../link/rest.ts';

/** 派单建议 of a case with the departments it names (null: the district has none of that name) and the edition it rests on. */
export interface CaseRouteView extends CaseRoute {
  readonly leadId: DepartmentId | null;
  readonly receiverId: DepartmentId | null;
  readonly supportIds: readonly (DepartmentId | null)[];
  /** Whether grid workers may be asked to verify or check it (网格事务准入清单). */
  readonly gridTasks: { readonly verify: boolean; readonly check: boolean };
  readonly edition: { readonly version: string; readonly effectiveFrom: string; readonly isConfirmed: boolean };
}

/** What the route says the form of an action should begin with: whom the case goes to. Nothing where it knows nobody. */
export function routePrefill(action: CaseAction, route: CaseRouteView | null): CasePayload {
  const isCounty = route?.tier === 'county';
  const wanted = action === 'call-county' ? isCounty && route.leadId : action === 'assign-department' && (isCounty ? route.supportIds[0] : route?.receiverId);
  return wanted ? { departmentId: wanted } : {};
}

/** Reads whom the lists send a case to, again when it moves. Null until then, and where one may not ask. */
export function useCaseRoute(question: () => { readonly id: CaseId; readonly revision: number } | null): ShallowRef<CaseRouteView | null> {
  const route = shallowRef<CaseRouteView | null>(null);
  let abort = new AbortController();

  watch(question, async (asked, before) => {
    if (asked?.id === before?.id && asked?.revision === before?.revision) return;
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    if (asked?.id !== before?.id) route.value = null;
    if (!asked) return;
    const answer = await callRest<CaseRouteView>('GET', `/api/v1/cases/${encodeURIComponent(asked.id)}/route`, undefined, signal);
    if (!signal.aborted) route.value = answer.ok ? answer.value : null;
  }, { immediate: true });
  onScopeDispose(() => abort.abort());
  return route;
}
