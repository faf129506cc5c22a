import { asId } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { DomainEvent } from '@wangge/shared/life';
import type { PositionFix } from '@wangge/shared/position';
import type { StreamAppend } from '@wangge/server/store/event-store';
import { createSqliteAttachmentStore, createSqliteContents, createSqliteDocumentStore, createSqliteEventStore, createSqliteTrackStore, openDatabase } from '@wangge/server/store/sqlite';
import { HISTORY_START, play } from '../../support/histories.ts';
import { randomFrom } from '../../support/random.ts';

/** How large a store is made. */
export interface StoreSize {
  readonly cases: number;
  readonly positions: number;
}

const CASES_AN_APPEND = 500;
const FIXES_A_UNIT = 10_000;
const FIX_EVERY_MS = 10_000;
const DOCUMENTS = 500;
const PHOTOS = 200;
const PHOTO_BYTES = 40_000;

/** Beginnings of lives of cases, three to five events each, as texts in which the case is named by `id`. */
function templates(): { id: string; events: string[] }[] {
  const random = randomFrom(7);
  const lives = new Map<string, string[]>();
  play(Array.from({ length: 3_000 }, () => ({ afterMin: 1 + Math.floor(random() * 30), pick: Math.floor(random() * 1_000), choice: Math.floor(random() * 1_000) })), ({ stream, event }) => {
    lives.set(stream, [...(lives.get(stream) ?? []), JSON.stringify(event)]);
  });
  return [...lives].map(([id, events], i) => ({ id, events: events.slice(0, 3 + (i % 3)) })).filter(({ events }) => events.length >= 3);
}

function lifeOf({ id, events }: { id: string; events: string[] }, stream: string): StreamAppend {
  return { stream, expectedRevision: 0, events: events.map((text) => JSON.parse(text.replaceAll(`"${id}"`, `"${stream}"`)) as DomainEvent) };
}

async function fillHistory(file: string, cases: number): Promise<number> {
  const db = openDatabase(file);
  const [events, documents, attachments, random] = [createSqliteEventStore(db), createSqliteDocumentStore(db), createSqliteAttachmentStore(db), randomFrom(11)];
  const lives = templates();
  for (let from = 0; from < cases; from += CASES_AN_APPEND) {
    const made = Array.from({ length: Math.min(CASES_AN_APPEND, cases - from) }, (_, i) => lifeOf(lives[(from + i) % lives.length]!, `case-${String(from + i).padStart(7, '0')}`));
    await events.append(made, { scope: 'fill', key: `fill-${from}`, bodyHash: 'h', answer: '{}' });
    await events.takeSerials(`2026-${String(1 + (from / CASES_AN_APPEND) % 12)}`, made.length);
  }
  // One append answers one key: the keys of single reports are put beside.
  const keys = Array.from({ length: cases }, (_, i) => ['channel:test', `ticket-${String(i).padStart(7, '0')}`, `hash-${i}`, JSON.stringify({ id: `case-${i}`, no: `N${i}` })]);
  const contents = createSqliteContents(db, db);
  for (let from = 0; from < cases; from += 10_000) await contents.write('keys', keys.slice(from, from + 10_000));
  for (let i = 0; i < DOCUMENTS; i += 1) await documents.put('account', `account-${i}`, { account: `account-${i}`, name: `某${i}`, roles: ['grid-worker'] });
  for (let i = 0; i < PHOTOS; i += 1) {
    const bytes = Buffer.from(Uint8Array.from({ length: PHOTO_BYTES }, () => Math.floor(random() * 256)));
    await attachments.add({ id: `photo-${i}`, mediaType: 'image/webp', bytes, addedAt: HISTORY_START + i, addedBy: 'p' });
  }
  const count = await events.lastSeq();
  db.close();
  return count;
}

async function fillTracks(file: string, positions: number): Promise<void> {
  const db = openDatabase(file);
  const [tracks, random] = [createSqliteTrackStore(db), randomFrom(13)];
  for (let from = 0; from < positions; from += FIXES_A_UNIT) {
    const unitId = asId<UnitId>(`unit-${String(from / FIXES_A_UNIT).padStart(4, '0')}`);
    await tracks.appendFixes(Array.from({ length: Math.min(FIXES_A_UNIT, positions - from) }, (_, i): PositionFix => ({
      unitId, at: HISTORY_START + i * FIX_EVERY_MS, lng: 120.2 + random() / 5, lat: 31.7 + random() / 5, speedKmh: random() < 0.1 ? null : random() * 60, headingDeg: Math.floor(random() * 360), accuracyM: null,
    })));
  }
  db.close();
}

/** Makes an embedded store of a size through its ports; answers how many events it has. */
export async function fillStore(file: string, { cases, positions }: StoreSize): Promise<number> {
  const events = await fillHistory(file, cases);
  await fillTracks(file.replace(/\.db$/, '-tracks.db'), positions);
  return events;
}
