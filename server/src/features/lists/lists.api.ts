import type { ListVersion } from '@wangge/shared/lists';
import type { Result } from '@wangge/shared/base';
import type { ListKind, ListProblem } from './list-kind.api.ts';

/** What an editor says about a new edition. */
export interface NewEdition {
  readonly version: string;
  /** YYYY-MM-DD; not before today. */
  readonly effectiveFrom: string;
  readonly documentNo: string;
  readonly isConfirmed: boolean;
  readonly text: string;
}

/** All lists a county edits, with their editions. */
export interface ListsApi {
  kinds(): readonly ListKind[];
  /** Editions of a kind, oldest first. */
  versions(kind: string): readonly ListVersion[];
  /** The edition in force at an instant. Throws for a kind nobody registered: that is a fault of ours. */
  inForce<Content>(kind: ListKind<Content>, at: number): ListVersion<Content>;
  /** The edition a closed case was judged by; undefined when it was never published. */
  edition<Content>(kind: ListKind<Content>, version: string): ListVersion<Content> | undefined;
  /** Reads, checks and keeps a new edition, or refuses it whole with its problems. */
  publish(kind: string, edition: NewEdition, by: string, at: number): Promise<Result<ListVersion, { readonly code: 'LIST_REFUSED'; readonly problems: readonly ListProblem[] }>>;
  onPublished(listener: (kind: string) => void): void;
}
