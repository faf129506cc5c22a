import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Figures } from '@wangge/shared/figures';

/** The newest figures (指标) and when they came, by this page's clock; null before the first. */
export const useFiguresStore = defineStore('figures', () => {
  const figures = shallowRef<Figures | null>(null);
  const receivedAt = shallowRef<number | null>(null);

  function take(next: Figures, now: number): void {
    figures.value = next;
    receivedAt.value = now;
  }

  return { figures, receivedAt, take };
});
