/**
 * Sends values one at a time: while one is under way, newer ones replace the one that waits. A map source that is fed faster than its worker
 * draws would otherwise grow without bound.
 */
export class LatestOnly<T> {
  readonly #send: (value: T) => Promise<unknown>;
  #waiting: { readonly value: T } | undefined;
  #isBusy = false;

  constructor(send: (value: T) => Promise<unknown>) {
    this.#send = send;
  }

  /** Sends the value now, or as soon as the one before has arrived, unless a newer one comes first. */
  push(value: T): void {
    this.#waiting = { value };
    if (!this.#isBusy) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#isBusy = true;
    try {
      for (let next = this.#waiting; next !== undefined; next = this.#waiting) {
        this.#waiting = undefined;
        await this.#send(next.value);
      }
    } finally {
      this.#isBusy = false;
    }
  }
}
