import type { FenceHappening } from '../district-map/index.ts';

/** Where and when somebody was; epoch ms, WGS-84. */
export interface Seen {
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
}

/** How one unit stands to one fence. */
export interface FenceStanding {
  /** The guard it was reckoned by. */
  readonly key: string;
  /** In the area, or on the route; null before anything was sure. */
  readonly isIn: boolean | null;
  /** When a fix last said so for sure. */
  readonly sureAt: number;
  /** The first sure fix that says otherwise and waits for a second; `from`: where the unit was seen before it. */
  readonly turn: (Seen & { readonly from: Seen | null }) | null;
  /** Since when it has been so within the hours that count, without a silence; null otherwise. */
  readonly since: number | null;
  /** What is told once in such a time was told. */
  readonly isTold: boolean;
  /** Of a route: it was followed long enough that leaving it means something. */
  readonly hasFollowed: boolean;
}

/** All that has to be known of a unit to decide on its next fix. */
export interface UnitStanding {
  /** Fixes up to here are decided. */
  readonly decidedUntil: number;
  readonly last: Seen | null;
  /** A place that would need an unbelievable speed, and how many fixes agree with it. */
  readonly suspect: (Seen & { readonly agreeing: number }) | null;
  readonly fences: Readonly<Record<string, FenceStanding>>;
}

export const NO_STANDING: UnitStanding = { decidedUntil: -Infinity, last: null, suspect: null, fences: {} };

/** What a fix shows to have happened. `before`: when the unit was last seen on the other side; null where that means nothing. */
export interface FenceFinding {
  readonly fenceId: string;
  readonly happening: FenceHappening;
  readonly at: number;
  readonly lngLat: readonly [number, number];
  readonly before: number | null;
  /** Of 停留 and 偏离: since when. */
  readonly since: number | null;
}
