import type { SheetEntry, SheetKind, SheetObject, SheetRow } from '@wangge/shared/wire';
import type { DomainEvent } from '@wangge/shared/life';
import type { BoardFigure } from '../../platform/feature.ts';
import type { StoredEvent } from '../../store/event-store.ts';

/** How much one item adds to a number, and to its denominator where it is a share. */
export interface Weight<T> {
  adds(item: T): number;
  of?(item: T): number;
}

/** A number that counts its items one each, or by weight: what it says and what it lists come from the same items. */
export function figureOf<T>(name: string, items: readonly T[], toObject: (item: T) => SheetObject, { label = null, weight }: { label?: string | null; weight?: Weight<T> } = {}): BoardFigure {
  const adds = weight?.adds ?? (() => 1);
  const of = weight?.of;
  const sum = (part: (item: T) => number): number => items.reduce((total, item) => total + part(item), 0);
  return {
    name, label, count: sum(adds), of: of ? sum(of) : null, total: items.length,
    rows: () => items.map((item): SheetRow => ({ ...toObject(item), adds: adds(item), of: of?.(item) ?? null })),
  };
}

/** An object's line: what is not said is not known or does not apply. */
export function sheetObject(kind: SheetKind, id: string, title: string, more: Partial<Omit<SheetObject, 'kind' | 'id' | 'title'>>): SheetObject {
  return { no: null, villageCode: null, holder: null, post: null, state: null, since: null, dueAt: null, lamp: null, caseId: null, ...more, kind, id, title };
}

/** What happened to an object, by role and unit; `about` says which step an event was of. No names, no free text: a wall may show it. */
export function sheetEntries<Event extends DomainEvent>(
  history: readonly StoredEvent<Event>[], unitName: (id: string | null) => string | null, about: (event: Event) => string | null = () => null,
): SheetEntry[] {
  return history.map(({ event }) => ({ at: event.at, event: event.type, about: about(event), role: event.actor.role, unit: unitName(event.actor.unitId) }));
}
