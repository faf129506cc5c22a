import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSqliteAttachmentStore, createSqliteAuditStore, createSqliteContents, createSqliteDocumentStore, createSqliteEventStore, createSqliteHistoryEraser, createSqliteTrackStore, openDatabase } from '@wangge/server/store/sqlite';
import { PLAIN_EVENT } from '../support/plain-event.ts';
import { sqlitePlace } from '../support/store-place.ts';
import { attachmentStoreContract } from './attachment-store.contract.ts';
import { auditStoreContract, deed, type ForgeableAudit } from './audit-store.contract.ts';
import { contentsContract } from './contents.contract.ts';
import { documentStoreContract } from './document-store.contract.ts';
import { historyEraserContract } from './history-eraser.contract.ts';
import { eventStoreContract } from './event-store.contract.ts';
import { trackStoreContract } from './track-store.contract.ts';

/** Past the triggers, as somebody who first takes them away. */
function forgeable(db: ReturnType<typeof openDatabase>): ForgeableAudit {
  const open = (): void => db.exec('DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete');
  return {
    audit: createSqliteAuditStore(db),
    async forge(seq, { actorName, detail, hash }) {
      open();
      db.prepare('UPDATE audit SET actor_name = COALESCE(?, actor_name), detail = COALESCE(?, detail), hash = COALESCE(?, hash) WHERE seq = ?').run(actorName ?? null, detail ?? null, hash ?? null, seq);
    },
    async remove(seq) {
      open();
      db.prepare('DELETE FROM audit WHERE seq = ?').run(seq);
    },
    async swap(one, other) {
      open();
      const move = db.prepare('UPDATE audit SET seq = ? WHERE seq = ?');
      for (const [from, to] of [[one, -1], [other, one], [-1, other]] as const) move.run(to, from);
    },
  };
}

eventStoreContract('sqlite', () => sqlitePlace(createSqliteEventStore));
historyEraserContract('sqlite', () => sqlitePlace((db) => ({ events: createSqliteEventStore(db), eraser: createSqliteHistoryEraser(db, db) })));
documentStoreContract('sqlite', () => sqlitePlace(createSqliteDocumentStore));
attachmentStoreContract('sqlite', () => sqlitePlace(createSqliteAttachmentStore));
trackStoreContract('sqlite', () => sqlitePlace(createSqliteTrackStore));
auditStoreContract('sqlite', () => sqlitePlace(forgeable));
contentsContract('sqlite', () => sqlitePlace((db) => ({
  contents: createSqliteContents(db, db), events: createSqliteEventStore(db), documents: createSqliteDocumentStore(db), attachments: createSqliteAttachmentStore(db), tracks: createSqliteTrackStore(db),
  audit: createSqliteAuditStore(db),
})));

it('refuses to rewrite history', async () => {
  const db = openDatabase(':memory:');
  await createSqliteEventStore(db).append([{ stream: 'a', expectedRevision: 0, events: [PLAIN_EVENT] }]);
  expect(() => db.exec("UPDATE events SET body = '{}'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
});

it('[KP8] keeps no byte of what was erased or deleted, neither in its file nor in its log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-bytes-'));
  const file = join(folder, 'wangge.db');
  const db = openDatabase(file);
  const [events, eraser, attachments] = [createSqliteEventStore(db), createSqliteHistoryEraser(db, db), createSqliteAttachmentStore(db)];
  const noted = (i: number, phone: string) => ({ ...PLAIN_EVENT, note: `${'words '.repeat(i % 90)}${phone}${' more'.repeat(i % 70)}` });
  // Among many others, so that pages were split and moved.
  for (let i = 0; i < 400; i += 1) {
    await events.append([{ stream: `s${i}`, expectedRevision: 0, events: [noted(i, i % 3 === 0 ? '13812348000' : '13900000000')] }]);
    await attachments.add({ id: `p${i}`, mediaType: 'image/png', bytes: Buffer.from(`${'x'.repeat(i * 50)}FACE-${i % 2}`), addedAt: 0, addedBy: 'p' });
  }
  const bytes = (): string => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')).join('\n');
  expect([bytes().includes('13812348000'), bytes().includes('FACE-1')]).toEqual([true, true]);
  for (let i = 0; i < 400; i += 3) await eraser.rewrite(`s${i}`, (event) => JSON.parse(JSON.stringify(event).replace('13812348000', '［已删除］')) as typeof event);
  await attachments.remove(Array.from({ length: 200 }, (_, i) => `p${2 * i + 1}`));
  expect(await eraser.settle()).toBe(true);
  expect([bytes().includes('13812348000'), bytes().includes('FACE-1'), bytes().includes('13900000000'), bytes().includes('FACE-0')]).toEqual([false, false, true, true]);
  db.close();
  rmSync(folder, { recursive: true });
});

it('[AU5] refuses to change an audit entry, and to remove one that is not announced as removed', async () => {
  const db = openDatabase(':memory:');
  await createSqliteAuditStore(db).append([deed(1), deed(2)]);
  expect(() => db.exec("UPDATE audit SET actor_name = 'x'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM audit WHERE seq = 1')).toThrow('append-only');
});
