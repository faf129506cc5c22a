import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Collection, Db } from 'mongodb';
import type { AuditDeed } from '@wangge/shared/audit';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import { chain, genesisOf, type AuditRow, type ChainEnd } from '../audit-chain.ts';
import { placeOf } from './commit-document.ts';
import { isDuplicate, isUncertain } from './errors.ts';
import { COLLECTIONS, type Meta } from './schema.ts';

/** An entry as it lies in the server, named by its number. */
export interface StoredEntry extends Omit<AuditRow, 'seq'> {
  readonly _id: string;
  /** Tells this writing from any other that tried for the place. */
  readonly token: string;
}

export const toStored = ({ seq, ...rest }: AuditRow, token: string): StoredEntry => ({ _id: placeOf(seq), token, ...rest });

export function fromStored({ _id, token: _token, ...rest }: StoredEntry): AuditRow {
  return { seq: Number(_id), ...rest };
}

const endOf = ({ _id, hash }: StoredEntry): ChainEnd => ({ seq: Number(_id), hash });

/** Keeps the highest number that was ever given, so that an end which was taken away is missed. */
export async function raiseLastSeq(db: Db, seq: number): Promise<void> {
  const meta = db.collection<Meta>(COLLECTIONS.meta);
  const value = placeOf(seq);
  try {
    await meta.updateOne({ _id: 'auditLast', value: { $lt: value } }, { $set: { value } }, { upsert: true });
  } catch (error) {
    // It is there and as high: the filter found none to raise.
    if (!isDuplicate(error)) throw error;
  }
}

const PAUSE_MS = 20;
/** FerretDB keeps a connection for each document of a call. */
const ENTRIES_A_CALL = 40;

/** The end of the chain in the server, for one writer of this process at a time. */
export class AuditLog {
  readonly #entries: Collection<StoredEntry>;
  readonly #db: Db;
  readonly #epoch: string;
  readonly #decideWithinMs: number;
  #end: ChainEnd | undefined;

  constructor(db: Db, epoch: string, decideWithinMs: number) {
    this.#db = db;
    this.#epoch = epoch;
    this.#decideWithinMs = decideWithinMs;
    this.#entries = db.collection<StoredEntry>(COLLECTIONS.audit);
  }

  /** The highest number that was ever given. */
  async lastSeq(): Promise<number> {
    return (await this.#readEnd()).seq;
  }

  async #readEnd(): Promise<ChainEnd> {
    // The kept number first: it is raised when its entry stands, so the entry read after it is behind it only where an end was
    // taken away. Number and hash come from one reading: between two another node may write.
    const kept = await this.#db.collection<Meta>(COLLECTIONS.meta).findOne({ _id: 'auditLast' });
    const seq = Number(kept?.value ?? 0);
    const standing = seq === 0 ? null : await this.#find(seq);
    if (standing) return (await this.#behind(seq)).map(endOf).at(-1) ?? endOf(standing);
    const [last] = await this.#entries.find({}, { projection: { hash: 1 } }).sort({ _id: -1 }).limit(1).toArray();
    return { seq: Math.max(seq, Number(last?._id ?? 0)), hash: last?.hash ?? genesisOf(this.#epoch) };
  }

  #find(seq: number): Promise<StoredEntry | null> {
    return this.#entries.findOne({ _id: placeOf(seq) });
  }

  /** The entries behind a number, in order: each found by its place, up to the first that is empty. */
  async #behind(seq: number): Promise<StoredEntry[]> {
    const found: StoredEntry[] = [];
    for (let next = await this.#find(seq + 1); next !== null; next = await this.#find(seq + found.length + 1)) found.push(next);
    return found;
  }

  /**
   * Adds deeds behind whatever is there. Where another node was faster, or an answer was lost, the end is read again and the rest
   * is bound to it; what stands already is known by its token. Throws StoreUnavailable when the server stays away.
   */
  async append(deeds: readonly AuditDeed[]): Promise<void> {
    const giveUpAt = performance.now() + this.#decideWithinMs;
    const token = randomUUID();
    let start: ChainEnd | undefined;
    let rest = deeds;
    let isUnsure = false;
    while (rest.length > 0) {
      try {
        if (isUnsure) rest = deeds.slice(await this.#lookBehind(start!, token));
        isUnsure = false;
        this.#end ??= await this.#readEnd();
        start ??= this.#end;
        rest = rest.slice(await this.#write(rest.slice(0, ENTRIES_A_CALL), token, deeds.length - rest.length));
      } catch (error) {
        if (!isDuplicate(error) && !isUncertain(error)) throw error;
        isUnsure = start !== undefined;
        if (performance.now() > giveUpAt) {
          this.#end = undefined;
          throw new StoreUnavailable('it is not known whether the store wrote', { cause: error });
        }
        await wait(Math.random() * PAUSE_MS);
      }
    }
    // The entries stand, whatever becomes of this.
    if (this.#end) await raiseLastSeq(this.#db, this.#end.seq).catch((error: unknown) => { if (!isUncertain(error)) throw error; });
  }

  /** Writes a batch at the end; deeds of a writing are numbered in their order, `before` of them come before the batch. */
  async #write(batch: readonly AuditDeed[], token: string, before: number): Promise<number> {
    const rows = chain(this.#end!, batch);
    if (rows.length > 0) await this.#entries.insertMany(rows.map((row, i) => toStored(row, `${token} ${before + i + 1}`)), { ordered: true });
    this.#end = rows.at(-1) ?? this.#end;
    return rows.length;
  }

  /**
   * Learns the end of the chain and answers how many of this writing's deeds stand, in their order: what lies behind the end that was
   * first tried is read up to the first empty place. A request that was taken for lost and arrives after that takes this very place,
   * and the next writing learns of it.
   */
  async #lookBehind(start: ChainEnd, token: string): Promise<number> {
    const found = await this.#behind(start.seq);
    const own = found.findLast((entry) => entry.token.startsWith(`${token} `));
    this.#end = found.map(endOf).at(-1) ?? start;
    return own ? Number(own.token.slice(token.length + 1)) : 0;
  }
}
