import { createClient } from 'redis';
import type { Logger } from '../platform/logger.ts';
import { newUuid } from '../platform/ids.ts';
import type { NodeLink, NodeMessage } from './node-link.ts';

const LONGEST_PAUSE_MS = 1_000;
/** Messages wait no longer than this for a Redis that is slow to come at the start. */
const CONNECT_WITHIN_MS = 3_000;

interface Envelope {
  readonly from: string;
  readonly message: NodeMessage;
}

/**
 * The link over one channel of a Redis, named after the history so that several deployments may share it. A Redis that is away
 * stops nothing: it is looked for again at least once a second, and what was told meanwhile is gone.
 */
export async function openRedisLink(url: string, epoch: string, log: Logger): Promise<NodeLink> {
  const channel = `wangge/${epoch}/nodes`;
  const self = newUuid();
  const listeners: ((message: NodeMessage) => void)[] = [];
  const connection = { url, disableOfflineQueue: true, socket: { reconnectStrategy: (retries: number) => Math.min(LONGEST_PAUSE_MS, 50 * (retries + 1)), connectTimeout: CONNECT_WITHIN_MS } };
  const out = createClient(connection);
  const inward = createClient({ ...connection, disableOfflineQueue: false });
  let isDown = false;

  function lost(error: unknown): void {
    if (!isDown) log.warn({ err: error }, 'Redis is away: other nodes are heard through the store only');
    isDown = true;
  }
  function back(): void {
    if (isDown) log.info({}, 'Redis is back');
    isDown = false;
  }
  out.on('error', lost);
  inward.on('error', lost);
  inward.on('ready', back);

  function receive(text: string): void {
    const { from, message } = JSON.parse(text) as Envelope;
    if (from !== self) for (const listener of listeners) listener(message);
  }

  // Neither is waited for longer than a moment: a node starts without its Redis.
  const connected = Promise.all([out.connect(), inward.connect().then(() => inward.subscribe(channel, receive))]);
  connected.catch(lost);
  await Promise.race([connected.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, CONNECT_WITHIN_MS).unref())]);

  return {
    tell(message) {
      if (out.isReady) out.publish(channel, JSON.stringify({ from: self, message } satisfies Envelope)).catch(lost);
    },
    onMessage: (listener) => void listeners.push(listener),
    isUp: () => out.isReady && inward.isReady,
    async close() {
      out.destroy();
      inward.destroy();
    },
  };
}
