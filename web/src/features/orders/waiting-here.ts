import { FIELD_DATABASE, openFieldDatabase } from './field-database.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** How much of somebody's work waits on this phone. `name`: null where an older build kept it. */
export interface WaitingHere {
  readonly personId: string;
  readonly name: string | null;
  readonly count: number;
}

/** What waits, person by person, in the order of what each pressed first; nothing of what it is. */
export function waitingBy(entries: readonly Pick<OutboxEntry, 'personId' | 'personName'>[]): readonly WaitingHere[] {
  const people = new Map<string, WaitingHere>();
  for (const { personId, personName } of entries) {
    const known = people.get(personId);
    people.set(personId, { personId, name: personName ?? known?.name ?? null, count: (known?.count ?? 0) + 1 });
  }
  return [...people.values()];
}

/** Whose work waits on this phone (待发), for the page where nobody is signed in. A browser that was never in the field is left without a database. */
export async function readWaitingHere(): Promise<readonly WaitingHere[]> {
  if (!(await indexedDB.databases()).some(({ name }) => name === FIELD_DATABASE)) return [];
  const database = await openFieldDatabase();
  try {
    return waitingBy((await database.getAll('entries')).map(({ entry }) => entry));
  } finally {
    database.close();
  }
}
