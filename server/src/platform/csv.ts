import { parse } from 'csv-parse/sync';

/** One row by column name, and the line of the file on which it begins; the header is line 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A row that could not be read as a row. */
export interface BrokenRow {
  readonly line: number;
  readonly reason: string;
}

/** A table as it stands in its text. `columns` is empty when there is not even a header. */
export interface CsvText {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly broken: readonly BrokenRow[];
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Text of a file in UTF-8, or else in GB 18030 as Chinese office programs save it. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Reads a table with a header line. Cells are trimmed; rows with another number of cells are listed as broken. */
export function parseCsvText(text: string): CsvText {
  const broken: BrokenRow[] = [];
  const parsed = parse(text, {
    bom: true, trim: true, info: true, raw: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true, skip_records_with_error: true,
    on_skip: (error) => void broken.push({ line: Number(error?.['lines'] ?? 0), reason: '引号没有闭合' }),
  }) as unknown as ParsedRow[];
  const [head, ...body] = parsed;
  const columns = head?.record ?? [];
  const rows: CsvRow[] = [];
  for (const { record, raw, info } of body) {
    const line = info.lines - (raw.trim().match(/\n/g)?.length ?? 0);
    if (record.length !== columns.length) broken.push({ line, reason: `应有 ${columns.length} 列，实有 ${record.length} 列` });
    else rows.push({ line, cells: Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])) });
  }
  return { columns, rows, broken };
}
