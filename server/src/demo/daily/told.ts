import type { DomainEvent } from '@wangge/shared/life';
import type { Ledger } from '../../ledger/ledger.ts';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { ListsApi } from '../../features/lists/lists.api.ts';

const BATCH = 800;

/** What the days of grids and windows are told with. */
export interface DailyDeps {
  readonly ledger: Ledger;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly seed: number;
}

/** One event of the story; `revision`: of its stream before it. */
export interface Told {
  readonly stream: string;
  readonly at: number;
  readonly event: DomainEvent;
  readonly revision?: number;
}

/** A story in order of time, without what was told until `since`. */
export function toldUntil(story: readonly Told[], since: number): Told[] {
  const revisions = new Map<string, number>();
  return story.toSorted((a, b) => a.at - b.at).map((told) => {
    const revision = revisions.get(told.stream) ?? 0;
    revisions.set(told.stream, revision + 1);
    return { ...told, revision };
  }).filter(({ at }) => at > since);
}

/** Writes what was told, in few appends. Where somebody else acted meanwhile, the rest of that stream's story is left to them. */
export async function writeTold(ledger: Ledger, told: readonly Told[]): Promise<void> {
  const append = async (part: readonly Told[]): Promise<boolean> =>
    (await ledger.append(part.map(({ stream, event, revision = 0 }) => ({ stream, expectedRevision: revision, events: [event] })))).kind === 'appended';
  for (let from = 0; from < told.length; from += BATCH) {
    const part = told.slice(from, from + BATCH);
    if (await append(part)) continue;
    for (const one of part) await append([one]);
  }
}
