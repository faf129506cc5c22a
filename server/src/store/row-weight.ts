import type { Row } from './contents.ts';

/** About how many bytes a row takes. */
export function weighRow(row: Row): number {
  return row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0);
}
