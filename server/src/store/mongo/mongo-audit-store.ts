import { randomUUID } from 'node:crypto';
import type { Db, Filter } from 'mongodb';
import type { AuditDeed } from '@wangge/shared/audit';
import { ANCHOR_ACTION, mayRemove, removalOf, toEntry, verifyChain, type AuditRow } from '../audit-chain.ts';
import type { AuditFilter, AuditStore, RemoveOutcome } from '../audit-store.ts';
import { AuditLog, fromStored, toStored, type StoredEntry } from './audit-log.ts';
import { placeOf } from './commit-document.ts';
import { reaching } from './errors.ts';
import { COLLECTIONS, readEpoch } from './schema.ts';
import { createTurns } from './turns.ts';

const DECIDE_WITHIN_MS = 10_000;
const VERIFY_PAGE = 1_000;
/** FerretDB keeps a connection for each document that one call removes. */
const REMOVE_PAGE = 40;
const DEEDS_A_TURN = 100;

function toFilter({ from, to, person, kind, result }: AuditFilter, after?: { at: number; seq: number }): Filter<StoredEntry> {
  const all: Filter<StoredEntry>[] = [{ at: { $gte: from, $lt: to } }];
  if (after) all.push({ $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: placeOf(after.seq) } }] });
  if (person !== undefined) all.push({ $or: [{ actorId: person }, { actorName: person }] });
  if (kind !== undefined) all.push({ action: { $gte: `${kind}.`, $lt: `${kind}/` } });
  if (result !== undefined) all.push({ result });
  return { $and: [...all, { action: { $ne: ANCHOR_ACTION } }] };
}

/** The audit log of one or several nodes: a document an entry, named by its number, so that of two nodes who try for a place one fails. */
export async function createMongoAuditStore(db: Db, decideWithinMs = DECIDE_WITHIN_MS): Promise<AuditStore> {
  const epoch = await readEpoch(db, randomUUID());
  const entries = db.collection<StoredEntry>(COLLECTIONS.audit);
  const log = new AuditLog(db, epoch, decideWithinMs);
  const append = createTurns<readonly AuditDeed[], true>(async (wishes) => {
    await log.append(wishes.flat());
    return wishes.map(() => true);
  }, DEEDS_A_TURN);

  async function* pages(): AsyncGenerator<readonly AuditRow[]> {
    for (let last = ''; ;) {
      const page = await entries.find({ _id: { $gt: last } }).sort({ _id: 1 }).limit(VERIFY_PAGE).toArray();
      if (page.length === 0) return;
      yield page.map(fromStored);
      last = page.at(-1)!._id;
    }
  }

  const firstOf = async (filter: Filter<StoredEntry>): Promise<StoredEntry | undefined> => (await entries.find(filter).sort({ _id: 1 }).limit(1).toArray())[0];

  /** Removes what lies before the last anchor, also what an earlier removal left when it broke off. */
  async function clearBefore(place: string): Promise<void> {
    for (;;) {
      const page = await entries.find({ _id: { $lt: place } }, { projection: { _id: 1 } }).sort({ _id: 1 }).limit(REMOVE_PAGE).toArray();
      if (page.length === 0) return;
      await entries.deleteMany({ _id: { $gte: page[0]!._id, $lte: page.at(-1)!._id, $lt: place } });
    }
  }

  async function removeBefore(before: number, now: number): Promise<RemoveOutcome> {
    if (!mayRemove(before, now)) return { kind: 'too-young' };
    const [anchored] = await entries.find({ action: ANCHOR_ACTION }).sort({ _id: -1 }).limit(1).toArray();
    const from = anchored === undefined ? 0 : Number(anchored._id);
    const firstKept = await firstOf({ _id: { $gt: placeOf(from) }, at: { $gte: before } });
    const upTo = firstKept === undefined ? await log.lastSeq() : Number(firstKept._id) - 1;
    const last = upTo > from ? await entries.findOne({ _id: placeOf(upTo) }) : null;
    if (last) {
      const { anchor, deed } = removalOf(fromStored(last), now);
      await append([deed]);
      await entries.replaceOne({ _id: placeOf(upTo) }, toStored(anchor, last.token));
    }
    await clearBefore(placeOf(last ? upTo : from));
    return { kind: 'removed', count: last ? upTo - from : 0 };
  }

  return {
    append: async (deeds) => void (deeds.length > 0 && (await reaching(() => append(deeds)))),
    read: async (filter, limit, after) => {
      const found = await reaching(() => entries.find(toFilter(filter, after)).sort({ at: -1, _id: -1 }).limit(limit).toArray());
      return found.map((stored) => toEntry(fromStored(stored)));
    },
    verify: () => reaching(async () => verifyChain(epoch, pages(), await log.lastSeq())),
    removeBefore: (before, now) => reaching(() => removeBefore(before, now)),
  };
}
