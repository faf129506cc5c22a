import { SECOND_MS } from '@wangge/shared/base';

/**
 * A ceiling per second that may be saved up for one second. What has already arrived is always taken; the answer says
 * how long to read nothing more until the ceiling is kept on average.
 */
export class RateCeiling {
  readonly #perSecond: number;
  #left: number;
  #refilledAt: number;

  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond;
    this.#left = perSecond;
    this.#refilledAt = now;
  }

  /** Takes `amount`; answers the milliseconds to pause, 0 while below the ceiling. */
  spend(amount: number, now: number): number {
    const passedMs = Math.max(0, now - this.#refilledAt);
    this.#left = Math.min(this.#perSecond, this.#left + (passedMs / SECOND_MS) * this.#perSecond) - amount;
    this.#refilledAt = now;
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.#perSecond) * SECOND_MS);
  }
}
