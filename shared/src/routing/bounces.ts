/** 退件: one time a case left a department undone. `itemNo` null: no item of the list was cited. */
export interface BounceRecord {
  readonly itemNo: string | null;
  readonly from: string;
  /** Where it went next; null until it is sent again. */
  readonly to: string | null;
  /** `return`: the department asked and it was granted. `redirect`: the room sent it elsewhere by itself. */
  readonly how: 'return' | 'redirect';
}

/** How often cases of one item went from one department to another. */
export interface BounceCount {
  readonly itemNo: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly returns: number;
  readonly redirects: number;
}

/** Counts bounces by item and pair of departments, the most quarrelled first: where the list wants mending. */
export function countBounces(records: readonly BounceRecord[]): readonly BounceCount[] {
  const counts = new Map<string, BounceCount>();
  for (const { itemNo, from, to, how } of records) {
    const key = JSON.stringify([itemNo, from, to]);
    const { returns, redirects } = counts.get(key) ?? { returns: 0, redirects: 0 };
    counts.set(key, { itemNo, from, to, returns: returns + (how === 'return' ? 1 : 0), redirects: redirects + (how === 'redirect' ? 1 : 0) });
  }
  return [...counts.values()].toSorted((a, b) => b.returns + b.redirects - a.returns - a.redirects);
}
