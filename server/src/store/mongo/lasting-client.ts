import { MongoClient, type Db, type MongoClientOptions } from 'mongodb';

/** How often the driver looks after its server. */
const HEARTBEAT_MS = 1_000;
/** A driver that has not looked after its server for this long does so no more. */
const DEAD_AFTER_MS = 4 * HEARTBEAT_MS;
const LOOK_EACH_MS = HEARTBEAT_MS;
/** What was under way on a client that was replaced is given up by the driver within this time. */
const RETIRE_AFTER_MS = 15_000;

export interface LastingClient {
  /** The database; calls go to whichever connection is the present one. */
  readonly db: Db;
  close(): Promise<void>;
}

/**
 * A client that outlives its own watchman: the driver (7.9) can stop looking after a server that died at the wrong moment, and
 * then finds none ever again. When it has been silent for too long, another client takes its place under those who hold the
 * database. Rejects when the server can't be reached at first.
 */
export async function openLastingClient(url: string, options: MongoClientOptions): Promise<LastingClient> {
  let heardAt = performance.now();
  let client = makeClient();
  let isReplacing = false;

  function makeClient(): MongoClient {
    const made = new MongoClient(url, { ...options, heartbeatFrequencyMS: HEARTBEAT_MS });
    for (const name of ['serverHeartbeatStarted', 'serverHeartbeatSucceeded', 'serverHeartbeatFailed'] as const) made.on(name, () => (heardAt = performance.now()));
    return made;
  }

  async function replace(): Promise<void> {
    const [old, fresh] = [client, makeClient()];
    try {
      await fresh.connect();
      client = fresh;
      const timer = setTimeout(() => void old.close(), RETIRE_AFTER_MS);
      timer.unref();
    } catch {
      await fresh.close();
    }
  }

  try {
    await client.connect();
  } catch (error) {
    await client.close();
    throw error;
  }
  const timer = setInterval(() => {
    if (isReplacing || performance.now() - heardAt < DEAD_AFTER_MS) return;
    isReplacing = true;
    void replace().finally(() => (isReplacing = false));
  }, LOOK_EACH_MS);
  timer.unref();

  const present = <T extends object>(target: () => T): T => new Proxy({} as T, {
    get(_, name) {
      const value: unknown = Reflect.get(target(), name);
      return typeof value === 'function' ? value.bind(target()) : value;
    },
  });
  const db = new Proxy({} as Db, {
    get: (_, name) => (name === 'collection' ? (collection: string) => present(() => client.db().collection(collection)) : Reflect.get(present(() => client.db()), name)),
  });
  return {
    db,
    async close() {
      clearInterval(timer);
      await client.close();
    },
  };
}
