import type { Progress } from '../progress.ts';
import { sendBatch } from './intake-client.ts';
import { Pace } from './pace.ts';
import type { TicketBatch } from './ticket-batches.ts';
import type { RefusedRow } from './ticket-reports.ts';

export interface TicketsOutcome {
  readonly accepted: number;
  /** Of the accepted, those that an earlier run had brought in. */
  readonly repeated: number;
  readonly refused: readonly RefusedRow[];
}

export interface TicketsDoor {
  readonly url: string;
  readonly apiKey: string;
}

/** Plays the batches one after the other, each when it is due. */
export async function replayTickets(batches: readonly TicketBatch[], door: TicketsDoor, speed: number, progress: Progress): Promise<TicketsOutcome> {
  const total = batches.reduce((sum, { reports }) => sum + reports.length, 0);
  const pace = new Pace(Date.now(), batches[0]?.reports[0]?.at ?? 0, speed);
  const refused: RefusedRow[] = [];
  let [accepted, repeated, sent] = [0, 0, 0];
  for (const batch of batches) {
    await pace.until(batch.at);
    const outcome = await sendBatch(door.url, door.apiKey, batch);
    accepted += outcome.accepted;
    if (outcome.isRepeated) repeated += outcome.accepted;
    refused.push(...outcome.refused);
    sent += batch.reports.length;
    progress.set('诉求', sent, total);
  }
  return { accepted, repeated, refused };
}
