import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createSqliteEventStore, openDatabase } from '@wangge/server/store/sqlite';
import { eventStoreContract } from './event-store.contract.ts';
import { play } from '../support/histories.ts';

const folder = mkdtempSync(join(tmpdir(), 'wangge-events-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

eventStoreContract('sqlite', async () => createSqliteEventStore(openDatabase(join(folder, `${(files += 1)}.db`))));

it('keeps history and epoch when the file is opened again, and refuses to rewrite it', async () => {
  const file = join(folder, 'again.db');
  const db = openDatabase(file);
  const store = createSqliteEventStore(db);
  play([{ afterMin: 0, pick: 0, choice: 0 }], ({ stream, event }) => void store.append([{ stream, expectedRevision: 0, events: [event] }]));
  expect(() => db.exec("UPDATE events SET body = '{}'")).toThrow('append-only');
  db.close();
  const reopened = createSqliteEventStore(openDatabase(file));
  expect(reopened.epoch).toBe(store.epoch);
  expect(await reopened.readSince(0, 10)).toHaveLength(1);
});
