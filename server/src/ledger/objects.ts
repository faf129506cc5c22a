import { ok, refuse, type Result } from '@wangge/shared/base';
import type { DomainEvent, Wish } from '@wangge/shared/life';
import type { IdempotencyRecord, StoredEvent, StreamAppend } from '../store/event-store.ts';
import { deedOf, isSameDeed } from './deed.ts';
import type { Ledger } from './ledger.ts';
import { ObjectBook, type ObjectChange } from './object-book.ts';

/** What a decision causes: events of the object itself, and of others that must change together with it. */
export interface Effect<Event extends DomainEvent> {
  readonly events: readonly Event[];
  readonly also?: readonly StreamAppend[];
}

/** One kind of object: its name in streams and how its events add up. Deciding is handed in with each act. */
export interface ObjectKind<State, Event extends DomainEvent> {
  readonly kind: string;
  evolve(state: State | null, event: Event): State;
}

/** Objects of one kind. Every answer is durable when it is given; a repeated `commandId` has no second effect, and used for anything else it is refused. */
export interface Objects<State, Event extends DomainEvent> {
  get(id: string): State | undefined;
  all(): IterableIterator<State>;
  history(id: string): Promise<readonly StoredEvent<Event>[]>;
  onChanges(listener: (changes: readonly ObjectChange<State, Event>[]) => void): void;
  /** Brings a new object into being. */
  open(id: string, effect: Effect<Event>, commandId?: string): Promise<Result<State>>;
  /** Acts on an object as it stands; `decide` is pure and is asked once. */
  act<W extends Wish>(id: string, wish: W, decide: (state: State, wish: W) => Result<Effect<Event>>, commandId?: string): Promise<Result<State>>;
}

/** Keeps objects of one kind in the ledger. */
export function createObjects<State extends { readonly revision: number }, Event extends DomainEvent>(ledger: Ledger, { kind, evolve }: ObjectKind<State, Event>): Objects<State, Event> {
  const book = new ObjectBook<State, Event>(evolve);
  ledger.register(kind, book);
  const streamOf = (id: string): string => `${kind}/${id}`;

  async function write(id: string, expectedRevision: number, { events, also = [] }: Effect<Event>, commandId?: string, deed = id): Promise<Result<State>> {
    const record = commandId ? { scope: kind, key: commandId, bodyHash: deed, answer: '' } : undefined;
    const outcome = await ledger.append([{ stream: streamOf(id), expectedRevision, events }, ...also], record);
    if (outcome.kind === 'conflict') return refuse('OBJECT_REVISION_CONFLICT');
    if (outcome.kind === 'appended') return ok(book.get(streamOf(id))!);
    // Somebody was at it at the same time: of what is opened there is the first one only.
    const { bodyHash } = outcome.record;
    return deed === id || bodyHash === deed ? ok(book.get(streamOf(bodyHash.split(' ')[0]!))!) : refuse('IDEMPOTENCY_KEY_REUSED');
  }

  async function find(id: string, commandId?: string): Promise<{ state: State | undefined; known: IdempotencyRecord | null }> {
    const known = commandId === undefined ? null : await ledger.wasDone(kind, commandId);
    return { state: book.get(streamOf(id)), known };
  }

  return {
    get: (id) => book.get(streamOf(id)),
    all: () => book.all(),
    history: async (id) => (await ledger.history(streamOf(id))) as readonly StoredEvent<Event>[],
    onChanges: (listener) => book.onChanges(listener),
    async open(id, effect, commandId) {
      const { state, known } = await find(id, commandId);
      return known && state ? ok(state) : write(id, 0, effect, commandId);
    },
    async act(id, wish, decide, commandId) {
      // Who saw a newer state than this node holds saw it at another.
      if (wish.expectedRevision > (book.get(streamOf(id))?.revision ?? 0)) await ledger.catchUp();
      const { state, known } = await find(id, commandId);
      if (!state) return refuse('OBJECT_NOT_FOUND');
      if (known) return isSameDeed(known, id, wish.action, wish.payload) ? ok(state) : refuse('IDEMPOTENCY_KEY_REUSED');
      const decided = decide(state, wish);
      return decided.ok ? write(id, state.revision, decided.value, commandId, deedOf(id, wish.action, wish.payload)) : decided;
    },
  };
}
