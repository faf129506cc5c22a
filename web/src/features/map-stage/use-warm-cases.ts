import { isOpenState } from '@wangge/shared/district';
import type { CaseRow, ReportedAnswer, ReportedRow } from '@wangge/shared/wire';
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { callRest } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import type { WarmCase } from './warm-case.ts';

/** What has ended changes nothing any more; only what fell out of the week is left out by the next answer. */
const ASK_EVERY_MS = 600_000;
const ASK_AGAIN_MS = 10_000;

/** The cases that warm the ground. `isWhole`: those that ended within the week are among them; they are not before visitors nor in the past. */
export interface WarmCases {
  readonly cases: ComputedRef<readonly WarmCase[]>;
  readonly isWhole: ComputedRef<boolean>;
}

/** Joins the rows with what was reported within the week and ended before they were told, for as long as that is wanted. */
export function useWarmCases(rows: Ref<readonly CaseRow[]>, isAbout: Ref<(item: ReportedRow) => boolean>, isWanted: () => boolean): WarmCases {
  const access = useAccessStore();
  const link = useLinkStatusStore();
  const answer = shallowRef<ReportedAnswer | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    clearTimeout(timer);
    if (!isWanted() || access.role === null || link.pastAt !== null) {
      answer.value = null;
      return;
    }
    const told = await callRest<ReportedAnswer>('GET', '/api/v1/figures/reported');
    answer.value = told.ok && link.pastAt === null ? told.value : null;
    timer = setTimeout(() => void ask(), told.ok ? ASK_EVERY_MS : ASK_AGAIN_MS);
  }

  watch([isWanted, () => access.role, () => link.pastAt === null], () => void ask(), { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return {
    cases: computed(() => joinWarm(rows.value, answer.value && { ...answer.value, cases: answer.value.cases.filter(isAbout.value) })),
    isWhole: computed(() => answer.value !== null),
  };
}

/** Each case once: rows that are open or ended after the answer, and all the answer tells. */
export function joinWarm(rows: readonly CaseRow[], answer: ReportedAnswer | null): readonly WarmCase[] {
  if (answer === null) return rows;
  const ended = answer.cases.map((item): WarmCase => ({ ...item, clock: null, state: 'closed' }));
  return [...rows.filter(({ state, stateSince }) => isOpenState(state) || stateSince > answer.at), ...ended];
}
