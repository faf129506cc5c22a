/** So many tiles in a row without an answer show a source that is gone. */
const MOST_FAILURES = 3;
const PROBE_EVERY_MS = 20_000;

/**
 * Watches whether a source of tiles answers. It tells once when the source is gone, then asks for one tile now and again by `probe`, and tells once
 * when that came. Call `close` at the end.
 */
export class TroubleWatch {
  readonly #probe: () => Promise<unknown>;
  readonly #tell: (isGone: boolean) => void;
  #failures = 0;
  #isGone = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(probe: () => Promise<unknown>, tell: (isGone: boolean) => void) {
    this.#probe = probe;
    this.#tell = tell;
  }

  succeeded(): void {
    this.#failures = 0;
    if (!this.#isGone) return;
    this.#isGone = false;
    clearTimeout(this.#timer);
    this.#tell(false);
  }

  failed(): void {
    this.#failures += 1;
    if (this.#isGone || this.#failures < MOST_FAILURES) return;
    this.#isGone = true;
    this.#tell(true);
    this.#askLater();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#isGone = false;
  }

  #askLater(): void {
    this.#timer = setTimeout(() => {
      void this.#probe().then(() => this.succeeded(), () => { if (this.#isGone) this.#askLater(); });
    }, PROBE_EVERY_MS);
  }
}
