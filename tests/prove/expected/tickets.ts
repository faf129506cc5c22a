import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Sources } from '../sources/source-types.ts';

interface MappingFile {
  readonly fields: { readonly typeCode: { readonly lookup: readonly string[]; readonly table: Record<string, string>; readonly default: string } };
}

const MAPPING = join(import.meta.dirname, '../../../server/src/cli/replay/mappings/pingshan-2018.tickets.json');

export interface CountedTickets {
  /** How many cases of each type lie in each village: `type@village`. */
  readonly counts: ReadonlyMap<string, number>;
  readonly usable: number;
  readonly unusable: number;
}

/** Counts what the tickets of a file must become, straight from its rows. */
export function countTickets({ tickets, communities }: Pick<Sources, 'tickets' | 'communities'>, limit: number): CountedTickets {
  const { lookup, table, default: otherwise } = (JSON.parse(readFileSync(MAPPING, 'utf8')) as MappingFile).fields.typeCode;
  const codeOf = new Map(communities.map(({ name, code }) => [name.replace(/居委会$/, ''), code]));
  const typeOf = (row: Row): string => table[lookup.map((column) => row[column] ?? '').find((name) => name in table) ?? ''] ?? otherwise;
  const counts = new Map<string, number>();
  const rows = tickets.filter((row) => codeOf.has(row['community'] ?? ''));
  const inTime = rows.map((row, i) => ({ row, i })).sort((a, b) => ((a.row['create_time'] ?? '') < (b.row['create_time'] ?? '') ? -1 : (a.row['create_time'] ?? '') > (b.row['create_time'] ?? '') ? 1 : a.i - b.i));
  const used = inTime.slice(0, limit);
  for (const { row } of used) {
    const key = `${typeOf(row)}@${codeOf.get(row['community'] ?? '')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts, usable: used.length, unusable: tickets.length - rows.length };
}
