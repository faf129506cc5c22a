import { createHash } from 'node:crypto';
import { AUDIT_KEPT_DAYS, type AuditDeed, type AuditEntry, type AuditVerdict } from '@wangge/shared/audit';
import { DAY_MS } from '@wangge/shared/base';

/** An entry as it is kept: its detail as the text that was hashed. */
export interface AuditRow extends Omit<AuditEntry, 'detail'> {
  readonly detail: string;
}

/** What stands in the place of the last entry that was removed: its hash, to which the next is bound. */
export const ANCHOR_ACTION = 'audit.anchor';
/** The entry that announces a removal; without it an anchor is a forgery. */
export const REMOVED_ACTION = 'audit.removed';

/** What the first entry of a history is bound to. */
export function genesisOf(epoch: string): string {
  return createHash('sha256').update(epoch).digest('hex');
}

function hashOf(before: string, row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail } = row;
  return createHash('sha256').update(`${before}\n${JSON.stringify([seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail])}`).digest('hex');
}

/** The place after which the next entry comes. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** Binds deeds to the end of the chain, one to the other. */
export function chain(end: ChainEnd, deeds: readonly AuditDeed[]): AuditRow[] {
  let { seq, hash } = end;
  return deeds.map((deed) => {
    seq += 1;
    const row = { ...deed, seq, detail: JSON.stringify(deed.detail) };
    hash = hashOf(hash, row);
    return { ...row, hash };
  });
}

export function toEntry({ detail, ...row }: AuditRow): AuditEntry {
  return { ...row, detail: JSON.parse(detail) as AuditEntry['detail'] };
}

/** Whether everything before this moment may be removed: it is older than what has to be kept. */
export function mayRemove(before: number, now: number): boolean {
  return before <= now - AUDIT_KEPT_DAYS * DAY_MS;
}

/** The row that stays of the last removed one, and the deed that says so. */
export function removalOf(last: AuditRow, now: number): { readonly anchor: AuditRow; readonly deed: AuditDeed } {
  const deed: AuditDeed = {
    at: now, actorId: 'system', actorName: '', role: 'system', unitId: null, address: '', action: REMOVED_ACTION, object: '', result: 'ok', code: null,
    detail: { upTo: last.seq, hash: last.hash },
  };
  return { deed, anchor: { ...deed, at: last.at, action: ANCHOR_ACTION, detail: '{}', seq: last.seq, hash: last.hash } };
}

/**
 * Follows the chain over `pages` of rows in order of `seq`. `lastSeq` is the highest number that was ever given. An anchor holds
 * only when a later entry announces it.
 */
export async function verifyChain(epoch: string, pages: AsyncIterable<readonly AuditRow[]>, lastSeq: number): Promise<AuditVerdict> {
  let end: ChainEnd = { seq: 0, hash: genesisOf(epoch) };
  let checked = 0;
  let anchor: AuditRow | null = null;
  let isAnnounced = false;
  const verdict = (broken: AuditVerdict['broken']): AuditVerdict => ({
    checked, removed: anchor?.seq ?? 0, head: end.seq === 0 ? null : { seq: end.seq, hash: end.hash }, broken,
  });
  for await (const page of pages) {
    for (const row of page) {
      if (row.action === ANCHOR_ACTION) {
        [anchor, isAnnounced, checked] = [row, false, 0];
      } else {
        if (row.seq !== end.seq + 1) return verdict({ seq: end.seq + 1, how: end.seq === 0 ? 'beginning-missing' : 'missing' });
        if (row.hash !== hashOf(end.hash, row)) return verdict({ seq: row.seq, how: 'changed' });
        isAnnounced ||= anchor !== null && row.action === REMOVED_ACTION && row.detail === JSON.stringify({ upTo: anchor.seq, hash: anchor.hash });
        checked += 1;
      }
      end = { seq: row.seq, hash: row.hash };
    }
  }
  if (end.seq < lastSeq) return verdict({ seq: end.seq + 1, how: 'end-missing' });
  if (anchor !== null && !isAnnounced) return verdict({ seq: anchor.seq, how: 'beginning-missing' });
  return verdict(null);
}
