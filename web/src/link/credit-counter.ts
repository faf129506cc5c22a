/** The server keeps a window of undrawn frames; it is told at least this often. */
const REPORT_EACH_FRAMES = 32;
const REPORT_EACH_BYTES = 64 * 1024;

/** Counts the frames drawn on one connection and says when to report them. */
export class CreditCounter {
  #drawn = 0;
  #unreportedFrames = 0;
  #unreportedBytes = 0;

  reset(): void {
    this.#drawn = 0;
    this.#unreportedFrames = 0;
    this.#unreportedBytes = 0;
  }

  /** Counts one frame; answers the number to report, or null when it can wait. */
  take(bytes: number): number | null {
    this.#drawn += 1;
    this.#unreportedFrames += 1;
    this.#unreportedBytes += bytes;
    if (this.#unreportedFrames < REPORT_EACH_FRAMES && this.#unreportedBytes < REPORT_EACH_BYTES) return null;
    this.#unreportedFrames = 0;
    this.#unreportedBytes = 0;
    return this.#drawn;
  }
}
