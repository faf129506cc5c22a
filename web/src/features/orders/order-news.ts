import type { CaseId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';

/** What a squad must be told: a new order, one taken away, one that came back from a failed check. */
export interface OrderNews {
  readonly kind: 'newOrder' | 'withdrawn' | 'reopened';
  readonly row: CaseRow;
}

/** What changed between two views of the orders in hand. `find` gives the row as it stands now, if this squad still sees it. */
export function newsOf(before: readonly CaseRow[], now: readonly CaseRow[], find: (id: CaseId) => CaseRow | undefined): OrderNews[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const held = new Set(now.map((row) => row.id));
  const come = now.flatMap((row): OrderNews[] => {
    const was = known.get(row.id);
    if (!was) return [{ kind: row.reworkCount > 0 && row.order !== null && row.order.doneAt !== null ? 'reopened' : 'newOrder', row }];
    return was.order?.sentAt === row.order?.sentAt ? [] : [{ kind: 'newOrder', row }];
  });
  const gone = before.filter((row) => !held.has(row.id) && find(row.id)?.order?.sentAt !== row.order?.sentAt);
  return [...come, ...gone.map((row): OrderNews => ({ kind: 'withdrawn', row }))];
}
