import type { DomainEvent } from '@wangge/shared/life';
import type { StoredEvent } from '../store/event-store.ts';
import type { Fold } from './ledger.ts';

/** What one event did to its object. */
export interface ObjectChange<State, Event> {
  readonly event: Event;
  readonly before: State | null;
  readonly after: State;
}

/** All objects of one kind as their events have made them, in memory. Listeners are told after the book holds the change. */
export class ObjectBook<State, Event extends DomainEvent> implements Fold {
  readonly #objects = new Map<string, State>();
  readonly #listeners: ((changes: readonly ObjectChange<State, Event>[]) => void)[] = [];
  readonly #evolve: (state: State | null, event: Event) => State;

  constructor(evolve: (state: State | null, event: Event) => State) {
    this.#evolve = evolve;
  }

  /** By the object's stream name. */
  get(stream: string): State | undefined {
    return this.#objects.get(stream);
  }

  all(): IterableIterator<State> {
    return this.#objects.values();
  }

  onChanges(listener: (changes: readonly ObjectChange<State, Event>[]) => void): void {
    this.#listeners.push(listener);
  }

  apply(events: readonly StoredEvent[]): void {
    const changes = events.map(({ stream, event }) => {
      const before = this.#objects.get(stream) ?? null;
      const after = this.#evolve(before, event as Event);
      this.#objects.set(stream, after);
      return { event: event as Event, before, after };
    });
    for (const listener of this.#listeners) listener(changes);
  }
}
