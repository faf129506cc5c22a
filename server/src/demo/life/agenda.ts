/** A case to be looked at, as it stood when the entry was made. */
export interface Entry {
  readonly at: number;
  readonly caseId: string;
  readonly revision: number;
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.caseId < b.caseId);
}

/** Cases by the instant at which somebody turns to them; entries of the same instant come in the order of their ids. */
export class Agenda {
  readonly #heap: Entry[] = [];

  get nextAt(): number {
    return this.#heap[0]?.at ?? Infinity;
  }

  add(entry: Entry): void {
    const heap = this.#heap;
    let i = heap.push(entry) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (!above || !isBefore(entry, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = entry;
  }

  /** Takes the earliest entry that is due at `now`; undefined when none is. */
  takeDue(now: number): Entry | undefined {
    const first = this.#heap[0];
    if (!first || first.at > now) return undefined;
    const last = this.#heap.pop();
    if (last && this.#heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let i = 0;
    for (;;) {
      const left = heap[2 * i + 1];
      const right = heap[2 * i + 2];
      const child = left && right && isBefore(right, left) ? 2 * i + 2 : 2 * i + 1;
      const below = heap[child];
      if (!below || !isBefore(below, entry)) break;
      heap[i] = below;
      i = child;
    }
    heap[i] = entry;
  }
}
