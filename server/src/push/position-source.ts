import type { PositionColumns } from '@wangge/shared/frames';

/** The table of latest positions as push reads it. Push is its one reader. */
export interface PositionSource {
  readonly columns: PositionColumns;
  /** Indices changed since the last drain, ascending; valid until the next drain. */
  drainChanged(): Uint32Array;
  /** Indices of all rows that hold a position, ascending. */
  known(): Uint32Array;
  /** The area a row's unit belongs to; empty where that is unknown. */
  areaOf(index: number): string;
  /** Called once when the first row changes after a drain. */
  onChange(listener: () => void): void;
}
