import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';

/** How large an element is, CSS px, following every change; null before it is there. */
export function useBoxSize(element: Readonly<Ref<HTMLElement | null>>): ShallowRef<{ readonly widthPx: number; readonly heightPx: number } | null> {
  const size: ShallowRef<{ widthPx: number; heightPx: number } | null> = shallowRef(null);
  const observer = new ResizeObserver(([entry]) => { if (entry) size.value = { widthPx: entry.contentRect.width, heightPx: entry.contentRect.height }; });
  watch(element, (now, before) => {
    if (before) observer.unobserve(before);
    if (now) observer.observe(now);
  }, { immediate: true });
  onScopeDispose(() => observer.disconnect());
  return size;
}
