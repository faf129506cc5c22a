import type { FieldFix, FixStorage } from '@wangge/web/features/orders/fix-storage';
import type { KeptPhoto, OutboxEntry } from '@wangge/web/features/orders/outbox-entry';
import type { OutboxStorage } from '@wangge/web/features/orders/outbox-storage';

const SLOWEST_MS = 6;

/** One life of a browser, from its start to its end. */
export class Life {
  isOver = false;
  readonly #random: () => number;
  #last: Promise<void> = Promise.resolve();

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Does something on the disk after all that was asked for before, some milliseconds later; of a browser that is gone by then neither deed nor answer comes. */
  turn<T>(deed: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.#last = this.#last.then(() => new Promise<void>((next) => {
        setTimeout(() => {
          if (this.isOver) return;
          const done = deed();
          next();
          // The answer is on its way a moment longer than the deed takes.
          setTimeout(() => { if (!this.isOver) resolve(done); }, this.#random() * 2);
        }, this.#random() * SLOWEST_MS);
      }));
    });
  }
}

/** The disk of a telephone, which outlives its browser: what the pages' own storage ports keep there. */
export class PhoneDisk {
  readonly #entries = new Map<string, OutboxEntry>();
  readonly #photos = new Map<string, KeptPhoto>();
  readonly #fixes: FieldFix[] = [];
  /** When each position was fixed that was ever written down here. */
  readonly fixedAt: number[] = [];
  /** 值班: whether its person was on duty when the page was closed. */
  isOnDuty = false;

  /** Entries that wait to be sent, and those that wait for the person. */
  entries(): readonly OutboxEntry[] {
    return [...this.#entries.values()];
  }

  get fixCount(): number {
    return this.#fixes.length;
  }

  outbox(life: Life): OutboxStorage {
    return {
      readEntries: () => life.turn(() => structuredClone(this.entries()) as OutboxEntry[]),
      putEntry: (entry) => life.turn(() => void this.#entries.set(entry.id, structuredClone(entry))),
      removeEntry: (entry) => life.turn(() => {
        this.#entries.delete(entry.id);
        for (const id of entry.photoIds) this.#photos.delete(id);
      }),
      readPhotos: () => life.turn(() => [...this.#photos.values()]),
      putPhoto: (photo) => life.turn(() => void this.#photos.set(photo.id, photo)),
      removePhoto: (id) => life.turn(() => void this.#photos.delete(id)),
    };
  }

  fixes(life: Life): FixStorage {
    return {
      add: (fixes) => life.turn(() => {
        this.#fixes.push(...fixes);
        this.fixedAt.push(...fixes.map(({ at }) => at));
      }),
      readOldest: (count) => life.turn(() => this.#fixes.slice(0, count)),
      dropOldest: (count) => life.turn(() => void this.#fixes.splice(0, count)),
      count: () => life.turn(() => this.#fixes.length),
    };
  }
}
