import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseCsvText } from '../../platform/csv.ts';
import type { ListContext, ListKind, ListProblem } from './list-kind.api.ts';

/** A row of a list with the line on which it begins. */
export interface ListRow<Row> {
  readonly line: number;
  readonly value: Row;
}

/** What is special to one list that is kept as a table. */
export interface CsvKindPlan<Row extends object> {
  readonly kind: string;
  readonly name: string;
  /** Path of the default edition. */
  readonly file: string;
  /** The column of each field as people write it, in order. */
  readonly columns: Readonly<Record<keyof Row & string, string>>;
  /** Reads the cells of one row, by field; see `cell`. */
  readonly row: z.ZodType<Row>;
  /** A register may begin empty; any other table without a row is refused. */
  readonly mayBeEmpty?: boolean;
  /** What only the whole table shows: what is given twice, points nowhere, or goes in circles. Asked only of rows that could be read. */
  check?(rows: readonly ListRow<Row>[], context: ListContext): readonly ListProblem[];
}

/** Columns that are missing, unknown or given twice. */
function headProblems(found: readonly string[], wanted: readonly string[]): ListProblem[] {
  const say = (column: string, reason: string): ListProblem => ({ line: 1, column, reason });
  if (found.length === 0) return [say('', `没有表头，应为 ${wanted.join(',')}`)];
  return [
    ...wanted.filter((column) => !found.includes(column)).map((column) => say(column, '缺少这一列')),
    ...found.filter((column) => !wanted.includes(column)).map((column) => say(column, '不认识这一列')),
    ...found.filter((column, i) => found.indexOf(column) !== i).map((column) => say(column, '这一列出现两次')),
  ];
}

/** Reads a table by its columns (in any order) into rows, listing by line and column what cannot be read. */
export function readListRows<Row extends object>(text: string, { columns, row, mayBeEmpty }: Pick<CsvKindPlan<Row>, 'columns' | 'row' | 'mayBeEmpty'>): { rows: ListRow<Row>[]; problems: ListProblem[] } {
  const fields = Object.entries<string>(columns);
  const table = parseCsvText(text);
  const problems = headProblems(table.columns, fields.map(([, column]) => column));
  if (problems.length > 0) return { rows: [], problems };
  problems.push(...table.broken.map(({ line, reason }) => ({ line, column: '', reason })));
  const rows: ListRow<Row>[] = [];
  for (const { line, cells } of table.rows) {
    const parsed = row.safeParse(Object.fromEntries(fields.map(([field, column]) => [field, cells[column]])));
    if (parsed.success) rows.push({ line, value: parsed.data });
    else problems.push(...parsed.error.issues.map(({ path, message }) => ({ line, column: columns[path[0] as keyof Row & string] ?? '', reason: message })));
  }
  if (problems.length === 0 && rows.length === 0 && !mayBeEmpty) problems.push({ line: 1, column: '', reason: '只有表头，没有一行' });
  return { rows, problems };
}

/** Rows whose key was given before. */
export function repeated<Row>(rows: readonly ListRow<Row>[], column: string, keyOf: (row: Row) => string): ListProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, value }) => {
    const key = keyOf(value);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    return before === undefined ? [] : [{ line, column, reason: `“${key}”重复，第 ${before} 行已有` }];
  });
}

/** Departments that the district does not have. */
export function unknownDepartments<Row>(rows: readonly ListRow<Row>[], column: string, namesOf: (row: Row) => readonly string[], context: ListContext): ListProblem[] {
  return rows.flatMap(({ line, value }) => namesOf(value).filter((name) => !context.hasDepartment(name)).map((name) => ({ line, column, reason: `没有部门“${name}”` })));
}

/** A list kept as a table (CSV). Its content is its rows. */
export function csvKind<Row extends object>(plan: CsvKindPlan<Row>): ListKind<readonly Row[]> {
  const { kind, name, file, columns } = plan;
  return {
    kind, name, columns: Object.values<string>(columns),
    defaultText: () => readFileSync(file, 'utf8'),
    read(text, context) {
      const { rows, problems } = readListRows(text, plan);
      const all = [...problems, ...(plan.check?.(rows, context) ?? [])];
      return { content: rows.map(({ value }) => value), problems: all.toSorted((a, b) => a.line - b.line) };
    },
  };
}
