import type { GovernanceName, PanelName, WallShape } from '@wangge/shared/stage';

/** A tile in a rail, from its first to its last row, both counted from 1. */
export interface Slot {
  readonly panel: PanelName;
  readonly from: number;
  readonly to: number;
  /** On a wall of several displays: the row of displays it lies on, counted from 1. */
  readonly displayRow?: number;
}

/** A column of tiles (栏): the grid columns it covers and its tiles from top to bottom. */
export interface Rail {
  readonly columns: string;
  /** On a wall of several displays: the column of displays it lies on, counted from 1. */
  readonly displayColumn?: number;
  readonly slots: readonly Slot[];
}

/** How one screen is composed: never stretched, but laid out anew for its ratio. */
export interface WallPlan {
  readonly shape: WallShape;
  readonly rows: number;
  /** `grid-template-rows` of these rows. */
  readonly rowTemplate: string;
  /** Grid columns in design units; `null` takes what is left. Edges come on top. */
  readonly columnsU: readonly (number | null)[];
  readonly rails: readonly Rail[];
  /** Where the map lies free. */
  readonly free: { readonly columns: string; readonly from: number; readonly to: number };
  readonly hasInsets: boolean;
  /** What `turn` goes through. */
  readonly turning: readonly GovernanceName[];
  /** The row that ends at the joint of a wall of two rows of screens; tiles keep clear of it. */
  readonly jointAfter: number | null;
}
