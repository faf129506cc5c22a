import type { DatabaseSync } from 'node:sqlite';
import type { DomainEvent } from '@wangge/shared/life';
import type { HistoryEraser } from '../history-eraser.ts';
import { reaching } from './errors.ts';
import { inTransaction } from './open-database.ts';

/** Erasing in the embedded store and its tracks. Deleted content is overwritten (`secure_delete`); what the write-ahead logs still hold goes when it is settled. */
export function createSqliteHistoryEraser(db: DatabaseSync, tracksDb: DatabaseSync): HistoryEraser {
  const select = db.prepare('SELECT seq, type, at, body FROM events WHERE stream = ? ORDER BY seq');
  const update = db.prepare('UPDATE events SET body = ? WHERE seq = ?');
  const open = db.prepare("INSERT INTO meta (key, value) VALUES ('erasing', '1')");
  const close = db.prepare("DELETE FROM meta WHERE key = 'erasing'");

  function rewrite(stream: string, change: (event: DomainEvent) => DomainEvent): number {
    const rows = select.all(stream) as unknown as { seq: number; type: string; at: number; body: string }[];
    const changed = rows.flatMap(({ seq, type, at, body }) => {
      const event = change(JSON.parse(body) as DomainEvent);
      if (event.type !== type || event.at !== at) throw new Error(`event ${seq} would become another`);
      const text = JSON.stringify(event);
      return text === body ? [] : [{ seq, text }];
    });
    if (changed.length === 0) return 0;
    open.run();
    for (const { seq, text } of changed) update.run(text, seq);
    close.run();
    return changed.length;
  }

  return {
    rewrite: async (stream, change) => inTransaction(db, () => rewrite(stream, change)),
    settle: async () => reaching(() => [db, tracksDb].map((one) => one.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }).every(({ busy }) => busy === 0)),
  };
}
