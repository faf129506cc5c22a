/** A position of this phone as the server takes it, WGS-84; `at` epoch ms. */
export interface FieldFix {
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
  readonly speedKmh: number | null;
  readonly headingDeg: number | null;
  readonly accuracyM: number;
}

/** Positions that wait to be sent, oldest first. */
export interface FixStorage {
  add(fixes: readonly FieldFix[]): Promise<void>;
  readOldest(count: number): Promise<FieldFix[]>;
  /** Forgets the oldest `count`. */
  dropOldest(count: number): Promise<void>;
  count(): Promise<number>;
}

/** Keeps positions until the page is closed: for browsers that forbid a database, and for tests. */
export function createMemoryFixStorage(): FixStorage {
  const kept: FieldFix[] = [];
  return {
    add: async (fixes) => void kept.push(...fixes),
    readOldest: async (count) => kept.slice(0, count),
    dropOldest: async (count) => void kept.splice(0, count),
    count: async () => kept.length,
  };
}
