/** What a spreadsheet takes for the beginning of a formula, half or full width, or skips before one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text for a cell: one that a spreadsheet would take for a formula is made plain by an apostrophe before it. */
export function plainCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
