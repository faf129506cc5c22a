import { lampAt } from '@wangge/shared/calendar';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

/** The village with the most to worry about (热点). */
export interface HotSpot {
  readonly villageCode: string;
  readonly open: number;
  readonly red: number;
}

/** The case whose squad is under way and worth following: 特急 first, then the one sent last. Null when nobody is under way. */
export function followedCase(rows: Iterable<CaseRow>): CaseRow | null {
  let best: CaseRow | null = null;
  const weight = (row: CaseRow): number => (row.urgency === 'critical' ? 2 : row.urgency === 'urgent' ? 1 : 0) * 1e15 + (row.order?.sentAt ?? 0);
  for (const row of rows) {
    const isUnderWay = row.order !== null && row.order.departedAt !== null && row.order.arrivedAt === null && row.order.doneAt === null && isOpenState(row.state);
    if (isUnderWay && (best === null || weight(row) > weight(best))) best = row;
  }
  return best;
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
