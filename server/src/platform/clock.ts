/** Time as the server sees it. Features take it from here, so that a test can hold it in its hand. */
export interface Clock {
  /** Epoch ms, UTC. */
  now(): number;
  /** Calls back after `delayMs`; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
  /** Calls back every `periodMs` until the answer is called. */
  every(periodMs: number, callback: () => void): () => void;
}

/** Milliseconds from `since` to `now`; a clock that was set back meanwhile makes it long ago, so that nothing waits for a time to come again. */
export function passedMs(since: number, now: number): number {
  return now < since ? Infinity : now - since;
}

/** The machine's own clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
  every(periodMs, callback) {
    const timer = setInterval(callback, periodMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};
