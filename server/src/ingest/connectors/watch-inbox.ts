import { lstat, readFile, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { SECOND_MS } from '@wangge/shared/base';
import { TOPICS } from '@wangge/shared/connector';
import type { ConnectorsApi } from '../../features/connectors/connectors.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { decodeText } from '../../platform/csv.ts';
import { BODY_LIMIT_BYTES } from '../../platform/http.ts';
import type { Logger } from '../../platform/logger.ts';

const LOOK_MS = 5 * SECOND_MS;
/** Names under which programs write what is not whole yet. */
const UNFINISHED = /^\.|\.(part|tmp|swp|crdownload)$/i;

export interface InboxNeeds {
  /** Holds `<connector>/<topic>/` for each connector that is fed by files. */
  readonly folder: string;
  readonly connectors: ConnectorsApi;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Inbox {
  look(): Promise<void>;
  start(): () => void;
}

/**
 * 文件夹接入: takes files that lie in `<folder>/<connector>/reports` or `/ratings`, once two looks found them alike, and removes those of which
 * everything is durable, as a case or as a dead letter. What is not taken stays where it lies: a stopped connector, a store that can't be
 * written, a file larger than a message may be. A file taken when the process died is taken again and makes no second case.
 */
export function createInbox({ folder, connectors, clock, log }: InboxNeeds): Inbox {
  const seen = new Map<string, string>();
  /** Large files that were counted already. */
  const counted = new Set<string>();

  async function namesIn(path: string): Promise<readonly string[]> {
    return readdir(path).catch(() => []);
  }

  /** Whether a file looks as it did at the look before. */
  async function isSettled(path: string): Promise<number | null> {
    const found = await lstat(path);
    const [before, looks] = [seen.get(path), `${found.size} ${found.mtimeMs} ${found.ino}`];
    seen.set(path, looks);
    return found.isFile() && before === looks ? found.size : null;
  }

  async function take(connectorId: string, topic: (typeof TOPICS)[number], path: string): Promise<void> {
    const size = await isSettled(path);
    if (size === null) return;
    if (size > BODY_LIMIT_BYTES) {
      if (!counted.has(path)) connectors.count(connectorId, 'too-large');
      return void counted.add(path);
    }
    const done = await connectors.take({ connectorId, topic, channelId: null }, decodeText(await readFile(path)), clock.now());
    if (!done.ok) return log.warn({ connector: connectorId, code: done.error.code }, 'a file was not taken and stays where it lies');
    await unlink(path);
    seen.delete(path);
  }

  async function look(): Promise<void> {
    for (const connectorId of await namesIn(folder)) {
      for (const topic of TOPICS) {
        const names = (await namesIn(join(folder, connectorId, topic))).filter((name) => !UNFINISHED.test(name)).sort();
        for (const name of names) {
          await take(connectorId, topic, join(folder, connectorId, topic, name)).catch((error: unknown) => log.warn({ err: error, connector: connectorId }, 'a file could not be taken and is tried again'));
        }
      }
    }
  }

  return {
    look,
    start() {
      let isLooking = false;
      return clock.every(LOOK_MS, () => {
        if (isLooking) return;
        isLooking = true;
        void look().finally(() => (isLooking = false));
      });
    },
  };
}
