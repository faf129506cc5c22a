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
 * so that what the books hold is always the sum of the history up to one number. Others may write into the same store: what
 * they wrote is folded before what comes after it.
 */
export class Ledger {
  readonly #store: EventStore;
  readonly #folds = new Map<string, Fold>();
  #lastSeq = 0;
  #reading: Promise<void> | null = null;
  readonly #writtenListeners: ((seq: number) => void)[] = [];
  readonly #foldedListeners: ((events: readonly StoredEvent[]) => void)[] = [];

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** Names who folds a kind; to be called before the first `catchUp`. */
  register(kind: string, fold: Fold): void {
    this.#folds.set(kind, fold);
  }

  /** The number of the last event that is folded. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Folds everything that the store held when this was called and the books don't. A kind that nobody folds is left aside: it belongs to a newer version. */
  async catchUp(): Promise<void> {
    // One that is under way may have read before the caller's event was written.
    await this.#reading;
    await (this.#reading ??= this.#read().finally(() => (this.#reading = null)));
  }

  /** Writes all streams of one act, or none of them; a repeated key has no second effect. The books hold it, and all that was before it, when this answers. */
  async append(appends: readonly StreamAppend[], record?: IdempotencyRecord): Promise<AppendOutcome> {
    const outcome = await this.#store.append(appends, record);
    if (outcome.kind === 'appended' && (outcome.events[0]?.seq ?? 0) <= this.#lastSeq + 1) this.#apply(outcome.events);
    else await this.catchUp();
    const written = outcome.kind === 'appended' ? outcome.events.at(-1)?.seq : undefined;
    if (written !== undefined) for (const listener of this.#writtenListeners) listener(written);
    return outcome;
  }

  /** Called with the number of the last event of each append that was written here. */
  onWritten(listener: (seq: number) => void): void {
    this.#writtenListeners.push(listener);
  }

  /** Called with all events, whoever wrote them, in order and after the books hold them. */
  onFolded(listener: (events: readonly StoredEvent[]) => void): void {
    this.#foldedListeners.push(listener);
  }

  history(stream: string): Promise<readonly StoredEvent[]> {
    return this.#store.readStream(stream);
  }

  /** What a key was used for; the books hold what it did when this answers, whoever did it. */
  async wasDone(scope: string, key: string): Promise<IdempotencyRecord | null> {
    const record = await this.#store.findIdempotent(scope, key);
    if (record) await this.catchUp();
    return record;
  }

  /** Takes `count` numbers from a named counter and answers the first. */
  takeSerials(counter: string, count = 1): Promise<number> {
    return this.#store.takeSerials(counter, count);
  }

  async #read(): Promise<void> {
    for (;;) {
      const page = await this.#store.readSince(this.#lastSeq, PAGE);
      this.#apply(page);
      if (page.length < PAGE) return;
    }
  }

  #apply(written: readonly StoredEvent[]): void {
    const events = written.filter(({ seq }) => seq > this.#lastSeq);
    let from = 0;
    while (from < events.length) {
      const kind = kindOf(events[from]!.stream);
      let to = from + 1;
      while (to < events.length && kindOf(events[to]!.stream) === kind) to += 1;
      this.#folds.get(kind)?.apply(events.slice(from, to));
      from = to;
    }
    this.#lastSeq = events[events.length - 1]?.seq ?? this.#lastSeq;
    if (events.length > 0) for (const listener of this.#foldedListeners) listener(events);
  }
}
