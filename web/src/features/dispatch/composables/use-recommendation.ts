import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CaseId } from '@wangge/shared/base';
import type { Recommendation } from '@wangge/shared/dispatch';
import { readRecommendation } from '../dispatch.commands.ts';

/** How often the teams are asked for anew while a case waits for one: they move. */
const REFRESH_MS = 10_000;

/** What a recommendation is for: the case and its revision, or null when none is wanted. */
export interface RecommendationWish {
  readonly caseId: CaseId;
  readonly revision: number;
}

/** 推荐力量 for the case that waits for a team, read anew when the case changes and every ten seconds. */
export function useRecommendation(wish: Ref<RecommendationWish | null>): ShallowRef<Recommendation | null> {
  const recommendation = shallowRef<Recommendation | null>(null);

  watch([() => wish.value?.caseId, () => wish.value?.revision], ([caseId], before, onCleanup) => {
    if (caseId !== before[0]) recommendation.value = null;
    if (!caseId) return;
    const abort = new AbortController();
    const read = async (): Promise<void> => {
      const answer = await readRecommendation(caseId, abort.signal);
      if (answer.ok && !abort.signal.aborted) recommendation.value = answer.value;
    };
    const timer = setInterval(() => void read(), REFRESH_MS);
    onCleanup(() => {
      abort.abort();
      clearInterval(timer);
    });
    void read();
  }, { immediate: true });

  return recommendation;
}
