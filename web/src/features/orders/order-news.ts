import type { CaseId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';

/** What a unit must be told: a new order or case, one taken away, one that went on to another team unsigned, a reminder to sign, one that came back from a failed check. */
export interface OrderNews {
  readonly kind: 'newOrder' | 'withdrawn' | 'passedOn' | 'reminded' | 'reopened';
  readonly row: CaseRow;
}

/** What changed between two views of the orders in hand. `find` gives the row as it stands now, if this squad still sees it. */
export function newsOf(before: readonly CaseRow[], now: readonly CaseRow[], find: (id: CaseId) => CaseRow | undefined): OrderNews[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const held = new Set(now.map((row) => row.id));
  const come = now.flatMap((row): OrderNews[] => {
    const was = known.get(row.id);
    if (!was) return [{ kind: isBack(row) ? 'reopened' : 'newOrder', row }];
    if (was.order?.sentAt !== row.order?.sentAt) return [{ kind: 'newOrder', row }];
    return isNewlyReminded(was, row) ? [{ kind: 'reminded', row }] : [];
  });
  const gone = before.filter((row) => !held.has(row.id) && hasLeft(row, find(row.id)));
  return [...come, ...gone.map((row): OrderNews => {
    const after = find(row.id);
    return after && hasPassedOn(row, after) ? { kind: 'passedOn', row: after } : { kind: 'withdrawn', row };
  })];
}

/** Back from a failed check in the same hands, which signed it before; sent to others it would wait to be signed. */
function isBack({ state, reworkCount }: CaseRow): boolean {
  return reworkCount > 0 && state === 'handling';
}

/** Whether it is no more this unit's, rather than handed in. */
function hasLeft(row: CaseRow, after: CaseRow | undefined): boolean {
  return after === undefined || after.order?.sentAt !== row.order?.sentAt;
}

function isNewlyReminded(was: CaseRow, { state, order }: CaseRow): boolean {
  const at = order?.ladder?.remindedAt ?? null;
  return state === 'dispatched' && at !== null && at !== was.order?.ladder?.remindedAt;
}

function hasPassedOn({ order: was }: CaseRow, { order }: CaseRow): boolean {
  return order?.ladder?.passedFrom.some(({ teamId, sentAt }) => teamId === was?.teamId && sentAt === was.sentAt) ?? false;
}
