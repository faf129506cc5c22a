import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { AppraisalView, CountedCases, IndicatorId, PeriodKind, RankingView, SubjectKind, TrendPoint } from '@wangge/shared/appraisal';
import { callRest } from '../../link/rest.ts';

/** What one looks at: who, over which period, and an instant in it (null: now). */
export interface Asked {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly period: PeriodKind;
  readonly at: number | null;
}

/** The query of what is asked. */
export function queryOf({ subjectKind, subject, period, at }: Asked, more: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({ subjectKind, subject, period, ...(at === null ? {} : { at: String(at) }), ...more }).toString();
}

interface Read<T> {
  readonly value: ShallowRef<T | null>;
  readonly isReading: Ref<boolean>;
}

/** Reads an address anew whenever it changes; an answer that comes too late is dropped. Null: nothing is asked. */
export function useRead<T>(address: () => string | null): Read<T> {
  const value = shallowRef<T | null>(null);
  const isReading = ref(false);
  watch(address, async (now, _before, onCleanup) => {
    const abort = new AbortController();
    onCleanup(() => abort.abort());
    if (now === null) {
      value.value = null;
      return;
    }
    isReading.value = true;
    const answer = await callRest<T>('GET', now, undefined, abort.signal);
    if (abort.signal.aborted) return;
    isReading.value = false;
    value.value = answer.ok ? answer.value : null;
  }, { immediate: true });
  return { value, isReading };
}

export const useView = (asked: () => Asked): Read<AppraisalView> => useRead(() => `/api/v1/appraisal?${queryOf(asked())}`);

export function useRanking(asked: () => Pick<Asked, 'period' | 'at'> & { readonly league: string }): Read<RankingView> {
  return useRead(() => {
    const { league, period, at } = asked();
    return `/api/v1/appraisal/ranking?${new URLSearchParams({ league, period, ...(at === null ? {} : { at: String(at) }) }).toString()}`;
  });
}

export function useTrend(asked: () => Asked, indicator: () => IndicatorId | null): Read<{ readonly points: readonly TrendPoint[] }> {
  return useRead(() => (indicator() === null ? null : `/api/v1/appraisal/trend?${queryOf(asked(), { indicator: indicator()! })}`));
}

export function useCountedCases(asked: () => Asked, indicator: () => IndicatorId | null, limit: () => number): Read<CountedCases> {
  return useRead(() => (indicator() === null ? null : `/api/v1/appraisal/${indicator()}/cases?${queryOf(asked(), { limit: String(limit()) })}`));
}
