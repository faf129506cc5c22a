import type { Db, MongoClient } from 'mongodb';
import { SECOND_MS } from '@wangge/shared/base';
import { systemClock, type Clock } from '../../platform/clock.ts';

/** How often the driver is to look after its server. */
export const HEARTBEAT_MS = SECOND_MS;
const LOOK_EACH_MS = HEARTBEAT_MS;
/** Looks in a row that heard nothing of the driver's before it is doubted. A process that stood still did not look either. */
const SILENT_LOOKS = 3;

/** What is used of the driver's client. */
export type DriverClient = Pick<MongoClient, 'connect' | 'close' | 'db' | 'on'>;

export interface LastingClient {
  /** The database; each call goes to whichever client is the present one. */
  readonly db: Db;
  close(): Promise<void>;
}

interface Watched {
  readonly client: DriverClient;
  silentLooks: number;
}

/**
 * A client that outlives its own watchman: the driver (7.9) can stop looking after a server that died at the wrong moment, and
 * then finds none ever again. When it has been silent for too long, and stays so while another client reaches the server, that
 * one takes its place under those who hold the database, and the old one is closed: what is under way on it ends as a call whose
 * answer was lost, and nothing more is sent over it. Rejects when the server can't be reached at first. `make` makes clients whose heartbeats are `HEARTBEAT_MS` apart.
 */
export async function openLastingClient(make: () => DriverClient, clock: Clock = systemClock): Promise<LastingClient> {
  let present = watch();
  let isReplacing = false;
  let isClosed = false;

  function watch(): Watched {
    const watched: Watched = { client: make(), silentLooks: 0 };
    for (const name of ['serverHeartbeatStarted', 'serverHeartbeatSucceeded', 'serverHeartbeatFailed'] as const) watched.client.on(name, () => (watched.silentLooks = 0));
    return watched;
  }

  const isDoubted = (): boolean => present.silentLooks >= SILENT_LOOKS;

  async function connected(watched: Watched): Promise<Watched> {
    try {
      await watched.client.connect();
      return watched;
    } catch (error) {
      await watched.client.close();
      throw error;
    }
  }

  async function replace(): Promise<void> {
    const fresh = await connected(watch());
    const isWanted = isDoubted() && !isClosed;
    const gone = isWanted ? present : fresh;
    if (isWanted) present = fresh;
    await gone.client.close();
  }

  await connected(present);
  const stopLooking = clock.every(LOOK_EACH_MS, () => {
    present.silentLooks += 1;
    if (isReplacing || !isDoubted()) return;
    isReplacing = true;
    // A server that can't be reached now is tried again at the next look.
    replace().catch(() => undefined).finally(() => (isReplacing = false));
  });

  const inTurn = <T extends object>(target: () => T): T => new Proxy({} as T, {
    get(_, name) {
      const value: unknown = Reflect.get(target(), name);
      return typeof value === 'function' ? value.bind(target()) : value;
    },
  });
  const db = new Proxy({} as Db, {
    get: (_, name) => (name === 'collection' ? (collection: string) => inTurn(() => present.client.db().collection(collection)) : Reflect.get(inTurn(() => present.client.db()), name)),
  });
  return {
    db,
    async close() {
      isClosed = true;
      stopLooking();
      await present.client.close();
    },
  };
}
