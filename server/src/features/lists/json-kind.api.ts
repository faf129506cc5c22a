import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { brokenLine, jsonLines } from './json-lines.ts';
import type { ListContext, ListKind, ListProblem } from './list-kind.api.ts';

/** Something wrong at a path of the settings (`steps.0.limit`). */
export interface PathProblem {
  readonly path: string;
  readonly reason: string;
}

/** What is special to one list that is kept as settings. */
export interface JsonKindPlan<Content> {
  readonly kind: string;
  readonly name: string;
  /** Path of the default edition. */
  readonly file: string;
  readonly schema: z.ZodType<Content>;
  /** What the form alone does not show: what points nowhere, overlaps, or goes in circles. */
  check?(content: Content, context: ListContext): readonly PathProblem[];
}

/** The line of a path, or of what should have held it. */
function lineOf(lines: ReadonlyMap<string, number>, path: string): number {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return 1;
}

/** A list kept as settings (JSON). Problems name the path as their column and the line on which it stands. */
export function jsonKind<Content>({ kind, name, file, schema, check }: JsonKindPlan<Content>): ListKind<Content> {
  return {
    kind, name, columns: [],
    defaultText: () => readFileSync(file, 'utf8'),
    read(given, context) {
      const text = given.replace(/^\uFEFF/, '');
      let data: unknown;
      try {
        data = JSON.parse(text);
      } catch (error) {
        return { content: undefined as Content, problems: [{ line: brokenLine(text, String(error)), column: '', reason: '不是合法的 JSON' }] };
      }
      const parsed = schema.safeParse(data);
      const found: readonly PathProblem[] = parsed.success
        ? check?.(parsed.data, context) ?? []
        : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message }));
      const lines = jsonLines(text);
      const problems = found.map(({ path, reason }): ListProblem => ({ line: lineOf(lines, path), column: path, reason }));
      return { content: parsed.data as Content, problems };
    },
  };
}
