import { plainCell } from './plain-cell.ts';

/** Excel opens a file as UTF-8 by this mark only. */
const BOM = '\uFEFF';

export type CsvCell = string | number | null;

/** One cell; a text that a spreadsheet would take for a formula is made plain. */
function toCell(value: CsvCell): string {
  const text = value === null ? '—' : typeof value === 'number' ? String(Math.round(value * 100) / 100) : plainCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of a table for a spreadsheet. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

/** A whole table for a spreadsheet. */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return BOM + csvLines(rows);
}
