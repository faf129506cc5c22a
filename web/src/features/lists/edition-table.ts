import type { TableContent } from './lists.commands.ts';

/** How a row differs from the edition it is compared with. */
export type RowChange = 'same' | 'added' | 'removed' | 'changed';

/** A row of an edition; `before` holds the other edition's cells where they differ, by index of the column. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly change: RowChange;
  readonly before: ReadonlyMap<number, string>;
}

/** An edition as a table. */
export interface EditionTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function leaves(value: unknown, path: string): string[][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  const isShort = Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null);
  if (isShort) return [[path, value.join('、')]];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, path === '' ? key : `${path}.${key}`));
}

/** The rows of a table, or of settings one row for each path and its value. `names`: the columns of settings. */
export function tableOf(edition: TableContent, names: readonly [string, string]): EditionTable {
  if (edition.rows) return { columns: edition.columns, rows: edition.rows };
  return { columns: names, rows: leaves(JSON.parse(edition.text), '') };
}

const PLAIN: ReadonlyMap<number, string> = new Map();

/**
 * The rows of `after` with what became of those of `before`: rows alike are the same; of the others those with the same first
 * cell are one that changed, in their order; the rest was added, or removed and stands at the end. Without `before` all are the same.
 */
export function compareTables(after: EditionTable, before: EditionTable | null): readonly TableRow[] {
  if (!before) return after.rows.map((cells) => ({ cells, change: 'same', before: PLAIN }));
  const key = (cells: readonly string[]): string => JSON.stringify(after.columns.map((column) => cells[before.columns.indexOf(column)] ?? ''));
  const left = new Map<string, (readonly string[])[]>();
  for (const cells of before.rows) left.set(key(cells), [...left.get(key(cells)) ?? [], cells]);
  const isSame = after.rows.map((cells) => left.get(JSON.stringify(cells))?.shift() !== undefined);
  const rest = new Map<string, (readonly string[])[]>();
  for (const cells of [...left.values()].flat()) rest.set(cells[0] ?? '', [...rest.get(cells[0] ?? '') ?? [], cells]);
  const rows = after.rows.map((cells, i): TableRow => {
    if (isSame[i]) return { cells, change: 'same', before: PLAIN };
    const old = rest.get(cells[0] ?? '')?.shift();
    if (!old) return { cells, change: 'added', before: PLAIN };
    const was = after.columns.map((column) => old[before.columns.indexOf(column)] ?? '');
    return { cells, change: 'changed', before: new Map(was.flatMap((text, at) => (text === cells[at] ? [] : [[at, text] as const]))) };
  });
  const removed = [...rest.values()].flat().map((old): TableRow => ({ cells: after.columns.map((column) => old[before.columns.indexOf(column)] ?? ''), change: 'removed', before: PLAIN }));
  return [...rows, ...removed];
}

/** Columns by which a row is known: its number, its field, its name. */
const KNOWN_BY = 3;

/** The columns in the order in which they are shown: those by which rows are known, then those in which a row changed, then the rest. */
export function columnOrder(columns: readonly string[], rows: readonly TableRow[]): readonly number[] {
  const isChanged = columns.map((_, at) => rows.some(({ before }) => before.has(at)));
  const rank = (at: number): number => (at < KNOWN_BY ? 0 : isChanged[at] ? 1 : 2);
  return columns.map((_, at) => at).toSorted((a, b) => rank(a) - rank(b));
}

/** How many rows came, changed and went. */
export function differenceOf(rows: readonly TableRow[]): readonly { readonly change: Exclude<RowChange, 'same'>; readonly n: number }[] {
  return (['added', 'changed', 'removed'] as const).map((change) => ({ change, n: rows.filter((row) => row.change === change).length }));
}
