import type { ActorRole } from '../access/index.ts';
import type { CaseId } from '../base/index.ts';
import type { Lamp } from '../calendar/index.ts';

/** What an object behind a number is, so that a surface has words for its states and events. */
export const SHEET_KINDS = ['case', 'order', 'call', 'matter', 'site', 'penalty', 'raid', 'draw', 'check', 'inspector', 'application', 'grid', 'task', 'visit'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** An object behind a number (明细) in one line: what, where, with whom, how it stands. It names no reporter, party or applicant. */
export interface SheetObject {
  readonly kind: SheetKind;
  readonly id: string;
  readonly no: string | null;
  readonly title: string;
  readonly villageCode: string | null;
  /** Name of the unit that has it in hand; null where nobody has, or a post does. */
  readonly holder: string | null;
  /** The post an order goes to. */
  readonly post: string | null;
  /** A state of its kind, or the number of the row where the kind has none. */
  readonly state: string | null;
  /** Since when it stands so; epoch ms. */
  readonly since: number | null;
  /** The next moment it is due; null when nothing runs. */
  readonly dueAt: number | null;
  readonly lamp: Lamp | null;
  /** The case it is about. */
  readonly caseId: CaseId | null;
}

/** One row: `adds` is its part of the number, `of` its part of the denominator where the number is a share. */
export interface SheetRow extends SheetObject {
  readonly adds: number;
  readonly of: number | null;
}

/** A number that can be opened. `label`: its name where only the server knows it. `count` and `of` are what its rows add up to. */
export interface SheetFigure {
  readonly name: string;
  readonly label: string | null;
  readonly count: number;
  readonly of: number | null;
}

/** The numbers of a board and the rows of one of them: the first `rows` of `total`. */
export interface BoardSheet {
  readonly board: string;
  readonly at: number;
  readonly figures: readonly SheetFigure[];
  readonly figure: string;
  readonly total: number;
  readonly rows: readonly SheetRow[];
}

/** One thing that happened, without a person's name and without free text: the role and the unit that did it. `about`: which step or thing. */
export interface SheetEntry {
  readonly at: number;
  readonly event: string;
  readonly about: string | null;
  readonly role: ActorRole;
  readonly unit: string | null;
}

/** An object opened: its line and everything that happened to it, oldest first. */
export interface SheetPage {
  readonly object: SheetObject;
  readonly entries: readonly SheetEntry[];
  readonly at: number;
}
