import type { Db } from 'mongodb';
import { createTurns } from './turns.ts';
import { isDuplicate, reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

/** Numbers that were taken together, named after the first; whoever comes next begins with `next`. */
export interface TakenSerials {
  readonly _id: string;
  readonly next: number;
}

/** The name of a taking: those of a counter sort by their numbers. */
export const serialId = (counter: string, first: number): string => `${counter}\n${String(first).padStart(12, '0')}`;

/**
 * Numbers of named counters. Whoever takes some inserts a document named after the first: of two who try one fails, reads on
 * and tries behind. All takings of a counter stand in a row without a gap, or two could overlap; so they stay for good and
 * this process takes one after the other. Increments would be shorter, but not every server of the protocol keeps them apart.
 */
export function createMongoSerials(db: Db): (counter: string, count: number) => Promise<number> {
  const serials = db.collection<TakenSerials>(COLLECTIONS.serials);
  const nextOf = new Map<string, number>();

  async function readNext(counter: string): Promise<number> {
    const [last] = await serials.find({ _id: { $gt: `${counter}\n`, $lt: `${counter}\n~` } }).sort({ _id: -1 }).limit(1).toArray();
    return last?.next ?? 1;
  }

  async function take(counter: string, count: number): Promise<number> {
    for (;;) {
      const first = nextOf.get(counter) ?? (await readNext(counter));
      nextOf.delete(counter);
      try {
        await serials.insertOne({ _id: serialId(counter, first), next: first + count });
        nextOf.set(counter, first + count);
        return first;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
  }

  const turnsOf = new Map<string, (count: number) => Promise<number>>();

  /** Those who wait for one counter take their numbers together. */
  function turnsFor(counter: string): (count: number) => Promise<number> {
    return createTurns<number, number>(async (counts) => {
      let next = await reaching(() => take(counter, counts.reduce((sum, count) => sum + count, 0)));
      return counts.map((count) => (next += count) - count);
    });
  }

  return (counter, count) => {
    const turns = turnsOf.get(counter) ?? turnsFor(counter);
    turnsOf.set(counter, turns);
    return turns(count);
  };
}
