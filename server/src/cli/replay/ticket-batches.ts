import { HOUR_MS } from '@wangge/shared/base';
import type { TicketReport } from './ticket-reports.ts';

/** What goes through the intake door in one request. */
export interface TicketBatch {
  /** The file's time of its last ticket: the batch is due then. */
  readonly at: number;
  readonly key: string;
  readonly reports: readonly TicketReport[];
}

const MAX_REPORTS = 100;
/** Half of what the door takes in one body. */
const MAX_CHARACTERS = 120_000;

function sizeOf(report: TicketReport): number {
  return JSON.stringify(report.body).length;
}

/**
 * Cuts tickets, in order of time, into batches of one hour of the file at most. Neither cut nor key depends on speed or
 * clock: the same file sent again gives the same keys, and the door doubles nothing.
 */
export function ticketBatches(reports: readonly TicketReport[], fileHash: string): TicketBatch[] {
  const groups: TicketReport[][] = [];
  let size = 0;
  for (const report of reports) {
    const open = groups.at(-1);
    const first = open?.[0];
    const fits = open !== undefined && first !== undefined && open.length < MAX_REPORTS && size + sizeOf(report) <= MAX_CHARACTERS
      && Math.floor(first.at / HOUR_MS) === Math.floor(report.at / HOUR_MS);
    if (fits) open.push(report);
    else groups.push([report]);
    size = fits ? size + sizeOf(report) : sizeOf(report);
  }
  return groups.map((group) => ({ at: group.at(-1)?.at ?? 0, key: `replay:${fileHash}:${group[0]?.line ?? 0}`, reports: group }));
}
