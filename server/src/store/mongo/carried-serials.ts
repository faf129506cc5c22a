import type { Db } from 'mongodb';
import { isDuplicate } from './errors.ts';
import { serialId, type TakenSerials } from './mongo-serials.ts';
import { COLLECTIONS } from './schema.ts';

/** Every counter with the last number that was taken, in order. */
export async function serialRows(db: Db): Promise<[string, number][]> {
  const last = new Map<string, number>();
  for await (const { _id, next } of db.collection<TakenSerials>(COLLECTIONS.serials).find().sort({ _id: 1 })) last.set(_id.slice(0, _id.lastIndexOf('\n')), next - 1);
  return [...last];
}

/** Takes all numbers up to those of the rows, as one taking behind what was taken here. */
export async function carrySerials(db: Db, rows: readonly (readonly [counter: string, last: number])[]): Promise<void> {
  const serials = db.collection<TakenSerials>(COLLECTIONS.serials);
  const taken = new Map(await serialRows(db));
  for (const [counter, last] of rows) {
    const first = (taken.get(counter) ?? 0) + 1;
    if (last < first) continue;
    await serials.insertOne({ _id: serialId(counter, first), next: last + 1 }).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
  }
}
