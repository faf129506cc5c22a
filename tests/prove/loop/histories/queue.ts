/** What waits for its time; the earliest comes first, and of equals the one that was put in first. */
export class Queue<T> {
  readonly #heap: { readonly at: number; readonly turn: number; readonly item: T }[] = [];
  #turns = 0;

  get size(): number {
    return this.#heap.length;
  }

  put(at: number, item: T): void {
    const heap = this.#heap;
    heap.push({ at, turn: this.#turns++, item });
    for (let i = heap.length - 1; i > 0;) {
      const above = (i - 1) >> 1;
      if (!this.#isBefore(i, above)) return;
      this.#swap(i, above);
      i = above;
    }
  }

  take(): { readonly at: number; readonly item: T } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ;) {
      const left = 2 * i + 1;
      if (left >= heap.length) return first;
      const least = left + 1 < heap.length && this.#isBefore(left + 1, left) ? left + 1 : left;
      if (!this.#isBefore(least, i)) return first;
      this.#swap(least, i);
      i = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a]!, this.#heap[b]!];
    return one.at < other.at || (one.at === other.at && one.turn < other.turn);
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b]!, this.#heap[a]!];
  }
}
