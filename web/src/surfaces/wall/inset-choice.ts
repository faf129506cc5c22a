import { lampAt } from '@wangge/shared/calendar';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow, OrderRow } from '@wangge/shared/wire';

/** The village with the most to worry about (热点). */
export interface HotSpot {
  readonly villageCode: string;
  readonly open: number;
  readonly red: number;
}

const URGENCY_RANK = { critical: 2, urgent: 1, normal: 0 } as const;

/** The order worth following: of squads under way before those on the spot, 特急 first, then the one sent last. Null when no squad is out. */
export function followedOrder(rows: Iterable<CaseRow>): OrderRow | null {
  const out = [...rows].flatMap(({ order, state, urgency }) => {
    const isOut = order !== null && order.departedAt !== null && order.doneAt === null && isOpenState(state);
    return isOut ? [{ order, isUnderWay: order.arrivedAt === null, rank: URGENCY_RANK[urgency] }] : [];
  });
  out.sort((a, b) => Number(b.isUnderWay) - Number(a.isUnderWay) || b.rank - a.rank || b.order.sentAt - a.order.sentAt);
  return out[0]?.order ?? null;
}

/** The village with most overdue cases, then most open ones; null when nothing is open. */
export function hottestVillage(rows: Iterable<CaseRow>, now: number): HotSpot | null {
  const byVillage = new Map<string, { open: number; red: number }>();
  for (const row of rows) {
    if (!isOpenState(row.state)) continue;
    const sums = byVillage.get(row.villageCode) ?? { open: 0, red: 0 };
    sums.open += 1;
    if (row.clock !== null && lampAt(row.clock, now) === 'red') sums.red += 1;
    byVillage.set(row.villageCode, sums);
  }
  return [...byVillage].map(([villageCode, sums]) => ({ villageCode, ...sums }))
    .reduce<HotSpot | null>((best, next) => (best === null || next.red > best.red || (next.red === best.red && next.open > best.open) ? next : best), null);
}
