import type { Refusal } from '@wangge/shared/base';
import { matchesTopic } from '@wangge/shared/connector';
import type { ConnectorsApi } from '../../features/connectors/connectors.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { decodeText } from '../../platform/csv.ts';
import { BODY_LIMIT_BYTES } from '../../platform/http.ts';
import type { Logger } from '../../platform/logger.ts';

export interface HearingNeeds {
  readonly connectors: Pick<ConnectorsApi, 'take' | 'count' | 'listeners' | 'hinder'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What becomes of a message from the broker, and what is said of the connectors that hear it. */
export function createHearing({ connectors, clock, log }: HearingNeeds) {
  /** Why the last message of a connector was not taken. */
  const refused = new Map<string, Refusal>();

  function hinder(connectorId: string, refusal: Refusal | null): void {
    connectors.hinder(connectorId, refusal, clock.now()).catch((error: unknown) => log.warn({ err: error, connector: connectorId }, 'what hinders a connector could not be kept'));
  }

  async function take(connectorId: string, topic: string, bytes: Uint8Array): Promise<boolean> {
    if (bytes.length > BODY_LIMIT_BYTES) {
      connectors.count(connectorId, 'too-large');
      log.warn({ connector: connectorId, topic, bytes: bytes.length }, 'a message is larger than one may be and was let go');
      return true;
    }
    const done = await connectors.take({ connectorId, topic: 'reports', channelId: null }, decodeText(bytes), clock.now());
    if (!done.ok) {
      refused.set(connectorId, done.error);
      hinder(connectorId, done.error);
    } else if (refused.delete(connectorId)) hinder(connectorId, null);
    return done.ok;
  }

  return {
    hinder,
    /** A connector hears again; what its last message was refused for may still hold. */
    isHeard: (connectorId: string): void => hinder(connectorId, refused.get(connectorId) ?? null),
    /** Whether a message is done with: all that hear its topic have it, or nobody asks for it any more. Never throws. */
    async hear(topic: string, bytes: Uint8Array): Promise<boolean> {
      const hearers = connectors.listeners(clock.now()).filter(({ filter }) => matchesTopic(filter, topic));
      if (hearers.length === 0) log.info({ topic }, 'a message came that nobody asks for any more');
      try {
        for (const { connectorId } of hearers) if (!(await take(connectorId, topic, bytes))) return false;
        return true;
      } catch (error) {
        log.warn({ err: error, topic }, 'a message could not be taken and stays with the broker');
        return false;
      }
    },
  };
}
