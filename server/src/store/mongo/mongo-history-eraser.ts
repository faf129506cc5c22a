import type { Db } from 'mongodb';
import type { DomainEvent } from '@wangge/shared/life';
import type { HistoryEraser } from '../history-eraser.ts';
import type { CommitDocument, StoredBody } from './commit-document.ts';
import { reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

/**
 * Erasing in MongoDB: the commits that hold a stream are written anew, one by one. The server itself decides when old
 * blocks, its journal and its oplog are overwritten.
 */
export function createMongoHistoryEraser(db: Db): HistoryEraser {
  const commits = db.collection<CommitDocument>(COLLECTIONS.commits);

  function erased(stored: StoredBody, change: (event: DomainEvent) => DomainEvent): StoredBody {
    const event = change(JSON.parse(stored.body) as DomainEvent);
    if (event.type !== stored.type || event.at !== stored.at) throw new Error(`event ${stored.revision} of ${stored.stream} would become another`);
    return { ...stored, body: JSON.stringify(event) };
  }

  async function rewrite(stream: string, change: (event: DomainEvent) => DomainEvent): Promise<number> {
    const found = await commits.find({ 'events.stream': stream }).sort({ _id: 1 }).toArray();
    const plans = found.map((commit) => {
      const events = commit.events.map((stored) => (stored.stream === stream ? erased(stored, change) : stored));
      return { commit, events, count: events.filter(({ body }, i) => body !== commit.events[i]!.body).length };
    });
    for (const { commit, events, count } of plans) if (count > 0) await commits.updateOne({ _id: commit._id }, { $set: { events } });
    return plans.reduce((sum, { count }) => sum + count, 0);
  }

  return { rewrite: (stream, change) => reaching(() => rewrite(stream, change)), settle: async () => true };
}
