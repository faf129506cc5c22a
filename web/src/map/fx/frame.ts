import type { MercatorPoint, Viewport } from '../viewport.ts';

/** What every drawing of one frame needs to know. */
export interface Frame {
  readonly view: Viewport;
  /** Device px per CSS px. */
  readonly pixelRatio: number;
  /** CSS px of one design unit. */
  readonly uPx: number;
  /** Time on the page's clock (performance.now), ms. */
  readonly nowMs: number;
  /** Where the camera looks, seen from the reference point that keeps 32-bit floats exact. */
  readonly cameraFromReference: MercatorPoint;
}
