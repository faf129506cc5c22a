import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createSqliteAttachmentStore, createSqliteEventStore, openDatabase } from '@wangge/server/store/sqlite';
import type { StoredEvent } from '@wangge/server/store/event-store';
import type { CaseEvent } from '@wangge/shared/case';
import type { VisitEvent } from '@wangge/shared/patrol';

const PAGE = 5_000;

/** Everything that is kept when all is over, read from the store while no server runs. */
export interface History {
  readonly cases: ReadonlyMap<string, readonly StoredEvent<CaseEvent>[]>;
  readonly visits: ReadonlyMap<string, readonly StoredEvent<VisitEvent>[]>;
  readonly events: number;
  /** Places where the numbers of the history skip, or those of one object. */
  readonly gaps: number;
  readonly wholeness: string;
  /** SHA-256 of the bytes of a photo; null where it is not there. */
  readonly photos: ReadonlyMap<string, string | null>;
}

/** Reads the whole history, and the photos that it names. */
export async function readHistory(dataDir: string): Promise<History> {
  const db = openDatabase(join(dataDir, 'wangge.db'));
  try {
    const { integrity_check: wholeness } = db.prepare('PRAGMA integrity_check').get() as { integrity_check: string };
    const store = createSqliteEventStore(db);
    const streams = new Map<string, StoredEvent[]>();
    let [seq, gaps, events] = [0, 0, 0];
    for (let page = await store.readSince(0, PAGE); page.length > 0; page = await store.readSince(seq, PAGE)) {
      for (const stored of page) {
        const known = streams.get(stored.stream) ?? [];
        if (stored.seq !== seq + 1 || stored.revision !== known.length + 1) gaps += 1;
        seq = stored.seq;
        events += 1;
        streams.set(stored.stream, [...known, stored]);
      }
    }
    const named = (isWanted: (stream: string) => boolean): [string, StoredEvent[]][] => [...streams].filter(([stream]) => isWanted(stream));
    const cases = new Map(named((stream) => !stream.includes('/')) as unknown as [string, StoredEvent<CaseEvent>[]][]);
    const visits = new Map(named((stream) => stream.startsWith('visit/')).map(([stream, kept]) => [stream.slice('visit/'.length), kept as unknown as StoredEvent<VisitEvent>[]]));
    const attachments = createSqliteAttachmentStore(db);
    const photos = new Map<string, string | null>();
    for (const id of photosIn(cases, visits)) {
      const found = await attachments.find(id);
      photos.set(id, found ? createHash('sha256').update(found.bytes).digest('hex') : null);
    }
    return { cases, visits, events, gaps, wholeness, photos };
  } finally {
    db.close();
  }
}

function photosIn(cases: History['cases'], visits: History['visits']): Set<string> {
  const ofCases = [...cases.values()].flat().flatMap(({ event }) => [...event.facts?.photos ?? [], ...event.facts?.afterPhotos ?? [], ...event.payload.photos ?? []]);
  return new Set([...ofCases, ...[...visits.values()].flat().flatMap(({ event }) => event.facts.photos)]);
}
