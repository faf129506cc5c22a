/** The parts of a store (库), in the order in which they are carried. Leases are left out: they hold for moments only. */
export const PARTS = ['events', 'keys', 'serials', 'documents', 'attachments', 'tracks', 'audit'] as const;

export type Part = (typeof PARTS)[number];

/**
 * One row of a part, the same whatever holds it; a part lies in the order of its leading columns, numbers by size and texts by
 * their bytes in UTF-8.
 * - events: seq, stream, revision, type, at, event as JSON
 * - keys: scope, key, hash of the body, answer
 * - serials: counter, last number that was taken
 * - documents: kind, id, value as JSON
 * - attachments: id, media type, epoch ms, by whom, bytes in base64
 * - tracks: unit, epoch ms, longitude and latitude in 1e-7 degrees, 0.1 km/h, degrees, metres
 * - audit: seq, epoch ms, id, name, role and unit of who acted, address, action, object, result, code, detail as JSON, hash
 */
export type Row = readonly (string | number | null)[];

/** How many leading columns name a row within its part. */
export const KEY_COLUMNS: Readonly<Record<Part, number>> = { events: 1, keys: 2, serials: 1, documents: 2, attachments: 1, tracks: 2, audit: 1 };

/** All of a store, to be read part by part. */
export interface ContentsView {
  /** Names the history. */
  readonly epoch: string;
  /** How many rows a part has, as a measure of progress, or null where counting takes as long as reading. */
  count(part: Part): Promise<number | null>;
  /** The rows of a part in order, in batches that memory holds. */
  read(part: Part): AsyncIterable<readonly Row[]>;
  release(): Promise<void>;
}

/** A store as something that is carried elsewhere (搬运), whole. While it is, no server may use it. */
export interface StoreContents {
  /**
   * What the store holds now. An embedded store is seen as it is at this moment until the view is released; of a database server
   * the history ends where it ends now, and all else is seen as it is when it is read.
   */
  view(): Promise<ContentsView>;
  /**
   * Begins to take in the history `epoch`, or goes on where it broke off. Until `finish` the store counts as unfinished and no
   * server opens it. A store that holds anything else is `occupied` and stays as it is.
   */
  begin(epoch: string): Promise<'begun' | 'goes-on' | 'occupied'>;
  /** The last row of a part; null when it has none. */
  last(part: Part): Promise<Row | null>;
  /** Keeps rows in order. Rows that are there already do no harm; documents are replaced, everything else stays as it is. */
  write(part: Part, rows: readonly Row[]): Promise<void>;
  finish(): Promise<void>;
  isUnfinished(): Promise<boolean>;
}
