import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { CaseType } from '@wangge/shared/district';
import { readCaseTypeTable } from '../../features/district/defaults/case-type-table.ts';
import type { Datum } from '../../ingest/datum.ts';
import { decodeText } from '../../platform/csv.ts';
import { parseCsv, readBytes } from '../read-csv.ts';
import { CliRefusal } from '../refusals.ts';
import { readBoundaries, type Boundary } from './boundaries.ts';
import type { Problem } from './problems.ts';
import { readTable, tableKind, type ReadTable, type RowOf, type TableName } from './tables.ts';

/** All that the files of an import say, each row checked by itself. A part that no file gave is undefined. */
export interface Sources {
  readonly tables: { readonly [N in TableName]?: ReadTable<RowOf<N>> };
  readonly types: { readonly file: string; readonly types: readonly CaseType[] } | undefined;
  readonly boundaries: readonly Boundary[];
  readonly problems: readonly Problem[];
}

/** A file to be read, and what it must be where its option says so. */
export interface Input {
  readonly path: string;
  readonly expected?: TableName | 'types';
}

/** The files that inputs stand for: a folder means its CSV and GeoJSON files. */
function filesOf(inputs: readonly Input[]): Input[] {
  return inputs.flatMap((input) => {
    const stat = statSync(input.path, { throwIfNoEntry: false });
    if (stat === undefined) throw new CliRefusal('FILE_UNREADABLE', { file: input.path, detail: '没有这个文件或文件夹' });
    if (!stat.isDirectory()) return [input];
    return readdirSync(input.path).filter((name) => /\.(csv|geojson|json)$/i.test(name)).sort().map((name) => ({ path: join(input.path, name) }));
  });
}

function readTypes(file: string, text: string): { readonly types: readonly CaseType[]; readonly problems: readonly Problem[] } {
  const { rows, problems } = readCaseTypeTable(text);
  const types = rows.map(({ value }) => value);
  const [first] = problems;
  if (types.length === 0 && first) throw new CliRefusal('CSV_COLUMN_UNKNOWN', { file, column: first.column, detail: first.reason });
  return { types, problems: problems.map((problem) => ({ file, ...problem })) };
}

/** Reads every file; what a file is shows in its header. Throws CliRefusal for a file that is nothing an import knows. */
export function readSources(inputs: readonly Input[], datum: Datum): Sources {
  const tables: { [N in TableName]?: ReadTable<RowOf<N>> } = {};
  const boundaries: Boundary[] = [];
  const problems: Problem[] = [];
  let types: Sources['types'];
  for (const { path, expected } of filesOf(inputs)) {
    const file = basename(path);
    const text = decodeText(readBytes(path));
    if (extname(path).toLowerCase() !== '.csv') {
      const read = readBoundaries(file, text, datum);
      boundaries.push(...read.boundaries);
      problems.push(...read.problems);
      continue;
    }
    const table = parseCsv(file, text);
    const kind = expected ?? tableKind(table) ?? (table.columns.includes('处置时限') ? 'types' : undefined);
    if (kind === undefined) throw new CliRefusal('CSV_COLUMN_MISSING', { file, column: 'village_code', detail: '看不出这是哪种表，各表的列见 --help' });
    const before = kind === 'types' ? types?.file : tables[kind]?.file;
    if (before !== undefined) throw new CliRefusal('OPTION_INVALID', { detail: `${before} 与 ${file} 是同一种表，只能给一个` });
    const read = kind === 'types' ? readTypes(file, text) : readTable(kind, table);
    if ('types' in read) types = { file, types: read.types };
    else Object.assign(tables, { [kind]: read });
    problems.push(...read.problems);
  }
  return { tables, types, boundaries, problems };
}
