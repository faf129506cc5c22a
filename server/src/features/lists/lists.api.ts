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

/** A list that is not taken: all that is wrong with it, by line. */
export interface ListRefusal {
  readonly code: 'LIST_REFUSED';
  readonly problems: readonly ListProblem[];
}

export type PublishResult = Result<ListVersion, ListRefusal>;

/** All lists a county edits, with their editions. */
export interface ListsApi {
  kinds(): readonly ListKind[];
  /** Editions of a kind, oldest first. Throws for a kind nobody registered: that is a fault of ours. */
  versions(kind: string): readonly ListVersion[];
  /** The edition in force at an instant; before the first edition the first. */
  inForce<Content>(kind: ListKind<Content>, at: number): ListVersion<Content>;
  /** The edition a closed case was judged by; undefined when it was never published. */
  edition<Content>(kind: ListKind<Content>, version: string): ListVersion<Content> | undefined;
  /** The text an edition was read from; undefined when it was never published. */
  textOf(kind: string, version: string): string | undefined;
  /** Reads and checks a text as it would be published from a day on, and keeps nothing. */
  check(kind: string, text: string, effectiveFrom: string): readonly ListProblem[];
  /** Reads, checks and keeps a new edition, or refuses it whole with its problems. */
  publish(kind: string, edition: NewEdition, by: string, at: number): Promise<PublishResult>;
  /** Called with the kind of which there is a new edition, whoever published it. */
  onPublished(listener: (kind: string) => void): void;
  /** Takes over the editions that other nodes published. */
  reread(): Promise<void>;
}
