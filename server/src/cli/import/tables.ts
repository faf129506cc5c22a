import { z } from 'zod';
import { ROLES } from '@wangge/shared/access';
import { PLATFORMS } from '@wangge/shared/district';
import { CliRefusal } from '../refusals.ts';
import type { CsvTable } from '../read-csv.ts';
import type { Problem } from './problems.ts';

/** A row that passed, with the line it stands on. */
export interface Read<T> {
  readonly line: number;
  readonly value: T;
}

export interface ReadTable<T> {
  readonly file: string;
  readonly rows: readonly Read<T>[];
  readonly problems: readonly Problem[];
}

const needed = z.string().min(1, '不能为空');
const text = z.string().default('');
const code = needed.regex(/^[\w.-]{1,40}$/, '只能用字母、数字、. _ -，至多 40 个');
const list = text.transform((cell) => cell.split(/[;；]/).map((part) => part.trim()).filter((part) => part !== ''));
const oneOf = <const T extends readonly [string, ...string[]]>(names: T) => z.enum(names, `应为 ${names.join('、')} 之一`);
const optionalOneOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  z.union([z.literal('').transform(() => null), oneOf(names)]).default(null);
const coordinate = z.union([z.literal('').transform(() => null), z.coerce.number('应为数').transform(Number)]).default(null);
const gridCode = z.string().regex(/^(\d{15})?$/, '应为 15 位数字').default('');

/** The tables that an import knows, by the column that no other table has. */
export const TABLES = {
  villages: z.strictObject({
    village_code: z.string().regex(/^\d{12}$/, '应为 12 位数字'), village: needed, short_name: text, town_code: text, town: text, county_code: text, county: text,
  }),
  grids: z.strictObject({ grid_code: z.string().regex(/^\d{15}$/, '应为 15 位数字'), grid: needed, kind: optionalOneOf(['basic', 'special']) }),
  departments: z.strictObject({
    department_code: code, department: needed, kind: oneOf(['town', 'stationed', 'village', 'company', 'county']), platform: optionalOneOf(PLATFORMS),
  }),
  teams: z.strictObject({
    team_code: code, team: needed, kind: oneOf(['enforcement', 'service', 'patrol', 'emergency']), department: needed,
    handles: list, equipment: list, headcount: z.union([z.literal('').transform(() => 1), z.coerce.number('应为数').int('应为整数').min(1, '至少 1 人')]).default(1), lng: coordinate, lat: coordinate,
  }),
  units: z.strictObject({
    unit_code: code, unit: needed, kind: oneOf(['vehicle', 'person']), team: text, person: text, grid_code: gridCode, plate: text,
    terminal_phone: z.string().regex(/^(\d{6,20})?$/, '应为 6–20 位数字').default(''),
  }),
  people: z.strictObject({
    person_code: code, name: needed, phone: text, post: needed, roles: list.pipe(z.array(oneOf(ROLES))), department: text, team: text, grid_code: gridCode,
    account: z.string().regex(/^[\w.@-]{0,40}$/, '只能用字母、数字、. _ @ -，至多 40 个').default(''),
  }),
} as const;

export type TableName = keyof typeof TABLES;
export type RowOf<N extends TableName> = z.output<(typeof TABLES)[N]>;

const KEY_COLUMNS: Readonly<Record<TableName, string>> = {
  villages: 'village_code', grids: 'grid', departments: 'department_code', teams: 'team_code', units: 'unit_code', people: 'person_code',
};

/** Which table a file is, by its header; undefined when it is none of them. */
export function tableKind({ columns }: Pick<CsvTable, 'columns'>): TableName | undefined {
  return (Object.keys(TABLES) as TableName[]).find((name) => columns.includes(KEY_COLUMNS[name]));
}

function checkColumns(name: TableName, { file, columns }: CsvTable): void {
  const { shape } = TABLES[name];
  const known = Object.keys(shape);
  const unknown = columns.find((column) => !known.includes(column));
  if (unknown !== undefined) throw new CliRefusal('CSV_COLUMN_UNKNOWN', { file, column: unknown, detail: `可用的列是 ${known.join(',')}` });
  const missing = Object.entries(shape).find(([column, schema]) => !columns.includes(column) && !schema.safeParse(undefined).success)?.[0];
  if (missing !== undefined) throw new CliRefusal('CSV_COLUMN_MISSING', { file, column: missing, detail: `可用的列是 ${known.join(',')}` });
}

/** Reads a table of this kind. Throws CliRefusal for wrong columns; rows that can't be used, or come twice, are listed. */
export function readTable<N extends TableName>(name: N, table: CsvTable): ReadTable<RowOf<N>> {
  checkColumns(name, table);
  const { file } = table;
  const key = name === 'grids' ? 'grid_code' : KEY_COLUMNS[name];
  const problems: Problem[] = table.broken.map(({ line, reason }) => ({ file, line, column: '', reason }));
  const rows = new Map<string, Read<RowOf<N>>>();
  for (const { line, cells } of table.rows) {
    const parsed = TABLES[name].safeParse(cells);
    const id = cells[key] ?? '';
    if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => ({ file, line, column: String(issue.path[0] ?? ''), reason: issue.message })));
    else if (rows.has(id)) problems.push({ file, line, column: key, reason: `“${id}”重复` });
    else rows.set(id, { line, value: parsed.data as RowOf<N> });
  }
  return { file, rows: [...rows.values()], problems };
}
