import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Figures } from '@wangge/shared/figures';
import { callRest } from '../../link/rest.ts';
import { useFiguresStore } from './figures.store.ts';

/** How long after an answer the figures of an area are asked for again, at the earliest. */
const ASK_AGAIN_MS = 3_000;

/** The newest figures of the one area that a wall is about; null while it is about none, and until the first answer. They are counted by the server, and again as the whole ones change. */
export const useAreaFiguresStore = defineStore('area-figures', () => {
  const whole = useFiguresStore();
  const code = shallowRef<string | null>(null);
  const figures = shallowRef<{ readonly code: string; readonly figures: Figures } | null>(null);
  let isAsking = false;
  let answeredAt = -Infinity;

  async function ask(): Promise<void> {
    const asked = code.value;
    if (asked === null || isAsking) return;
    isAsking = true;
    const answer = await callRest<Figures>('GET', `/api/v1/figures?area=${asked}`);
    isAsking = false;
    answeredAt = performance.now();
    if (asked !== code.value) void ask();
    else if (answer.ok) figures.value = { code: asked, figures: answer.value };
  }

  watch(() => whole.receivedAt, () => { if (performance.now() - answeredAt > ASK_AGAIN_MS) void ask(); });

  /** Turns to an area, or to none. */
  function turnTo(next: string | null): void {
    if (next === code.value) return;
    code.value = next;
    figures.value = null;
    void ask();
  }

  return { figures, turnTo };
});
