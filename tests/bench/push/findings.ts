import type { RunResult, StallResult } from './runs.ts';
import type { WayName } from './ways.ts';

/** A value for some of the ways. */
export type ByWay<T> = Partial<Record<WayName, T>>;

/** What the bench found: as many as fit, at a fixed rate, and with one wall frozen. */
export interface PushFindings {
  readonly throughput: Record<WayName, RunResult>;
  readonly rate: ByWay<RunResult>;
  readonly stall: ByWay<StallResult>;
}
