import type { LngLat } from '@wangge/shared/geo';
import type { Fleet } from '../fx/fleet.ts';
import { mercatorOf, toScreen, type Viewport } from '../viewport.ts';

/** What somebody points out: a place, or a moving thing by its index in the position table. */
export type RingAnchor = { readonly lngLat: LngLat } | { readonly unit: number };

/** Radius of the ring, design units; what is written beside it keeps clear of it. */
export const RING_RADIUS_U = 30;

/** The white ring round what a director points out (突出). It goes with a squad that moves, and lies on nothing where that is not drawn. */
export class HighlightRing {
  readonly #root: HTMLElement;
  #shown: { readonly key: string; readonly anchor: RingAnchor; readonly element: HTMLElement } | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  set(anchor: RingAnchor | null): void {
    const key = JSON.stringify(anchor);
    if (this.#shown?.key === key) return;
    this.#shown?.element.remove();
    this.#shown = anchor && { key, anchor, element: document.createElement('div') };
    if (this.#shown === null) return;
    this.#shown.element.className = 'map-ring';
    this.#root.append(this.#shown.element);
  }

  follow(view: Viewport, fleet: Fleet, nowMs: number): void {
    if (this.#shown === null) return;
    const { anchor, element } = this.#shown;
    const place = 'unit' in anchor ? fleet.placeOf(anchor.unit, nowMs) : mercatorOf(anchor.lngLat);
    element.hidden = place === undefined;
    if (place === undefined) return;
    const [x, y] = toScreen(view, place);
    element.style.transform = `translate(${x}px,${y}px)`;
  }
}
