import type { AuditDeed, AuditEntry, AuditKind, AuditResult, AuditVerdict } from '@wangge/shared/audit';

/** Which entries are asked for. */
export interface AuditFilter {
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive. */
  readonly to: number;
  /** Id or name of whoever acted. */
  readonly person?: string;
  readonly kind?: AuditKind;
  readonly result?: AuditResult;
}

/** The last entry of a page: the next begins behind it. */
export type AuditCursor = Pick<AuditEntry, 'at' | 'seq'>;

export type RemoveOutcome =
  | { readonly kind: 'removed'; readonly count: number }
  /** Some of what was asked for has to be kept still: nothing was removed. */
  | { readonly kind: 'too-young' };

/**
 * The audit log (审计日志): entries in one order, each bound to the one before it, the first to the epoch of the store. Entries
 * are added and read, and removed from the beginning once their time is over; nothing changes them.
 */
export interface AuditStore {
  /** Adds deeds in their order. What it answered is durable; when it throws, some may be kept. */
  append(deeds: readonly AuditDeed[]): Promise<void>;
  /** Entries that fit, newest first, at most `limit`; those behind `after` where that is given. */
  read(filter: AuditFilter, limit: number, after?: AuditCursor): Promise<readonly AuditEntry[]>;
  /** Goes through all of the log and names the first entry that was changed, moved or taken away. */
  verify(): Promise<AuditVerdict>;
  /**
   * Removes, from the beginning on, what happened before `before`, and adds an entry that says so. The last of them leaves its
   * hash, to which the rest is bound. Refuses whole when `before` is less than AUDIT_KEPT_DAYS before `now` (epoch ms).
   */
  removeBefore(before: number, now: number): Promise<RemoveOutcome>;
}
