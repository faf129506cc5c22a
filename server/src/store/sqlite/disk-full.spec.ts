import { mkdtempSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import type { DomainEvent } from '@wangge/shared/life';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import { createSqliteAttachmentStore, createSqliteDocumentStore, createSqliteEventStore, createSqliteHistoryEraser, createSqliteTrackStore, openDatabase } from '../sqlite.ts';

let folder: string;
let db: DatabaseSync;
const event = (note: string): DomainEvent => ({ type: 'noted', at: 0, note }) as unknown as DomainEvent;
const large = 'x'.repeat(200_000);

/** SQLite's own limit of pages stands for a disk without room: it fails a write with the same code. */
function fillDisk(): void {
  const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
  db.exec(`PRAGMA max_page_count = ${pages + 2}`);
}
const makeRoom = (): void => db.exec('PRAGMA max_page_count = 1000000');

describe('a disk that is full', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wangge-full-'));
    db = openDatabase(join(folder, 'wangge.db'));
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses what it cannot keep, whole, goes on answering what it holds, and takes writes again when there is room', async () => {
    const events = createSqliteEventStore(db);
    await events.append([{ stream: 'a', expectedRevision: 0, events: [event('before')] }]);
    fillDisk();
    const record = { scope: 's', key: 'k', bodyHash: 'h', answer: '' };
    const writes = [{ stream: 'a', expectedRevision: 1, events: [event('small')] }, { stream: 'b', expectedRevision: 0, events: [event(large)] }];
    await expect(events.append(writes, record)).rejects.toThrow(StoreUnavailable);
    expect(await events.readStream('a')).toHaveLength(1);
    expect(await events.readStream('b')).toEqual([]);
    expect(await events.findIdempotent('s', 'k')).toBeNull();
    makeRoom();
    expect(await events.append(writes, record)).toMatchObject({ kind: 'appended' });
    expect(await events.lastSeq()).toBe(3);
  });

  it('[KP6] changes no event where what is left of them cannot be kept, and does so when there is room', async () => {
    const [events, eraser] = [createSqliteEventStore(db), createSqliteHistoryEraser(db, db)];
    await events.append([{ stream: 'a', expectedRevision: 0, events: [event('one'), event('two')] }]);
    fillDisk();
    const grow = (one: DomainEvent): DomainEvent => ({ ...one, note: large }) as unknown as DomainEvent;
    await expect(eraser.rewrite('a', grow)).rejects.toThrow(StoreUnavailable);
    expect((await events.readStream('a')).map(({ event: one }) => one)).toEqual([event('one'), event('two')]);
    expect(() => db.exec("UPDATE events SET body = '{}'")).toThrow('append-only');
    makeRoom();
    expect(await eraser.rewrite('a', grow)).toBe(2);
  });

  it('says so for documents, pictures and tracks alike', async () => {
    const bytes = Buffer.alloc(200_000, 1);
    const fixes = Array.from({ length: 20_000 }, (_, i) => ({ unitId: asId<UnitId>(`unit-${i % 50}`), at: i * 1_000, lng: 120, lat: 31, speedKmh: null, headingDeg: null, accuracyM: null }));
    const [documents, attachments, tracks] = [createSqliteDocumentStore(db), createSqliteAttachmentStore(db), createSqliteTrackStore(db)];
    const writes = [
      () => documents.put('note', '1', { large }),
      () => attachments.add({ id: 'p', mediaType: 'image/png', bytes, addedAt: 0, addedBy: 'x' }),
      () => tracks.appendFixes(fixes),
    ];
    fillDisk();
    for (const write of writes) await expect(write()).rejects.toThrow(StoreUnavailable);
    expect(await tracks.lastFixes()).toEqual([]);
    makeRoom();
    for (const write of writes) await write();
    expect(await tracks.lastFixes()).toHaveLength(50);
  });
});
