import type { Fields, Value } from './record.ts';

/**
 * Where a field of ours comes from in a record of theirs. A path goes from name to name by dots (`caller.phone`). The first of
 * several paths that holds something is taken; a table says our word for theirs, `otherwise` what holds where neither does.
 */
export type FieldRule =
  | { readonly value: string }
  | { readonly path: string | readonly string[]; readonly table?: Readonly<Record<string, string>>; readonly otherwise?: string };

/** What a rule finds: a text, nothing, or a word that the table does not have. */
export type Found = { readonly kind: 'found'; readonly text: string } | { readonly kind: 'missing' } | { readonly kind: 'unmapped'; readonly text: string };

/** What lies at a path; undefined where nothing does. */
export function valueAt(record: Value, path: string): Value | undefined {
  let here: Value | undefined = record;
  for (const name of path === '' ? [] : path.split('.')) {
    const at: Value | undefined = here;
    here = isFields(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return here;
}

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(record: Fields, path: string): string {
  const value = valueAt(record, path);
  return typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Applies a rule; a rule that is not there finds nothing. */
export function applyRule(rule: FieldRule | undefined, record: Fields): Found {
  if (rule === undefined) return { kind: 'missing' };
  if ('value' in rule) return { kind: 'found', text: rule.value };
  const texts = (typeof rule.path === 'string' ? [rule.path] : rule.path).map((path) => textAt(record, path)).filter((text) => text !== '');
  const { table, otherwise } = rule;
  const text = table ? texts.map((one) => (Object.hasOwn(table, one) ? table[one] : undefined)).find((one) => one !== undefined) : texts[0];
  if (text !== undefined) return { kind: 'found', text };
  if (otherwise !== undefined) return { kind: 'found', text: otherwise };
  return texts[0] === undefined ? { kind: 'missing' } : { kind: 'unmapped', text: texts[0] };
}
