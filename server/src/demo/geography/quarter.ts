import type { PlanePoint } from '@wangge/shared/geo';
import type { QuarterSeed } from './quarter-data.ts';

/** A built-up quarter on the plane: how far out a place is (below 1 inside), and the direction its streets run. */
export interface Quarter {
  readonly seed: QuarterSeed;
  readonly centre: PlanePoint;
  readonly tilt: number;
  remoteness(point: PlanePoint): number;
}
