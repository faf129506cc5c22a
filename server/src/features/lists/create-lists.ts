import { dateKey, ok } from '@wangge/shared/base';
import { versionInForce, type ListVersion } from '@wangge/shared/lists';
import type { DocumentStore } from '../../store/document-store.ts';
import { DEFAULT_EDITION, type FirstEdition } from './default-edition.api.ts';
import type { ListContext, ListKind, ListProblem } from './list-kind.api.ts';
import type { ListsApi, NewEdition, PublishResult } from './lists.api.ts';

/** An edition as it is kept: with the text it was read from, so that it can be given back, compared and mended. */
interface KeptEdition extends ListVersion {
  readonly text: string;
}

/** What the lists may refer to in the district. */
export type ListGround = Pick<ListContext, 'hasDepartment' | 'allowsCameraHost'>;

/** No district beside it: whatever a list refers to is taken to be there. */
const BY_ITSELF: ListContext = { hasDepartment: () => true, contentOf: () => undefined };

/** Opens all lists; a kind that has no edition yet gets the one that came with the district, or its default. Throws when a default edition can't be read: that is a fault of ours. */
export async function createListsApi(documents: DocumentStore, kinds: readonly ListKind[], ground: ListGround, first: readonly FirstEdition[] = []): Promise<ListsApi> {
  const books = new Map<string, { readonly kind: ListKind; editions: KeptEdition[] }>();
  const pending = new Set<string>();
  const listeners: ((kind: string) => void)[] = [];
  for (const kind of kinds) {
    if (books.has(kind.kind)) throw new Error(`list ${kind.kind} is registered twice`);
    books.set(kind.kind, { kind, editions: await openKind(kind) });
  }

  async function openKind(kind: ListKind): Promise<KeptEdition[]> {
    const kept = await documents.list<KeptEdition>(`list/${kind.kind}`);
    if (kept.length > 0) return kept.map(({ value }) => readAnew(kind, value)).sort(byTime);
    const edition: KeptEdition = { ...DEFAULT_EDITION, ...(first.find((given) => given.kind === kind.kind) ?? readDefault(kind)) };
    await documents.put(`list/${kind.kind}`, edition.version, edition);
    return [edition];
  }

  /** Reads the default by itself: whom and what it names need not be in this district. */
  function readDefault(kind: ListKind): Pick<KeptEdition, 'kind' | 'content' | 'text'> {
    const text = kind.defaultText();
    const { content, problems } = kind.read(text, BY_ITSELF);
    const [problem] = problems;
    if (problem) throw new Error(`默认值 ${kind.name}（${kind.kind}）第 ${problem.line} 行 ${problem.column} ${problem.reason}`);
    return { kind: kind.kind, content, text };
  }

  /** An edition that an earlier version of the product read knows nothing of what lists have said since: its text is read again, and says what it means by default. */
  function readAnew(kind: ListKind, edition: KeptEdition): KeptEdition {
    const { content, problems } = kind.read(edition.text, BY_ITSELF);
    return problems.length === 0 ? { ...edition, content } : edition;
  }

  function byTime(a: ListVersion, b: ListVersion): number {
    return a.effectiveFrom.localeCompare(b.effectiveFrom) || a.publishedAt - b.publishedAt;
  }

  /** What a list finds when it is to hold from a day. */
  function contextOn(day: string): ListContext {
    return { ...ground, contentOf: (kind) => onDay(books.get(kind)?.editions ?? [], day)?.content };
  }

  /** The edition of a day; before the first one the first, for something must hold. */
  function onDay(editions: readonly KeptEdition[], day: string): KeptEdition | undefined {
    return versionInForce(editions, day) as KeptEdition | undefined ?? editions[0];
  }

  function bookOf(kind: string): { readonly kind: ListKind; editions: KeptEdition[] } {
    const book = books.get(kind);
    if (!book) throw new Error(`no list of kind ${kind} is registered`);
    return book;
  }

  function headProblems(kind: string, { version, effectiveFrom }: NewEdition, at: number): ListProblem[] {
    const isTaken = bookOf(kind).editions.some((edition) => edition.version === version) || pending.has(`${kind}/${version}`);
    return [
      ...(isTaken ? [{ line: 0, column: '版本', reason: `已有版本“${version}”` }] : []),
      ...(effectiveFrom < dateKey(at) ? [{ line: 0, column: '生效日期', reason: `${effectiveFrom} 已过：新版本不能改变过去` }] : []),
    ];
  }

  async function publish(name: string, given: NewEdition, by: string, at: number): Promise<PublishResult> {
    const book = bookOf(name);
    const { text, ...head } = given;
    const read = book.kind.read(text, contextOn(given.effectiveFrom));
    const problems = [...headProblems(name, given, at), ...read.problems];
    if (problems.length > 0) return { ok: false, error: { code: 'LIST_REFUSED', problems } };
    const edition: KeptEdition = { kind: name, ...head, publishedAt: at, publishedBy: by, content: read.content, text };
    pending.add(`${name}/${given.version}`);
    try {
      await documents.put(`list/${name}`, edition.version, edition);
    } finally {
      pending.delete(`${name}/${given.version}`);
    }
    book.editions = [...book.editions, edition].sort(byTime);
    for (const listener of listeners) listener(name);
    return ok(edition);
  }

  async function reread(): Promise<void> {
    for (const [name, book] of books) {
      const kept = await documents.list<KeptEdition>(`list/${name}`);
      if (kept.every(({ value }) => book.editions.some(({ version }) => version === value.version))) continue;
      book.editions = kept.map(({ value }) => readAnew(book.kind, value)).sort(byTime);
      for (const listener of listeners) listener(name);
    }
  }

  return {
    kinds: () => kinds,
    versions: (kind) => bookOf(kind).editions,
    inForce: <Content>({ kind }: ListKind<Content>, at: number) => onDay(bookOf(kind).editions, dateKey(at)) as ListVersion<Content>,
    edition: <Content>({ kind }: ListKind<Content>, version: string) => bookOf(kind).editions.find((edition) => edition.version === version) as ListVersion<Content> | undefined,
    textOf: (kind, version) => bookOf(kind).editions.find((edition) => edition.version === version)?.text,
    check: (name, text, effectiveFrom) => bookOf(name).kind.read(text, contextOn(effectiveFrom)).problems,
    publish, reread,
    onPublished: (listener) => void listeners.push(listener),
  };
}
