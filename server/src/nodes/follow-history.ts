import { SECOND_MS } from '@wangge/shared/base';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { NodeLink } from './node-link.ts';

/** Where no node says that it wrote, its events are found this late at most. */
const LOOK_EACH_MS = SECOND_MS;

/** Keeps the books of this node up to what all nodes wrote: at once when told, else within a second. Answers what stops it. */
export function followHistory(ledger: Ledger, link: NodeLink, clock: Clock, log: Logger): () => void {
  let isFailing = false;

  function look(): void {
    ledger.catchUp().then(() => (isFailing = false), (error: unknown) => {
      if (!isFailing) log.warn({ err: error }, 'the history of other nodes could not be read and is tried again');
      isFailing = true;
    });
  }

  ledger.onWritten((seq) => link.tell({ kind: 'history', seq }));
  link.onMessage((message) => {
    if (message.kind === 'history' && message.seq > ledger.lastSeq) look();
  });
  return clock.every(LOOK_EACH_MS, look);
}
