import type { Clock } from '@wangge/server/app';

interface Timer {
  dueAt: number;
  readonly periodMs: number | null;
  readonly callback: () => void;
}

/** How far time jumps at once. A timer with a shorter period rings once for each jump, as on a machine that was busy. */
const STEP_MS = 60_000;

/** Lets everything that a callback has begun come to its end: file, database and sockets answer between two turns. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until it is told to go on; its timers ring in the order in which they are due. */
export class VirtualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(startAt: number) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, callback: () => void): () => void {
    return this.#keep({ dueAt: this.#now + delayMs, periodMs: null, callback });
  }

  every(periodMs: number, callback: () => void): () => void {
    return this.#keep({ dueAt: this.#now + periodMs, periodMs, callback });
  }

  /** Goes on to an instant; what rings on the way is awaited before time goes on. An instant in the past is an error. */
  async goTo(at: number): Promise<void> {
    if (at < this.#now) throw new Error(`the clock stands at ${new Date(this.#now).toISOString()} and can't go back to ${new Date(at).toISOString()}`);
    while (this.#now < at) {
      this.#now = Math.min(at, this.#now + STEP_MS);
      this.#ring();
      await settle();
    }
    for (let turn = 0; turn < 5; turn += 1) await settle();
  }

  #keep(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  #ring(): void {
    const due = [...this.#timers].filter(({ dueAt }) => dueAt <= this.#now).sort((a, b) => a.dueAt - b.dueAt);
    for (const timer of due) {
      if (timer.periodMs === null) this.#timers.delete(timer);
      else timer.dueAt = this.#now + timer.periodMs;
      timer.callback();
    }
  }
}

/** An instant as a clock on a wall in China shows it, e.g. 2026-09-30T16:30; epoch ms. */
export function at(local: string): number {
  return Date.parse(`${local}:00+08:00`);
}

/** The other way round: 2026-09-30 16:30. */
export function shown(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
