import { computed, onMounted, onUnmounted, shallowRef, type ComputedRef, type Ref } from 'vue';

/** Rows kept ready above and below what is seen. */
const MARGIN_ROWS = 6;

export interface VirtualRows<T> {
  readonly shown: ComputedRef<readonly { readonly item: T; readonly index: number }[]>;
  readonly totalPx: ComputedRef<number>;
  /** Brings a row into sight with as little movement as possible. */
  reveal(index: number): void;
}

/** Draws only the rows in sight of a list with rows of one height, so that thousands scroll as lightly as ten. */
export function useVirtualRows<T>(scroller: Ref<HTMLElement | null>, items: Ref<readonly T[]>, rowPx: number): VirtualRows<T> {
  const topPx = shallowRef(0);
  const heightPx = shallowRef(0);
  const onScroll = (): void => { topPx.value = scroller.value?.scrollTop ?? 0; };
  const observer = new ResizeObserver(() => { heightPx.value = scroller.value?.clientHeight ?? 0; });

  onMounted(() => {
    scroller.value?.addEventListener('scroll', onScroll, { passive: true });
    if (scroller.value) observer.observe(scroller.value);
  });
  onUnmounted(() => {
    scroller.value?.removeEventListener('scroll', onScroll);
    observer.disconnect();
  });

  const shown = computed(() => {
    const from = Math.max(0, Math.floor(topPx.value / rowPx) - MARGIN_ROWS);
    const to = Math.ceil((topPx.value + heightPx.value) / rowPx) + MARGIN_ROWS;
    return items.value.slice(from, to).map((item, offset) => ({ item, index: from + offset }));
  });

  function reveal(index: number): void {
    const element = scroller.value;
    if (!element || index < 0) return;
    const rowTop = index * rowPx;
    if (rowTop < element.scrollTop) element.scrollTop = rowTop;
    else if (rowTop + rowPx > element.scrollTop + element.clientHeight) element.scrollTop = rowTop + rowPx - element.clientHeight;
  }

  return { shown, totalPx: computed(() => items.value.length * rowPx), reveal };
}
