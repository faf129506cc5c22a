/** A frame that comes later than this after it was asked for shows a machine that cannot keep up, ms. */
const LATE_MS = 45;
const LONGEST_REST_MS = 2_000;
const SMOOTHING = 0.3;

/**
 * Spaces the frames of an animation: as often as it is worth, and less often on a machine that draws slowly (without a graphics card, say), so that
 * the page stays quick to the hand. Times are of the page's clock, ms.
 */
export class Pace {
  #askedMs = Number.NaN;
  #lateMs = 0;

  /** How long to wait before asking for the next frame, when frames are wanted `everyMs`. */
  restAfter(nowMs: number, everyMs: number): number {
    if (!Number.isNaN(this.#askedMs)) this.#lateMs += (Math.min(LONGEST_REST_MS, Math.max(0, nowMs - this.#askedMs)) - this.#lateMs) * SMOOTHING;
    const restMs = this.#lateMs > LATE_MS ? Math.min(LONGEST_REST_MS, Math.max(everyMs, this.#lateMs * 2)) : Math.max(0, everyMs - this.#lateMs);
    this.#askedMs = nowMs + restMs;
    return restMs;
  }

  /** Forgets the last frame: the animation stood still in between. */
  pause(): void {
    this.#askedMs = Number.NaN;
  }
}
