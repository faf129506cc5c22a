/** 退件 of one item between two bodies, as the board `routing` counts them; `itemNo` null: no item was cited. */
export interface ItemBounces {
  readonly itemNo: string | null;
  readonly itemName: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly returns: number;
  readonly redirects: number;
}

/** The board `routing`. */
export interface RoutingBoard {
  readonly total: number;
  readonly bounces: readonly ItemBounces[];
}

/** Bounces of each item, the most quarrelled pair first. */
export function bouncesByItem(bounces: readonly ItemBounces[]): ReadonlyMap<string, readonly ItemBounces[]> {
  const found = new Map<string, ItemBounces[]>();
  for (const one of bounces) if (one.itemNo !== null) found.set(one.itemNo, [...found.get(one.itemNo) ?? [], one]);
  return found;
}

/** How often cases went back and forth in all. */
export function bounceSum(bounces: readonly ItemBounces[]): number {
  return bounces.reduce((sum, { returns, redirects }) => sum + returns + redirects, 0);
}
