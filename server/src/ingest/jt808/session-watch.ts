import type { Clock } from '../../platform/clock.ts';

/**
 * One deadline at a time for one session: a fixed one, or one that moves with every sign of life. Signs of life only
 * note the time; the timer looks at it when it fires, so a busy session costs no timer work.
 */
export class SessionWatch {
  readonly #clock: Clock;
  #cancel: () => void = () => undefined;
  #lastSignAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `fn` in `ms` milliseconds, whatever happens until then. */
  deadline(ms: number, fn: () => void): void {
    this.stop();
    this.#cancel = this.#clock.after(ms, fn);
  }

  /** Calls `fn` once `ms` milliseconds have passed without a sign of life. */
  silence(ms: number, fn: () => void): void {
    this.stop();
    this.sign();
    this.#listen(ms, ms, fn);
  }

  get lastSignAt(): number {
    return this.#lastSignAt;
  }

  sign(): void {
    this.#lastSignAt = this.#clock.now();
  }

  stop(): void {
    this.#cancel();
  }

  #listen(waitMs: number, silenceMs: number, fn: () => void): void {
    this.#cancel = this.#clock.after(waitMs, () => {
      const leftMs = this.#lastSignAt + silenceMs - this.#clock.now();
      if (leftMs <= 0) fn();
      else this.#listen(leftMs, silenceMs, fn);
    });
  }
}
