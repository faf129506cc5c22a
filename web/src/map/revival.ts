/** How long a lost card is given before a map is made anew; twice as long after each life that ended before it had drawn. */
const FIRST_MS = 300;
const LONGEST_MS = 30_000;
/** After so many lives in a row that ended before they had drawn, only a fresh page can help. */
const HOPELESS_AFTER = 3;

/** What follows the end of a map's life. `isHopeless`: the page had better be loaded anew. */
export interface Verdict {
  readonly afterMs: number;
  readonly isHopeless: boolean;
}

/** Counts the lives of a map whose drawing context is lost again and again (WebGL context loss). */
export class Revival {
  #failures = 0;
  #hasDrawn = false;
  #isOver = true;

  /** A life begins. */
  noteRaised(): void {
    this.#hasDrawn = false;
    this.#isOver = false;
  }

  /** All of the map has been drawn. */
  noteDrawn(): void {
    this.#hasDrawn = true;
    this.#failures = 0;
  }

  /** A life ended, or could not begin; null where its end was told already, for a map has two contexts to lose. */
  noteLost(): Verdict | null {
    if (this.#isOver) return null;
    this.#isOver = true;
    if (!this.#hasDrawn) this.#failures += 1;
    return { afterMs: Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures), isHopeless: this.#failures >= HOPELESS_AFTER };
  }
}
