import { itemAt } from '../geo/index.ts';

/** A queue of node numbers that gives back the one with the smallest key (binary heap). Outdated entries are the caller's to skip. */
export class MinHeap {
  readonly #keys: number[] = [];
  readonly #nodes: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  /** Smallest key queued; Infinity when empty. */
  get leastKey(): number {
    return this.#keys[0] ?? Infinity;
  }

  push(key: number, node: number): void {
    let at = this.#keys.length;
    this.#keys.push(key);
    this.#nodes.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (itemAt(this.#keys, parent) <= key) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, key, node);
  }

  /** Takes out the node with the smallest key; undefined when empty. */
  pop(): number | undefined {
    const least = this.#nodes[0];
    const key = this.#keys.pop();
    const node = this.#nodes.pop();
    if (key === undefined || node === undefined || this.#keys.length === 0) return least;
    this.#sinkFromTop(key, node);
    return least;
  }

  #sinkFromTop(key: number, node: number): void {
    const count = this.#keys.length;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      const sibling = child + 1;
      const least = sibling < count && itemAt(this.#keys, sibling) < itemAt(this.#keys, child) ? sibling : child;
      if (itemAt(this.#keys, least) >= key) break;
      this.#move(least, at);
      at = least;
    }
    this.#put(at, key, node);
  }

  #move(from: number, to: number): void {
    this.#put(to, itemAt(this.#keys, from), itemAt(this.#nodes, from));
  }

  #put(at: number, key: number, node: number): void {
    this.#keys[at] = key;
    this.#nodes[at] = node;
  }
}
