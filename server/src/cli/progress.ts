const WIDTH = 24;
const REDRAW_MS = 200;

/** What a bar is drawn on; only a terminal is redrawn in place. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** A bar (进度条) per kind of work, side by side on one line; without a terminal a line at each tenth of the whole. */
export class Progress {
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #bars = new Map<string, { done: number; total: number }>();
  #drawnAt = -Infinity;
  #drawnTenth = 0;

  constructor(screen: Screen, now: () => number) {
    this.#screen = screen;
    this.#now = now;
  }

  set(name: string, done: number, total: number): void {
    this.#bars.set(name, { done, total });
    if (this.#screen.isTTY === true) this.#redraw();
    else this.#note();
  }

  /** Leaves the last state of the bars on the screen. */
  end(): void {
    if (this.#screen.isTTY === true && this.#bars.size > 0) this.#screen.write(`\r${this.#line()}\n`);
  }

  #redraw(): void {
    if (this.#now() - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = this.#now();
    this.#screen.write(`\r${this.#line()}`);
  }

  #note(): void {
    const sum = [...this.#bars.values()].reduce((all, bar) => ({ done: all.done + bar.done, total: all.total + bar.total }), { done: 0, total: 0 });
    const tenth = Math.floor((10 * sum.done) / Math.max(1, sum.total));
    if (tenth <= this.#drawnTenth) return;
    this.#drawnTenth = tenth;
    this.#screen.write(`${this.#line()}\n`);
  }

  #line(): string {
    return [...this.#bars].map(([name, { done, total }]) => {
      const share = total === 0 ? 1 : done / total;
      const filled = Math.round(share * WIDTH);
      return `${name} [${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${done}/${total}`;
    }).join('  ');
  }
}
