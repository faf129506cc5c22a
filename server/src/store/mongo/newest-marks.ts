import type { Db } from 'mongodb';
import type { UnitId } from '@wangge/shared/base';
import { COLLECTIONS } from './schema.ts';
import { bucketId, readBucketId, type TrackMark } from './track-bucket.ts';
import { writeAll } from './write-all.ts';

/** The buckets this process marked of one unit: all of one hour, by the writers it had meanwhile. */
interface Marked {
  readonly hour: number;
  readonly ids: readonly string[];
}

/**
 * Marks where the newest fixes of units are to be looked for. Marks are made and removed, never changed: one is removed only
 * when one of a later hour stands, so whichever of two servers is slower, the newest of a unit stays marked.
 */
export class NewestMarks {
  readonly #marks;
  readonly #marked = new Map<UnitId, Marked>();
  #outdated: string[] = [];

  constructor(db: Db) {
    this.#marks = db.collection<TrackMark>(COLLECTIONS.trackMarks);
  }

  /** Marks the newest hours, before the buckets of this writer are there: a bucket that is missing does no harm. */
  async add(newest: ReadonlyMap<UnitId, number>, writer: string): Promise<void> {
    const fresh = [...newest].map(([unitId, hour]) => ({ unitId, hour, id: bucketId(unitId, hour, writer), before: this.#marked.get(unitId) }))
      .filter(({ hour, id, before }) => before === undefined || before.hour < hour || (before.hour === hour && !before.ids.includes(id)));
    await writeAll(this.#marks, fresh.map(({ id }) => ({ insertOne: { document: { _id: id } } })));
    for (const { unitId, hour, id, before } of fresh) {
      const isLater = before !== undefined && before.hour < hour;
      if (isLater) this.#outdated.push(...before.ids);
      this.#marked.set(unitId, { hour, ids: isLater ? [id] : [...before?.ids ?? [], id] });
    }
  }

  /** Removes the marks of this process that later ones made useless. */
  async tidy(): Promise<void> {
    await this.#remove(this.#outdated);
    this.#outdated = [];
  }

  /** Each unit's newest hour that is marked, with the names of the buckets. Removes what servers that are gone left behind. */
  async read(): Promise<Map<UnitId, { hour: number; ids: string[] }>> {
    const newest = new Map<UnitId, { hour: number; ids: string[] }>();
    const outdated: string[] = [];
    for await (const { _id } of this.#marks.find()) {
      const { unitId, hour } = readBucketId(_id);
      const known = newest.get(unitId);
      if (known === undefined || known.hour < hour) {
        if (known) outdated.push(...known.ids);
        newest.set(unitId, { hour, ids: [_id] });
      } else if (known.hour === hour) known.ids.push(_id);
      else outdated.push(_id);
    }
    await this.#remove(outdated);
    return newest;
  }

  async #remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#marks.deleteMany({ _id: { $in: [...ids] } });
  }
}
