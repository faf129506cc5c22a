import type { CaseId } from '@wangge/shared/base';
import { evolveCase, type Case, type CaseEvent } from '@wangge/shared/case';
import type { Fold } from '../../ledger/ledger.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import type { CaseChange, CaseFeed } from './case-feed.api.ts';

/**
 * All cases as their events have made them, in memory, and the one place where events are folded. Listeners are told in the
 * order of `seq`, after the book holds the change; at the start they are told of the whole history.
 */
export class CaseBook implements CaseFeed, Fold {
  readonly #cases = new Map<CaseId, Case>();
  readonly #listeners: ((changes: readonly CaseChange[]) => void)[] = [];
  readonly #heldListeners: ((item: Case) => void)[] = [];
  #lastSeq = 0;

  /** `held`: cases that the book begins with; read models find them there when they are made. */
  constructor(held: Iterable<Case> = []) {
    for (const item of held) this.hold(item);
  }

  /** Takes a case as it stands: its next event finds it so. */
  hold(item: Case): void {
    this.#cases.set(item.id, item);
    for (const listener of this.#heldListeners) listener(item);
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get size(): number {
    return this.#cases.size;
  }

  get(id: CaseId): Case | undefined {
    return this.#cases.get(id);
  }

  all(): IterableIterator<Case> {
    return this.#cases.values();
  }

  /** Read models subscribe before the ledger reads, so that what they hold is always the sum of all events. */
  onChanges(listener: (changes: readonly CaseChange[]) => void): void {
    this.#listeners.push(listener);
  }

  onHeld(listener: (item: Case) => void): void {
    this.#heldListeners.push(listener);
  }

  /** Folds events that the store has made durable. */
  apply(events: readonly StoredEvent[]): void {
    const changes = events.map(({ seq, event: stored, stream }) => {
      const event = stored as CaseEvent;
      const before = this.#cases.get(stream as CaseId) ?? null;
      const after = evolveCase(before, event);
      this.#cases.set(after.id, after);
      this.#lastSeq = seq;
      return { seq, event, before, after };
    });
    for (const listener of this.#listeners) listener(changes);
  }
}
