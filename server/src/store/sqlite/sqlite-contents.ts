import type { DatabaseSync } from 'node:sqlite';
import { inBatches } from '../../platform/in-batches.ts';
import type { ContentsView, Part, Row, StoreContents } from '../contents.ts';
import { weighRow } from '../row-weight.ts';
import { inTransaction } from './open-database.ts';

/** How the rows of a part are read and kept. */
interface PartStatements {
  readonly from: string;
  readonly columns: string;
  readonly order: readonly string[];
  readonly write: string;
}

const STATEMENTS: Readonly<Record<Part, PartStatements>> = {
  events: {
    from: 'events', columns: 'seq, stream, revision, type, at, body', order: ['seq'],
    write: 'INSERT OR IGNORE INTO events (seq, stream, revision, type, at, body) VALUES (?, ?, ?, ?, ?, ?)',
  },
  keys: {
    from: 'idempotency', columns: 'scope, key, body_hash, answer', order: ['scope', 'key'],
    write: 'INSERT OR IGNORE INTO idempotency (scope, key, body_hash, answer) VALUES (?, ?, ?, ?)',
  },
  serials: {
    from: 'counters', columns: 'name, value', order: ['name'],
    write: 'INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = MAX(value, excluded.value)',
  },
  documents: {
    from: 'documents', columns: 'kind, id, body', order: ['kind', 'id'],
    write: 'INSERT INTO documents (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  },
  attachments: {
    from: 'attachments', columns: 'id, media_type, added_at, added_by, bytes', order: ['id'],
    write: 'INSERT OR IGNORE INTO attachments (id, media_type, added_at, added_by, bytes) VALUES (?, ?, ?, ?, ?)',
  },
  tracks: {
    from: 'track_units u CROSS JOIN track_fixes f ON f.unit = u.id', columns: 'u.name, f.at, f.lng_e7, f.lat_e7, f.speed_e1, f.heading, f.accuracy', order: ['u.name', 'f.at'],
    write: 'INSERT OR IGNORE INTO track_fixes (unit, at, lng_e7, lat_e7, speed_e1, heading, accuracy) VALUES (?, ?, ?, ?, ?, ?, ?)',
  },
  audit: {
    from: 'audit', columns: 'seq, at, actor_id, actor_name, role, unit_id, address, action, object, result, code, detail, hash', order: ['seq'],
    write: 'INSERT OR IGNORE INTO audit (seq, at, actor_id, actor_name, role, unit_id, address, action, object, result, code, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  },
};

type Cell = string | number | null | Uint8Array;

const toRow = (cells: readonly Cell[]): Row => cells.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell));

/** The contents of an embedded store: the history in one database, the tracks in another. */
export function createSqliteContents(db: DatabaseSync, tracksDb: DatabaseSync): StoreContents {
  const holder = (part: Part): DatabaseSync => (part === 'tracks' ? tracksDb : db);

  function* rows(part: Part, order: string): Generator<Row> {
    const { from, columns } = STATEMENTS[part];
    const statement = holder(part).prepare(`SELECT ${columns} FROM ${from} ORDER BY ${order}`);
    statement.setReturnArrays(true);
    for (const cells of statement.iterate() as unknown as Iterable<Cell[]>) yield toRow(cells);
  }

  function last(part: Part): Row | null {
    const { order } = STATEMENTS[part];
    return rows(part, `${order.map((column) => `${column} DESC`).join(', ')} LIMIT 1`).next().value ?? null;
  }

  function count(part: Part): number {
    const { from } = STATEMENTS[part];
    return (holder(part).prepare(`SELECT COUNT(*) AS n FROM ${from}`).get() as { n: number }).n;
  }

  function meta(key: string): string | undefined {
    return (db.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value;
  }

  function writeTracks(batch: readonly Row[]): void {
    const addUnit = tracksDb.prepare('INSERT INTO track_units (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id');
    const insert = tracksDb.prepare(STATEMENTS.tracks.write);
    const numbers = new Map<Row[number], number>();
    for (const [unit, ...fix] of batch) {
      const number = numbers.get(unit!) ?? (addUnit.get(unit!) as { id: number }).id;
      numbers.set(unit!, number);
      insert.run(number, ...fix);
    }
  }

  function write(part: Part, batch: readonly Row[]): void {
    if (part === 'tracks') return writeTracks(batch);
    const statement = db.prepare(STATEMENTS[part].write);
    for (const row of batch) statement.run(...row.slice(0, -1), part === 'attachments' ? Buffer.from(String(row.at(-1)), 'base64') : row.at(-1)!);
  }

  async function view(): Promise<ContentsView> {
    const held = [...new Set([db, tracksDb])];
    // A transaction sees the moment of its first reading.
    for (const one of held) {
      one.exec('BEGIN');
      one.prepare('SELECT COUNT(*) FROM meta').get();
    }
    return {
      epoch: meta('epoch')!,
      count: async (part) => count(part),
      read: (part) => inBatches(rows(part, STATEMENTS[part].order.join(', ')), weighRow),
      release: async () => held.forEach((one) => one.exec('COMMIT')),
    };
  }

  function begin(epoch: string): 'begun' | 'goes-on' | 'occupied' {
    const carried = meta('carrying');
    if (carried !== undefined) return carried === epoch ? 'goes-on' : 'occupied';
    if ((Object.keys(STATEMENTS) as Part[]).some((part) => last(part) !== null)) return 'occupied';
    const set = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
    set.run('epoch', epoch);
    set.run('carrying', epoch);
    return 'begun';
  }

  return {
    view,
    begin: async (epoch) => inTransaction(db, () => begin(epoch)),
    last: async (part) => last(part),
    write: async (part, batch) => inTransaction(holder(part), () => write(part, batch)),
    finish: async () => void db.prepare("DELETE FROM meta WHERE key = 'carrying'").run(),
    isUnfinished: async () => meta('carrying') !== undefined,
  };
}
