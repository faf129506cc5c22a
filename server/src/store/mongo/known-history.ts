import type { IdempotencyRecord } from '../event-store.ts';
import type { CommitDocument } from './commit-document.ts';

/** A key within its scope, as one text. */
export function keyOf({ scope, key }: Pick<IdempotencyRecord, 'scope' | 'key'>): string {
  return `${scope}\n${key}`;
}

/** The history as far as this process has read it: how far each stream has come and which keys were used. */
export class KnownHistory {
  readonly #revisions = new Map<string, number>();
  /** Used keys with the place of their commit. */
  readonly #keys = new Map<string, string>();
  #lastSeq = 0;

  get lastSeq(): number {
    return this.#lastSeq;
  }

  revisionOf(stream: string): number {
    return this.#revisions.get(stream) ?? 0;
  }

  /** The place of the commit that used the key. */
  placeOfKey(record: Pick<IdempotencyRecord, 'scope' | 'key'>): string | undefined {
    return this.#keys.get(keyOf(record));
  }

  isNext(commit: CommitDocument): boolean {
    return Number(commit._id) === this.#lastSeq + 1;
  }

  /** Takes in the commit that comes next. One that is known already is left aside; one that does not join on is an error. */
  learn(commit: CommitDocument): void {
    if (commit.lastSeq <= this.#lastSeq) return;
    if (!this.isNext(commit)) throw new Error(`the history has a gap: ${commit._id} follows ${this.#lastSeq}`);
    for (const { stream, revision } of commit.events) this.#revisions.set(stream, revision);
    for (const record of commit.records ?? []) this.#keys.set(keyOf(record), commit._id);
    this.#lastSeq = commit.lastSeq;
  }
}
