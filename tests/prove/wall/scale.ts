/** What is proved, in this order. */
export const PARTS = ['layout', 'clicks', 'takeover', 'losses', 'away', 'soak', 'seeing', 'together'] as const;
export type PartName = (typeof PARTS)[number];

/** A wall to be looked at. `across` and `down`: the displays it is made of. */
export interface WallSize {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
}

export interface Scale {
  /** What is proved unless the command names parts. */
  readonly parts: readonly PartName[];
  readonly sizes: readonly WallSize[];
  /** Scenes laid out at each size; null for all there are. */
  readonly scenes: readonly string[] | null;
  readonly lights: readonly ('night' | 'day')[];
  readonly takeoverSizes: readonly WallSize[];
  readonly clickSizes: readonly WallSize[];
  readonly losses: number;
  /** How long the server is away, s. */
  readonly awayS: number;
  readonly soakMinutes: number;
  /** Whether browser and tab are made to crash under the supervisor of a kiosk. */
  readonly crashes: boolean;
}

const WIDE: WallSize = { width: 1920, height: 1080, across: 1, down: 1 };
const BAND: WallSize = { width: 3840, height: 1080, across: 4, down: 2 };
const BROAD: WallSize = { width: 5760, height: 2160, across: 3, down: 2 };
const LONG_BAND: WallSize = { width: 7680, height: 2160, across: 4, down: 2 };
const TALL: WallSize = { width: 1080, height: 1920, across: 1, down: 1 };

export const FULL: Scale = {
  parts: PARTS,
  sizes: [WIDE, BAND, BROAD, LONG_BAND, TALL], scenes: null, lights: ['night', 'day'], takeoverSizes: [WIDE, BAND, TALL], clickSizes: [WIDE, BAND, BROAD, LONG_BAND, TALL],
  losses: 50, awayS: 90, soakMinutes: 10, crashes: true,
};

/** What says the same on a busy machine as on a quiet one: times and weights are for the full size. */
export const SHORT: Scale = {
  parts: ['layout', 'takeover', 'seeing'],
  sizes: [WIDE, TALL], scenes: ['overview'], lights: ['night'], takeoverSizes: [WIDE], clickSizes: [WIDE],
  losses: 5, awayS: 6, soakMinutes: 0.3, crashes: false,
};

export const nameOf = ({ width, height }: WallSize): string => `${width}×${height}`;
