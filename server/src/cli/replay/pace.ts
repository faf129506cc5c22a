/** Time of a replay: the file's first moment is now, and its time runs `speed` times as fast as ours. */
export class Pace {
  readonly #startedAt: number;
  readonly #firstAt: number;
  readonly #speed: number;

  constructor(startedAt: number, firstAt: number, speed: number) {
    this.#startedAt = startedAt;
    this.#firstAt = firstAt;
    this.#speed = speed;
  }

  /** When a moment of the file is due; epoch ms. */
  dueAt(fileAt: number): number {
    return this.#startedAt + (fileAt - this.#firstAt) / this.#speed;
  }

  /** Resolves when a moment of the file has come; at once when it is past. */
  async until(fileAt: number): Promise<void> {
    const waitMs = this.dueAt(fileAt) - Date.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/**
 * What is added to every time of a file, in whole seconds, so that its distances in time stay true and no position is ever
 * from the future: the file's last moment is said when it is due, or, played slower than it was, its first.
 */
export function timeShiftMs(startedAt: number, firstAt: number, lastAt: number, speed: number): number {
  const spanMs = lastAt - firstAt;
  return Math.floor((startedAt - firstAt + Math.min(0, spanMs / speed - spanMs)) / 1_000) * 1_000;
}
