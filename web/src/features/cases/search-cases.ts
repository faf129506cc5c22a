import type { CaseRow } from '@wangge/shared/wire';

/** Names of places as people type them. */
export interface PlaceNames {
  village(code: string): string;
  grid(code: string): string;
}

/** Whether every word typed occurs in the number, type or place of the case. An empty text matches all. */
export function matchesText(row: CaseRow, text: string, places: PlaceNames): boolean {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const heap = `${row.no} ${row.matter} ${row.typeCode} ${places.village(row.villageCode)} ${places.grid(row.gridCode)}`.toLowerCase();
  return words.every((word) => heap.includes(word));
}
