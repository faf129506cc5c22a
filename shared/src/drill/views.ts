import type { Drill } from './drill.ts';

/** A drill as surfaces show it; names of persons only where the reader sits at a desk. */
export interface ShownDrill extends Pick<Drill, 'id' | 'revision' | 'state' | 'name' | 'areaCode' | 'from' | 'until' | 'endedAt'> {
  readonly openedBy: string | null;
  readonly endedBy: string | null;
  /** How many cases were made up in it, and how many of them are still open. */
  readonly cases: number;
  readonly open: number;
  readonly allowed: readonly 'end'[];
}

/** The board `drills`: those of the reader's ground, the newest first; a page reckons with its own clock which of them runs. */
export interface DrillsBoard {
  readonly drills: readonly ShownDrill[];
  /** Whether the reader may open one now. */
  readonly mayOpen: boolean;
}
