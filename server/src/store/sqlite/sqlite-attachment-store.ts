import type { DatabaseSync } from 'node:sqlite';
import type { AttachmentStore } from '../attachment-store.ts';
import { reaching } from './errors.ts';
import { inTransaction } from './open-database.ts';

interface Row {
  id: string;
  mediaType: string;
  bytes: Uint8Array;
  addedAt: number;
  addedBy: string;
}

export function createSqliteAttachmentStore(db: DatabaseSync): AttachmentStore {
  const insert = db.prepare('INSERT INTO attachments (id, media_type, bytes, added_at, added_by) VALUES (?, ?, ?, ?, ?)');
  const select = db.prepare('SELECT id, media_type AS mediaType, bytes, added_at AS addedAt, added_by AS addedBy FROM attachments WHERE id = ?');
  const selectType = db.prepare('SELECT media_type AS mediaType FROM attachments WHERE id = ?');
  const remove = db.prepare('DELETE FROM attachments WHERE id = ?');
  return {
    remove: async (ids) => inTransaction(db, () => ids.reduce((count, id) => count + Number(remove.run(id).changes), 0)),
    add: async (a) => void reaching(() => insert.run(a.id, a.mediaType, a.bytes, a.addedAt, a.addedBy)),
    mediaTypeOf: async (id) => (selectType.get(id) as { mediaType: string } | undefined)?.mediaType ?? null,
    async find(id) {
      const row = select.get(id) as unknown as Row | undefined;
      return row ? { ...row, bytes: Buffer.from(row.bytes) } : null;
    },
  };
}
