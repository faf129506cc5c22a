import type { ListKind } from './list-kind.api.ts';

/** Name and first day of the editions that ship with the product: 默认值, in force until a county has its own. */
export const DEFAULT_EDITION = { version: '默认值-2026.1', effectiveFrom: '2000-01-01', documentNo: '', isConfirmed: false, publishedAt: 0, publishedBy: '' } as const;

/** An edition that was made with the district and need not be read again. */
export interface FirstEdition {
  readonly kind: string;
  readonly version: string;
  readonly isConfirmed: boolean;
  readonly content: unknown;
  readonly text: string;
}

const contents = new Map<string, unknown>();

/** What the default edition of a list says, read once; whom and what it names need not be in a district. */
export function defaultContentOf<Content>({ kind, defaultText, read }: ListKind<Content>): Content {
  if (!contents.has(kind)) contents.set(kind, read(defaultText(), { hasDepartment: () => true, contentOf: () => undefined }).content);
  return contents.get(kind) as Content;
}
