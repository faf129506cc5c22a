import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { EventStore } from '../event-store.ts';
import { eventsOf } from './commit-document.ts';
import { makeWish } from './commit-draft.ts';
import { CarriedKeys } from './carried-keys.ts';
import { CommitLog } from './commit-log.ts';
import { createCommitWriter } from './commit-writer.ts';
import { reaching } from './errors.ts';
import { KnownHistory } from './known-history.ts';
import { createMongoSerials } from './mongo-serials.ts';
import { readEpoch } from './schema.ts';

const DECIDE_WITHIN_MS = 10_000;

/**
 * The event store of one or several nodes, all of which may write into one database. Each append is part of one document, so
 * that all of it is written or nothing, and the server decides which commit comes next. A call that can't reach the server
 * throws StoreUnavailable. An append without any event writes nothing, its key neither.
 */
export async function createMongoEventStore(db: Db, decideWithinMs = DECIDE_WITHIN_MS): Promise<EventStore> {
  const epoch = await readEpoch(db, randomUUID());
  const log = new CommitLog(db, decideWithinMs, await CarriedKeys.open(db));
  const known = new KnownHistory();
  const write = createCommitWriter(log, known);

  return {
    epoch,
    async append(appends, idempotency) {
      const wish = makeWish(appends, idempotency);
      return wish.bodies.length === 0 ? { kind: 'appended', events: [] } : reaching(() => write(wish));
    },
    findIdempotent: (scope, key) => reaching(async () => {
      await log.catchUp(known);
      return log.recordOf(known, { scope, key });
    }),
    async readStream(stream) {
      const commits = await reaching(async () => {
        await log.catchUp(known);
        return log.withStream(known, stream);
      });
      return commits.flatMap(eventsOf).filter((event) => event.stream === stream);
    },
    async readStreams(streams, until) {
      const found = await reaching(async () => {
        await log.catchUp(known);
        return Promise.all(streams.map((stream) => log.withStream(known, stream)));
      });
      return found.flatMap((commits, i) => commits.flatMap(eventsOf).filter(({ stream, event }) => stream === streams[i] && event.at <= until));
    },
    async readSince(fromSeq, limit) {
      const commits = await reaching(() => log.since(known, fromSeq, limit));
      for (const commit of commits) if (known.isNext(commit)) known.learn(commit);
      return commits.flatMap(eventsOf).filter(({ seq }) => seq > fromSeq).slice(0, limit);
    },
    lastSeq: () => reaching(() => log.lastSeq()),
    takeSerials: createMongoSerials(db),
  };
}
