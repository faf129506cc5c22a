import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TickerItem } from '@wangge/shared/wire';
import { useTickerStore } from './ticker.store.ts';

const item = (seq: number): TickerItem => ({ seq, caseId: `c${seq}` }) as unknown as TickerItem;

describe('the store of broadcasts', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('holds the newest first', () => {
    const store = useTickerStore();
    store.replaceAll([item(1), item(2)]);
    store.add([item(4), item(3)]);
    expect(store.items.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
  });

  it('takes no broadcast twice', () => {
    const store = useTickerStore();
    store.add([item(1), item(2)]);
    store.add([item(2), item(3)]);
    expect(store.items.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  });

  it('does not grow without end', () => {
    const store = useTickerStore();
    for (let seq = 1; seq <= 500; seq += 1) store.add([item(seq)]);
    expect(store.items.length).toBeLessThanOrEqual(60);
    expect(store.items[0]?.seq).toBe(500);
  });
});
