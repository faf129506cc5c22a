import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Where an edition stands today: 生效中, 待生效, 已停用. */
export type Standing = 'in-force' | 'coming' | 'past';

/** An edition without its rows. `isConfirmed` false: 默认值. Days are YYYY-MM-DD, `publishedAt` epoch ms (0: it came with the product). */
export interface EditionHead {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly documentNo: string;
  readonly isConfirmed: boolean;
  readonly publishedAt: number;
  readonly publishedBy: string;
  readonly standing: Standing;
}

/** A list as the page names it; `form`: a table or settings. */
export interface ListHead {
  readonly kind: string;
  readonly name: string;
  readonly form: 'csv' | 'json';
  readonly columns: readonly string[];
  readonly inForce: EditionHead;
  readonly editions: number;
  /** Whether whoever asks may publish here. */
  readonly mayEdit: boolean;
}

/** Rows in the order of the columns, or the text of settings. */
export type TableContent = { readonly columns: readonly string[] } & (
  | { readonly rows: readonly (readonly string[])[]; readonly text?: undefined }
  | { readonly text: string; readonly rows?: undefined });

/** An edition with its content. */
export type EditionContent = EditionHead & TableContent;

/** One thing wrong with a list, by line of the file (1-based, the head is line 1; 0: no line is to blame). */
export interface ListProblem {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** What is said about a new edition; `text` is the whole file. */
export interface EditionWish {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly documentNo: string;
  readonly isConfirmed: boolean;
  readonly text: string;
}

const pathOf = (kind: string, ...more: readonly string[]): string => ['/api/v1/lists', kind, 'versions', ...more].map((part, i) => (i === 0 ? part : encodeURIComponent(part))).join('/');

export function readLists(): Promise<RestAnswer<readonly ListHead[]>> {
  return callRest('GET', '/api/v1/lists');
}

export function readEditions(kind: string, signal: AbortSignal): Promise<RestAnswer<readonly EditionHead[]>> {
  return callRest('GET', pathOf(kind), undefined, signal);
}

export function readEdition(kind: string, version: string, signal: AbortSignal): Promise<RestAnswer<EditionContent>> {
  return callRest('GET', pathOf(kind, version), undefined, signal);
}

/** Where the file of an edition can be had. */
export function fileOf(kind: string, version: string): string {
  return `${pathOf(kind, version)}?download=yes`;
}

/** What a text would be as an edition: what is wrong with it, or its content. */
export interface EditionCheck {
  readonly problems: readonly ListProblem[];
  readonly content: TableContent | null;
}

/** Reads and checks a text as an edition without publishing it. */
export function checkEdition(kind: string, wish: Pick<EditionWish, 'effectiveFrom' | 'text'>): Promise<RestAnswer<EditionCheck>> {
  return callRest('POST', `/api/v1/lists/${encodeURIComponent(kind)}/checks`, wish);
}

/** Publishes an edition, or is refused with all that is wrong with it (`problemsOf`). */
export function publishEdition(kind: string, wish: EditionWish): Promise<RestAnswer<EditionHead>> {
  return callRest('POST', pathOf(kind), wish);
}

/** What a refused list has wrong, by line; empty when it was refused for something else. */
export function problemsOf(answer: RestAnswer<unknown>): readonly ListProblem[] {
  return answer.ok ? [] : (answer.body as { problems?: readonly ListProblem[] } | null)?.problems ?? [];
}
