import type { Role } from '@wangge/shared/access';
import type { Figures } from '@wangge/shared/figures';
import type { CaseRow, TickerItem, UnitRow } from '@wangge/shared/wire';

/** For whom a message is made: what a session may see. Walls share one view of each area, and one of what visitors may see of it, desks one per role and area, a field session its own. `departmentId`: whose phone it is where it is a department's; null for everybody else in the field. */
export type Audience =
  | { readonly kind: 'wall'; readonly areaCode: string; readonly isMasked: boolean }
  | { readonly kind: 'desk'; readonly role: Role; readonly areaCode: string }
  | { readonly kind: 'field'; readonly personId: string; readonly teamId: string | null; readonly gridCode: string | null; readonly departmentId: string | null };

/** What one audience must be told to come from one `seq` to the present one. Whole rows replace rows. */
export interface OperationsChanges {
  readonly cases: readonly CaseRow[];
  readonly gone: readonly string[];
  readonly ticker: readonly TickerItem[];
}

/**
 * The read models as push needs them; answers are of the present moment and never wait.
 * `epoch` names the history that `lastSeq` counts and changes when that history is another one.
 */
export interface OperationsSource {
  readonly epoch: string;
  lastSeq(): number;
  /** Of the audience's area. */
  figures(audience: Audience): Figures;
  rowsFor(audience: Audience): readonly CaseRow[];
  /** Everything after `fromSeq` (exclusive) up to `lastSeq()`; null when that history is no longer held or too large to tell. */
  changesSince(audience: Audience, fromSeq: number): OperationsChanges | null;
  units(audience: Audience): readonly UnitRow[];
  ticker(audience: Audience): readonly TickerItem[];
  /** The present version of each board by name; the same object until one of them changes. */
  boardVersions(): Readonly<Record<string, number>>;
  /** Called after the read models hold the events (fromSeq, toSeq]. */
  onEvents(listener: (fromSeq: number, toSeq: number) => void): void;
  onFigures(listener: () => void): void;
  onUnits(listener: (unitIds: readonly string[]) => void): void;
  /** Called when `boardVersions` answers something else. */
  onBoards(listener: () => void): void;
}
