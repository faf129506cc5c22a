import { z } from 'zod';

/** `resume`: the history the client holds (null: none) and the number it has come to. */
export const resumeMessage = z.strictObject({
  epoch: z.string().max(100).nullable(),
  seq: z.number().int().min(0),
});

/** `credit`: frames drawn since the connection began. */
export const creditMessage = z.number().int().min(0);

/** A client may send this many messages at once, and as many more each second as below. */
const BURST = 120;
const PER_SECOND = 60;

/** Counts what one client sends, so that it cannot keep the server busy. */
export class MessageBudget {
  #left = BURST;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  /** Takes `cost` messages out of the budget; false when it is used up. */
  take(now: number, cost = 1): boolean {
    this.#left = Math.min(BURST, this.#left + (Math.max(0, now - this.#at) * PER_SECOND) / 1_000);
    this.#at = now;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}
