import type { DomainEvent } from '@wangge/shared/life';
import type { Ledger } from '../../ledger/ledger.ts';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { ListsApi } from '../../features/lists/lists.api.ts';

const BATCH = 800;

/** What the past of grids and windows is told with. */
export interface DailyDeps {
  readonly ledger: Ledger;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly seed: number;
}

/** One event of the past. */
export interface Told {
  readonly stream: string;
  readonly at: number;
  readonly event: DomainEvent;
}

/** Writes what was told in order of time, in few appends. */
export async function writeTold(ledger: Ledger, told: readonly Told[]): Promise<void> {
  const revisions = new Map<string, number>();
  const ordered = told.toSorted((a, b) => a.at - b.at);
  for (let from = 0; from < ordered.length; from += BATCH) {
    const outcome = await ledger.append(ordered.slice(from, from + BATCH).map(({ stream, event }) => {
      const expectedRevision = revisions.get(stream) ?? 0;
      revisions.set(stream, expectedRevision + 1);
      return { stream, expectedRevision, events: [event] };
    }));
    if (outcome.kind !== 'appended') throw new Error(`the daily past of the demo could not be appended: ${outcome.kind}`);
  }
}
