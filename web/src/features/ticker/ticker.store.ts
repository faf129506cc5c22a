import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { TickerItem } from '@wangge/shared/wire';

const KEPT = 60;

/** Lines of 滚动播报, newest first. */
export const useTickerStore = defineStore('ticker', () => {
  const items = shallowRef<readonly TickerItem[]>([]);

  function replaceAll(next: readonly TickerItem[]): void {
    items.value = [...next].sort((a, b) => b.seq - a.seq).slice(0, KEPT);
  }

  function add(next: readonly TickerItem[]): void {
    if (next.length === 0) return;
    const known = new Set(items.value.map(({ seq, caseId }) => `${seq} ${caseId}`));
    replaceAll([...next.filter(({ seq, caseId }) => !known.has(`${seq} ${caseId}`)), ...items.value]);
  }

  return { items, replaceAll, add };
});
