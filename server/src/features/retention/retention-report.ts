/** What a run of retention did, or with `isDryRun` would do. Instants are epoch ms. */
export interface RetentionReport {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly isDryRun: boolean;
  /** Edition of the list it went by, and whether the county has confirmed it. */
  readonly edition: string;
  readonly isConfirmed: boolean;
  readonly done: RetentionCounts;
}

/** Each count as it stands in reports and metrics. */
export type RetentionCounts = Readonly<Record<RetentionCount, number>>;

export const RETENTION_COUNTS = ['fixesThinned', 'fixesDeleted', 'casesArchived', 'reportersErased', 'eventsRewritten', 'attachmentsDeleted', 'sessionsDeleted', 'auditDeleted'] as const;
export type RetentionCount = (typeof RETENTION_COUNTS)[number];

/** Counts while a run goes on. */
export class RetentionTally {
  readonly #counts = Object.fromEntries(RETENTION_COUNTS.map((name) => [name, 0])) as Record<RetentionCount, number>;

  add(name: RetentionCount, count: number): void {
    this.#counts[name] += count;
  }

  read(): RetentionCounts {
    return { ...this.#counts };
  }
}
