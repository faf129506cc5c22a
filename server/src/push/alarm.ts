import type { Clock } from '../platform/clock.ts';

/** One pending call, due at the earliest time that was asked for. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #dueAt = Infinity;
  #cancel: () => void = () => {};

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Rings in `delayMs` at the latest. */
  within(delayMs: number): void {
    const dueAt = this.#clock.now() + delayMs;
    if (dueAt >= this.#dueAt) return;
    this.#cancel();
    this.#dueAt = dueAt;
    this.#cancel = this.#clock.after(delayMs, () => {
      this.#dueAt = Infinity;
      this.#ring();
    });
  }

  stop(): void {
    this.#cancel();
    this.#dueAt = Infinity;
  }
}
