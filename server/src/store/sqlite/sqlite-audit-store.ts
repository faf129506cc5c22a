import { setImmediate as breathe } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { ANCHOR_ACTION, chain, genesisOf, mayRemove, removalOf, toEntry, verifyChain, type AuditRow, type ChainEnd } from '../audit-chain.ts';
import type { AuditFilter, AuditStore, RemoveOutcome } from '../audit-store.ts';
import { inTransaction } from './open-database.ts';

const FIELDS = 'seq, at, actor_id AS actorId, actor_name AS actorName, role, unit_id AS unitId, address, action, object, result, code, detail, hash';
const VERIFY_PAGE = 1_000;
const REMOVE_PAGE = 2_000;

/** The audit log in the embedded database, whose own triggers refuse to change an entry or to remove one that no entry announces as removed. */
export function createSqliteAuditStore(db: DatabaseSync): AuditStore {
  const { value: epoch } = db.prepare("SELECT value FROM meta WHERE key = 'epoch'").get() as { value: string };
  const insert = db.prepare('INSERT INTO audit (seq, at, actor_id, actor_name, role, unit_id, address, action, object, result, code, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const selectLast = db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const selectGiven = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
  const selectAfter = db.prepare(`SELECT ${FIELDS} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`);
  const selectAnchor = db.prepare('SELECT COALESCE(MAX(seq), 0) AS seq FROM audit WHERE action = ?');
  const selectFirstSince = db.prepare('SELECT seq FROM audit NOT INDEXED WHERE at >= ? AND action <> ? ORDER BY seq LIMIT 1');
  const selectRow = db.prepare(`SELECT ${FIELDS} FROM audit WHERE seq = ?`);
  const remove = db.prepare('DELETE FROM audit WHERE seq IN (SELECT seq FROM audit WHERE seq < ? ORDER BY seq LIMIT ?)');
  const removeOne = db.prepare('DELETE FROM audit WHERE seq = ?');

  const givenSeq = (): number => (selectGiven.get() as { seq: number } | undefined)?.seq ?? 0;

  /** A number is never given again: what was taken away from the end leaves a gap. */
  function endOfChain(): ChainEnd {
    const last = selectLast.get() as unknown as ChainEnd | undefined;
    return { seq: givenSeq(), hash: last?.hash ?? genesisOf(epoch) };
  }

  function keep(rows: readonly AuditRow[]): void {
    for (const row of rows) {
      insert.run(row.seq, row.at, row.actorId, row.actorName, row.role, row.unitId, row.address, row.action, row.object, row.result, row.code, row.detail, row.hash);
    }
  }

  function read(filter: AuditFilter, limit: number, after?: { at: number; seq: number }): AuditRow[] {
    const where = ['at >= ?', 'at < ?', 'action <> ?'];
    const given: (string | number)[] = [filter.from, filter.to, ANCHOR_ACTION];
    const also = (condition: string, ...values: (string | number)[]): void => {
      where.push(condition);
      given.push(...values);
    };
    if (after) also('(at, seq) < (?, ?)', after.at, after.seq);
    if (filter.person !== undefined) also('(actor_id = ? OR actor_name = ?)', filter.person, filter.person);
    if (filter.kind !== undefined) also('action >= ? AND action < ?', `${filter.kind}.`, `${filter.kind}/`);
    if (filter.result !== undefined) also('result = ?', filter.result);
    return db.prepare(`SELECT ${FIELDS} FROM audit WHERE ${where.join(' AND ')} ORDER BY at DESC, seq DESC LIMIT ?`).all(...given, limit) as unknown as AuditRow[];
  }

  async function* pages(): AsyncGenerator<readonly AuditRow[]> {
    for (let page = selectAfter.all(0, VERIFY_PAGE); page.length > 0; page = selectAfter.all(Number(page.at(-1)!['seq']), VERIFY_PAGE)) {
      yield page as unknown as AuditRow[];
      await breathe();
    }
  }

  /** Announces the removal and puts the anchor in the place of the last entry that goes; answers that place. */
  function anchorBefore(before: number, now: number): { readonly anchored: number; readonly count: number } {
    const { seq: anchored } = selectAnchor.get(ANCHOR_ACTION) as { seq: number };
    const firstKept = selectFirstSince.get(before, ANCHOR_ACTION) as { seq: number } | undefined;
    const upTo = (firstKept?.seq ?? endOfChain().seq + 1) - 1;
    const last = upTo > anchored ? (selectRow.get(upTo) as unknown as AuditRow | undefined) : undefined;
    if (!last) return { anchored, count: 0 };
    const { anchor, deed } = removalOf(last, now);
    keep(chain(endOfChain(), [deed]));
    removeOne.run(upTo);
    keep([anchor]);
    return { anchored: upTo, count: upTo - anchored };
  }

  async function removeBefore(before: number, now: number): Promise<RemoveOutcome> {
    if (!mayRemove(before, now)) return { kind: 'too-young' };
    const { anchored, count } = inTransaction(db, () => anchorBefore(before, now));
    while (inTransaction(db, () => Number(remove.run(anchored, REMOVE_PAGE).changes)) > 0) await breathe();
    return { kind: 'removed', count };
  }

  return {
    append: async (deeds) => inTransaction(db, () => keep(chain(endOfChain(), deeds))),
    read: async (filter, limit, after) => read(filter, limit, after).map(toEntry),
    verify: () => verifyChain(epoch, pages(), givenSeq()),
    removeBefore,
  };
}
