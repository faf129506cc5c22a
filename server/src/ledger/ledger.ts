import type { AppendOutcome, EventStore, IdempotencyRecord, StoredEvent, StreamAppend } from '../store/event-store.ts';

const PAGE = 5_000;

/** Keeps the objects of one kind by folding the events it is handed, in order. */
export interface Fold {
  apply(events: readonly StoredEvent[]): void;
}

/** The kind of object a stream is about: `call/…` is a call; a name without a kind is a case. */
export function kindOf(stream: string): string {
  const slash = stream.indexOf('/');
  return slash === -1 ? 'case' : stream.slice(0, slash);
}

/**
 * The one way into the history. Whatever is written is durable first and is then folded, kind by kind in the order of `seq`,
 * so that what the books hold is always the sum of the history.
 */
export class Ledger {
  readonly #store: EventStore;
  readonly #folds = new Map<string, Fold>();
  #lastSeq = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** Names who folds a kind; to be called before `load`. */
  register(kind: string, fold: Fold): void {
    this.#folds.set(kind, fold);
  }

  /** Folds the whole history. A kind that nobody folds is left aside: it belongs to a newer version. */
  async load(): Promise<void> {
    for (;;) {
      const page = await this.#store.readSince(this.#lastSeq, PAGE);
      if (page.length === 0) return;
      this.#apply(page);
    }
  }

  /** Writes all streams of one act, or none of them; a repeated key has no second effect. */
  async append(appends: readonly StreamAppend[], record?: IdempotencyRecord): Promise<AppendOutcome> {
    const outcome = await this.#store.append(appends, record);
    if (outcome.kind === 'appended') this.#apply(outcome.events);
    return outcome;
  }

  history(stream: string): Promise<readonly StoredEvent[]> {
    return this.#store.readStream(stream);
  }

  wasDone(scope: string, key: string): Promise<IdempotencyRecord | null> {
    return this.#store.findIdempotent(scope, key);
  }

  /** Takes `count` numbers from a named counter and answers the first. */
  takeSerials(counter: string, count = 1): Promise<number> {
    return this.#store.takeSerials(counter, count);
  }

  #apply(events: readonly StoredEvent[]): void {
    let from = 0;
    while (from < events.length) {
      const kind = kindOf(events[from]!.stream);
      let to = from + 1;
      while (to < events.length && kindOf(events[to]!.stream) === kind) to += 1;
      this.#folds.get(kind)?.apply(events.slice(from, to));
      from = to;
    }
    this.#lastSeq = events[events.length - 1]?.seq ?? this.#lastSeq;
  }
}
