import { SECOND_MS } from '@wangge/shared/base';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { NodeLink } from './node-link.ts';

/** What nobody told is found this late at most. */
const REREAD_EACH_MS = 30 * SECOND_MS;

/** Something kept as documents that this node holds in memory: 上下勤, lists, sessions. */
export interface SharedDocuments {
  readonly name: string;
  /** Takes over what the store holds. */
  reread(): Promise<void>;
  /** Called after this node changed something. */
  onChange(listener: () => void): void;
}

/** Keeps what nodes hold of documents alike: told at once, and read again now and then. Answers what stops it. */
export function shareDocuments(shared: readonly SharedDocuments[], link: NodeLink, clock: Clock, log: Logger): () => void {
  const reread = ({ name, reread: read }: SharedDocuments): void => {
    read().catch((error: unknown) => log.warn({ err: error, name }, 'what other nodes changed could not be read and is tried again'));
  };
  for (const one of shared) one.onChange(() => link.tell({ kind: 'changed', name: one.name }));
  link.onMessage((message) => {
    if (message.kind === 'changed') shared.filter(({ name }) => name === message.name).forEach(reread);
  });
  return clock.every(REREAD_EACH_MS, () => shared.forEach(reread));
}
