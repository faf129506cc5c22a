import type { DomainEvent } from '@wangge/shared/life';

/**
 * 个人信息删除: the one exception from a history that is never changed. Words are taken out of what happened; that it happened,
 * when, to what and in which order stays. Nothing but retention uses it.
 */
export interface HistoryEraser {
  /**
   * Puts what `change` makes of the events of a stream in their place; `seq`, revision, type and time stay. Answers how many became
   * another. A stream is rewritten as a whole where the store can, else commit by commit: doing it again finishes it and changes nothing
   * that is done. An event of another type or time throws, and nothing is changed.
   */
  rewrite(stream: string, change: (event: DomainEvent) => DomainEvent): Promise<number>;
  /** Answers when no file of the store holds what was rewritten or removed before; false when somebody who reads keeps it there for now. */
  settle(): Promise<boolean>;
}
