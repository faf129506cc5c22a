import type { DomainEvent, LifeEntry } from '@wangge/shared/life';
import type { StoredEvent } from '../store/event-store.ts';

/** What an event of one kind of object says beside who, when and which state; already masked for the reader. */
export interface EntryWords {
  readonly note?: string | null | undefined;
  readonly photos?: readonly string[] | undefined;
  readonly lngLat?: readonly [number, number] | undefined;
}

/** Reads the history of an object as its record, each line with `more` of what is special to the kind. */
export function lifeEntries<Event extends DomainEvent & { readonly to: string }, More extends object = object>(
  history: readonly StoredEvent<Event>[], words: (event: Event) => EntryWords, more?: (event: Event) => More,
): (LifeEntry<Event['type'], Event['to']> & More)[] {
  return history.map(({ revision, event }, index) => {
    const { note = null, photos = [], lngLat = null } = words(event);
    return {
      revision, at: event.at, event: event.type, actorName: event.actor.name, actorRole: event.actor.role, unitId: event.actor.unitId,
      before: history[index - 1]?.event.to ?? null, after: event.to, lngLat, note, photos, ...(more?.(event) as More),
    };
  });
}
