import type { Round } from './round.ts';

/** A round as lists show it. Codes of the grids it touched, and of those of them it covered; figures of one that runs are those counted last. */
export interface RoundRow extends Pick<Round, 'id' | 'personName' | 'unitId' | 'startedAt' | 'toldAt' | 'endedAt' | 'reason' | 'revision'> {
  readonly footM: number;
  readonly driveM: number;
  readonly gridsCovered: readonly string[];
  readonly gridsTouched: readonly string[];
}

/** The grids of a reader's area by the rounds of the last days. `lastAt`: when one last covered it; null within these days never. */
export interface GridWalked {
  readonly gridCode: string;
  readonly lastAt: number | null;
}

/** The board `rounds`: 巡查 of the day, and 巡到 of the grids in the last `days`. */
export interface RoundsBoard {
  readonly days: number;
  readonly coverMin: number;
  readonly coverFootM: number;
  readonly grids: readonly GridWalked[];
  readonly covered: number;
  readonly today: { readonly rounds: number; readonly running: number; readonly footM: number; readonly driveM: number; readonly covered: number };
  /** Of today, those that run first, then the latest. */
  readonly rounds: readonly RoundRow[];
}
