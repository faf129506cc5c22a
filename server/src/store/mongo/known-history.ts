import type { IdempotencyRecord } from '../event-store.ts';
import { placeOf, type CommitDocument } from './commit-document.ts';

/** A key within its scope, as one text. */
export function keyOf({ scope, key }: Pick<IdempotencyRecord, 'scope' | 'key'>): string {
  return `${scope}\n${key}`;
}

/** How far a stream has come, and the first seqs of the commits that took it there. */
interface KnownStream {
  revision: number;
  readonly commits: number[];
}

/** The history as far as this process has read it: how far each stream has come, where it lies, and which keys were used. */
export class KnownHistory {
  readonly #streams = new Map<string, KnownStream>();
  /** Used keys with the place of their commit. */
  readonly #keys = new Map<string, string>();
  #lastSeq = 0;

  get lastSeq(): number {
    return this.#lastSeq;
  }

  revisionOf(stream: string): number {
    return this.#streams.get(stream)?.revision ?? 0;
  }

  /** The places of the commits that hold events of a stream, in order. */
  placesOf(stream: string): string[] {
    return (this.#streams.get(stream)?.commits ?? []).map(placeOf);
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
    for (const { stream, revision } of commit.events) this.#reach(stream, revision, Number(commit._id));
    for (const record of commit.records ?? []) this.#keys.set(keyOf(record), commit._id);
    this.#lastSeq = commit.lastSeq;
  }

  #reach(stream: string, revision: number, firstSeq: number): void {
    const known = this.#streams.get(stream);
    if (known === undefined) this.#streams.set(stream, { revision, commits: [firstSeq] });
    else {
      known.revision = revision;
      if (known.commits.at(-1) !== firstSeq) known.commits.push(firstSeq);
    }
  }
}
