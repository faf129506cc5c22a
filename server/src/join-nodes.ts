import type { Config } from './config.ts';
import type { PositionsApi } from './features/positions/positions.api.ts';
import type { Ledger } from './ledger/ledger.ts';
import { followHistory } from './nodes/follow-history.ts';
import { noLink, type NodeLink } from './nodes/node-link.ts';
import { shareDocuments, type SharedDocuments } from './nodes/share-documents.ts';
import { sharePositions } from './nodes/share-positions.ts';
import { whileLeading } from './nodes/while-leading.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/logger.ts';
import type { Stores } from './stores.ts';

export interface NodeParts {
  readonly stores: Stores;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Opens the way to the other nodes; a node without REDIS_URL hears them through the store only. */
export async function openNodeLink({ stores, config, log }: NodeParts): Promise<NodeLink> {
  if (config.redisUrl === null) return noLink;
  const { openRedisLink } = await import('./nodes/redis-link.ts');
  return openRedisLink(config.redisUrl, stores.events.epoch, log);
}

export interface Joining extends NodeParts {
  readonly link: NodeLink;
  readonly ledger: Ledger;
  readonly positions: PositionsApi;
  readonly shared: readonly SharedDocuments[];
  /** What only one node does by itself: timers, the demo's life. */
  readonly startTimers: () => () => void;
}

/** Makes one of several nodes (多节点) of this process, or lets it be alone; answers what lets it leave. */
export function joinNodes({ stores, config, link, ledger, positions, shared, startTimers, clock, log }: Joining): () => void {
  if (stores.leases === null) return startTimers();
  const stops = [
    followHistory(ledger, link, clock, log), sharePositions(positions, link, clock, log), shareDocuments(shared, link, clock, log),
    ...(config.role === 'push' ? [] : [whileLeading('timers', stores.leases, startTimers, clock, log)]),
  ];
  return () => stops.forEach((stop) => stop());
}
