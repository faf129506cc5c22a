import type { CaseId } from '@wangge/shared/base';
import type { Case, CaseEvent } from '@wangge/shared/case';

/** What one stored event did to its case. */
export interface CaseChange {
  readonly seq: number;
  readonly event: CaseEvent;
  readonly before: Case | null;
  readonly after: Case;
}

/** All cases as they stand, and every change of them in the order of `seq`. What read models are fed from. */
export interface CaseFeed {
  readonly lastSeq: number;
  get(id: CaseId): Case | undefined;
  all(): IterableIterator<Case>;
  onChanges(listener: (changes: readonly CaseChange[]) => void): void;
  /** Called with each case that comes as it stands, without the events that made it so: in the past alone. */
  onHeld(listener: (item: Case) => void): void;
}
