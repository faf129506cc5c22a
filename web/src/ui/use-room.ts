import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';

/** Size of an element in design units. */
export interface Room {
  readonly widthU: number;
  readonly heightU: number;
  /** CSS px of one unit. */
  readonly uPx: number;
}

/** CSS px of one design unit: a hundredth of the page's rem. */
export function unitPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100;
}

/** Follows the size of an element, so that what lies in it can drop rows instead of scrolling. */
export function useRoom(element: Ref<HTMLElement | null>): Readonly<ShallowRef<Room>> {
  const room = shallowRef<Room>({ widthU: 0, heightU: 0, uPx: unitPx() });
  const sizes = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const uPx = unitPx();
    room.value = { widthU: entry.contentRect.width / uPx, heightU: entry.contentRect.height / uPx, uPx };
  });
  watch(element, (next) => {
    sizes.disconnect();
    if (next !== null) sizes.observe(next);
  }, { immediate: true, flush: 'post' });
  onScopeDispose(() => sizes.disconnect());
  return room;
}
