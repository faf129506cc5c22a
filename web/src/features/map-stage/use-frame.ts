import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { Insets } from '../../map/base/base-map.ts';
import type { Box } from '../../map/labels/box.ts';

/** Where a map lies in its page, as its own canvas measures it, CSS px. */
export interface Frame {
  /** What sheets cover along each side. */
  readonly insets: Insets;
  /** Sheets that lie over the free rectangle. */
  readonly blocked: readonly Box[];
  /** CSS px of one design unit: a hundredth of the page's rem. */
  readonly uPx: number;
}

const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * Measures the free rectangle of a map: `free` is an element that fills just the gap between the sheets, `over` are sheets inside it. Follows
 * every change of size. Without `free` the whole canvas is free.
 */
export function useFrame(canvas: Ref<HTMLElement | null>, free: () => HTMLElement | null, over: () => readonly HTMLElement[]): Ref<Frame> {
  const frame = shallowRef<Frame>({ insets: NO_INSETS, blocked: [], uPx: unitPx() });

  function measure(): void {
    if (canvas.value === null) return;
    const whole = canvas.value.getBoundingClientRect();
    const gap = free()?.getBoundingClientRect() ?? whole;
    const next: Frame = {
      insets: { top: gap.top - whole.top, left: gap.left - whole.left, right: whole.right - gap.right, bottom: whole.bottom - gap.bottom },
      blocked: over().map((element) => element.getBoundingClientRect()).map(({ left, top, right, bottom }) => (
        { left: left - whole.left, top: top - whole.top, right: right - whole.left, bottom: bottom - whole.top })),
      uPx: unitPx(),
    };
    if (JSON.stringify(next) !== JSON.stringify(frame.value)) frame.value = next;
  }

  const sizes = new ResizeObserver(measure);
  watch([canvas, free, over], () => {
    sizes.disconnect();
    for (const element of [document.documentElement, canvas.value, free(), ...over()]) if (element !== null) sizes.observe(element);
    measure();
  }, { immediate: true, flush: 'post' });
  onScopeDispose(() => sizes.disconnect());
  return frame;
}

function unitPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100;
}
