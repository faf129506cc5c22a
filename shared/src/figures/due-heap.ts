/** Ids ordered by the instant at which something becomes due; stale entries are the caller's to skip. */
export class DueHeap {
  readonly #at: number[] = [];
  readonly #id: string[] = [];

  push(at: number, id: string): void {
    let i = this.#at.push(at) - 1;
    this.#id.push(id);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#at[parent]! <= at) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  /** Takes the earliest id due at or before `now`; null when none is. */
  popUntil(now: number): string | null {
    const first = this.#at[0];
    if (first === undefined || first > now) return null;
    const id = this.#id[0]!;
    const lastAt = this.#at.pop()!;
    const lastId = this.#id.pop()!;
    if (this.#at.length > 0) {
      this.#at[0] = lastAt;
      this.#id[0] = lastId;
      this.#sink();
    }
    return id;
  }

  #sink(): void {
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      if (left >= this.#at.length) return;
      const child = left + 1 < this.#at.length && this.#at[left + 1]! < this.#at[left]! ? left + 1 : left;
      if (this.#at[i]! <= this.#at[child]!) return;
      this.#swap(i, child);
      i = child;
    }
  }

  #swap(a: number, b: number): void {
    [this.#at[a], this.#at[b]] = [this.#at[b]!, this.#at[a]!];
    [this.#id[a], this.#id[b]] = [this.#id[b]!, this.#id[a]!];
  }
}
