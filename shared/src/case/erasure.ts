import type { CaseId } from '../base/index.ts';

/** 个人信息删除: by which edition of the list it was done, and what was done to the history; `sha256` is that of the case's rows as they are now, without this event. */
export interface Erasure {
  readonly edition: string;
  /** How many events were written anew. */
  readonly rewritten: number;
  readonly events: number;
  readonly sha256: string;
  readonly attachments: number;
  /** Other cases that the same person reported about that time: all that repeated reports are still found by. */
  readonly sameReporter: readonly CaseId[];
}
