/** Where the chain does not hold: an entry that was changed or moved, one that is gone, or the end or the beginning cut off. */
export interface AuditBreak {
  readonly seq: number;
  readonly how: 'changed' | 'missing' | 'end-missing' | 'beginning-missing';
}

/** What a check of the whole log (校验) found. */
export interface AuditVerdict {
  /** How many entries are proven to be as they were written. */
  readonly checked: number;
  /** How many were taken away at the end of their time, as the log itself records. */
  readonly removed: number;
  /** The last proven entry: who writes it down can hold a later check against it. Null for an empty log. */
  readonly head: { readonly seq: number; readonly hash: string } | null;
  /** The first entry that does not hold; null when all do. */
  readonly broken: AuditBreak | null;
}
