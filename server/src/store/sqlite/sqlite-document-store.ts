import type { DatabaseSync } from 'node:sqlite';
import type { DocumentStore } from '../document-store.ts';
import { reaching } from './errors.ts';

export function createSqliteDocumentStore(db: DatabaseSync): DocumentStore {
  const get = db.prepare('SELECT body FROM documents WHERE kind = ? AND id = ?');
  const list = db.prepare('SELECT id, body FROM documents WHERE kind = ? ORDER BY id');
  const put = db.prepare('INSERT INTO documents (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body');
  const remove = db.prepare('DELETE FROM documents WHERE kind = ? AND id = ?');
  return {
    async get<T>(kind: string, id: string) {
      const row = get.get(kind, id) as { body: string } | undefined;
      return row ? (JSON.parse(row.body) as T) : null;
    },
    async list<T>(kind: string) {
      return (list.all(kind) as { id: string; body: string }[]).map((row) => ({ id: row.id, value: JSON.parse(row.body) as T }));
    },
    put: async (kind, id, value) => void reaching(() => put.run(kind, id, JSON.stringify(value))),
    remove: async (kind, id) => void reaching(() => remove.run(kind, id)),
  };
}
