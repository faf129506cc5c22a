/** One thing wrong with an imported list: where, and in words of the person who edits it. */
export interface ListProblem {
  /** 1-based line of the file; the header is line 1. 0 where no line is to blame. */
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** What a list may refer to while it is being read. */
export interface ListContext {
  hasDepartment(nameOrId: string): boolean;
  /** Whether screens may reach a host of cameras; absent where nobody asks, as for an edition that was taken before. */
  allowsCameraHost?(host: string): boolean;
  /** The content in force of another kind; undefined when there is none. */
  contentOf(kind: string): unknown;
}

/**
 * One kind of list: how its text is read and checked. A list with a problem is refused whole. `file`: its default edition
 * beside the feature that owns it.
 */
export interface ListKind<Content = unknown> {
  readonly kind: string;
  /** Name people know it by. */
  readonly name: string;
  /** Columns of the CSV in order, as people write them; empty for JSON settings. */
  readonly columns: readonly string[];
  /** Text of the default edition that ships with the product. */
  defaultText(): string;
  read(text: string, context: ListContext): { readonly content: Content; readonly problems: readonly ListProblem[] };
}
