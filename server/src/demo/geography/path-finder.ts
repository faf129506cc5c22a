import { itemAt, planeDistanceM } from '@wangge/shared/geo';
import { NEIGHBOUR_SLOTS, latticeEdgeKey } from './lattice.ts';
import type { Lattice } from './lattice.ts';

/** What a lattice edge is used for so far: class of the road laid on it and its name. */
export interface LaidEdge {
  readonly a: number;
  readonly b: number;
  readonly roadClass: 2 | 3;
  readonly name?: string;
}

/** Roads laid on the lattice so far, by edge. */
export type LaidRoads = Map<number, LaidEdge>;

const REUSE_COST: Readonly<Record<2 | 3, number>> = { 2: 0.38, 3: 0.62 };
/** How strongly the search is drawn straight to its goal; roads need not be the very cheapest. */
const PULL = 0.75;

/** Finds cheap paths on a lattice (A*), drawn to roads that are already laid. Keeps its tables from search to search. */
export class PathFinder {
  readonly #lattice: Lattice;
  readonly #laid: LaidRoads;
  readonly #cost: Float64Array;
  readonly #cameFrom: Int32Array;
  readonly #seenIn: Int32Array;
  #search = 0;

  constructor(lattice: Lattice, laid: LaidRoads) {
    this.#lattice = lattice;
    this.#laid = laid;
    this.#cost = new Float64Array(lattice.points.length);
    this.#cameFrom = new Int32Array(lattice.points.length);
    this.#seenIn = new Int32Array(lattice.points.length);
  }

  /** The nodes of a cheap path, in order. */
  find(from: number, to: number): number[] {
    this.#search += 1;
    const goal = itemAt(this.#lattice.points, to);
    const queue = new BucketQueue();
    this.#reach(from, -1, 0);
    queue.push(0, from);
    for (let node = queue.pop(); node !== undefined && node !== to; node = queue.pop()) {
      const here = itemAt(this.#lattice.points, node);
      for (let slot = node * NEIGHBOUR_SLOTS; slot < (node + 1) * NEIGHBOUR_SLOTS; slot += 1) {
        const other = itemAt(this.#lattice.neighbours, slot);
        if (other < 0) continue;
        const there = itemAt(this.#lattice.points, other);
        const offered = itemAt(this.#cost, node) + planeDistanceM(here, there) * this.#priceOf(node, other);
        if (this.#seenIn[other] === this.#search && offered >= itemAt(this.#cost, other)) continue;
        this.#reach(other, node, offered);
        queue.push(offered + PULL * planeDistanceM(there, goal), other);
      }
    }
    const path: number[] = [];
    for (let node = to; node >= 0 && this.#seenIn[node] === this.#search; node = itemAt(this.#cameFrom, node)) path.push(node);
    return path.reverse();
  }

  #reach(node: number, from: number, costM: number): void {
    this.#seenIn[node] = this.#search;
    this.#cost[node] = costM;
    this.#cameFrom[node] = from;
  }

  #priceOf(a: number, b: number): number {
    const laid = this.#laid.get(latticeEdgeKey(a, b));
    const ground = (itemAt(this.#lattice.groundCost, a) + itemAt(this.#lattice.groundCost, b)) / 2;
    return laid === undefined ? ground : ground * REUSE_COST[laid.roadClass];
  }
}

/** Lays a road along a path. An edge keeps the better class and the first name it was given. */
export function layPath(laid: LaidRoads, path: readonly number[], road: { roadClass: 2 | 3; name?: string }): void {
  for (let i = 0; i + 1 < path.length; i += 1) {
    const [a, b] = [itemAt(path, i), itemAt(path, i + 1)];
    const key = latticeEdgeKey(a, b);
    const known = laid.get(key);
    if (known !== undefined && known.roadClass <= road.roadClass) continue;
    laid.set(key, { a, b, ...road });
  }
}

const BUCKET_M = 25;

/** A queue in steps of 25 m of cost: exact enough for roads, and quick. */
class BucketQueue {
  readonly #buckets = new Map<number, number[]>();
  #lowest = 0;
  #size = 0;

  push(cost: number, node: number): void {
    const slot = Math.floor(cost / BUCKET_M);
    const bucket = this.#buckets.get(slot);
    if (bucket === undefined) this.#buckets.set(slot, [node]);
    else bucket.push(node);
    this.#lowest = Math.min(this.#lowest, slot);
    this.#size += 1;
  }

  pop(): number | undefined {
    if (this.#size === 0) return undefined;
    this.#size -= 1;
    for (;; this.#lowest += 1) {
      const node = this.#buckets.get(this.#lowest)?.pop();
      if (node !== undefined) return node;
    }
  }
}
