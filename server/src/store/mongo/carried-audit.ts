import type { Db } from 'mongodb';
import type { AuditRow } from '../audit-chain.ts';
import type { Row } from '../contents.ts';
import { fromStored, raiseLastSeq, toStored, type StoredEntry } from './audit-log.ts';
import { isDuplicate } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

const CARRIED = 'carried';
const WRITES_A_CALL = 40;

const collection = (db: Db) => db.collection<StoredEntry>(COLLECTIONS.audit);

function toRow(stored: StoredEntry): Row {
  const { seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail, hash } = fromStored(stored);
  return [seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail, hash];
}

function fromRow([seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail, hash]: Row): AuditRow {
  return { seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail, hash } as AuditRow;
}

/** The entries of the audit log in order. */
export async function* auditRows(db: Db): AsyncGenerator<Row> {
  for await (const found of collection(db).find().sort({ _id: 1 })) yield toRow(found);
}

export async function lastAuditRow(db: Db): Promise<Row | null> {
  return (await collection(db).find().sort({ _id: -1 }).limit(1).toArray()).map(toRow)[0] ?? null;
}

/** Keeps entries as they are; those that are there stay. */
export async function writeAuditRows(db: Db, rows: readonly Row[]): Promise<void> {
  const entries = rows.map((row) => toStored(fromRow(row), CARRIED));
  for (let i = 0; i < entries.length; i += WRITES_A_CALL) {
    await collection(db).insertMany(entries.slice(i, i + WRITES_A_CALL), { ordered: false }).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
  }
  const last = rows.at(-1);
  if (last) await raiseLastSeq(db, Number(last[0]));
}
