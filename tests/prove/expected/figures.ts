import type { Figures } from '@wangge/shared/figures';
import { isOpen, type Entry } from './ledger.ts';
import { dayOf, monthOf, shareUsed, type CountedType } from './limits.ts';

/** Counts of one kind by name, all as text, so that any two can be compared. */
export type Table = Map<string, string>;

const EDGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4];
const HOUR = 3_600_000;
const AGES = [0, 24, 72, 168, 336].map((hours) => hours * HOUR);

const count = (entries: readonly Entry[], passes: (entry: Entry) => boolean): number => entries.filter(passes).length;

function groups(entries: readonly Entry[], keyOf: (entry: Entry) => string | undefined): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const list = found.get(key);
    if (list === undefined) found.set(key, [entry]);
    else list.push(entry);
  }
  return found;
}

/** Closed, closed in time and due this month; every case closed here was handed in within its limit, or it is said so. */
function month(entries: readonly Entry[], types: ReadonlyMap<string, CountedType>, now: number): string {
  const closed = entries.filter(({ closedAt }) => closedAt !== undefined && closedAt >= monthOf(now));
  const onTime = count(closed, (entry) => share(entry, types, now) <= 1);
  const late = count(entries, (entry) => isOpen(entry) && entry.isPaused !== true && share(entry, types, now) > 1);
  return `${closed.length}/${onTime}/${closed.length + late}`;
}

function share(entry: Entry, types: ReadonlyMap<string, CountedType>, now: number): number {
  const type = types.get(entry.typeCode);
  return type === undefined ? Number.NaN : shareUsed(type, entry.reportedAt, entry.haltedAt ?? now);
}

function binOf(value: number): number {
  const bin = EDGES.findIndex((edge) => value <= edge);
  return bin < 0 ? EDGES.length : bin;
}

/** All figures of cases, counted one by one from the ledger, by the name under which they are compared. */
export function countFigures(entries: readonly Entry[], types: ReadonlyMap<string, CountedType>, now: number): Map<string, Table> {
  const day = dayOf(now);
  const open = entries.filter(isOpen);
  const running = open.filter(({ isPaused }) => isPaused !== true);
  const bins = running.map((entry) => binOf(share(entry, types, now)));
  const inBins = (from: number, to: number): number => bins.filter((bin) => bin >= from && bin < to).length;
  const reported = (list: readonly Entry[]): number => count(list, ({ reportedAt }) => reportedAt >= day);
  const text = (pairs: readonly (readonly [string, number | string])[]): Table => new Map(pairs.map(([key, value]) => [key, String(value)]));
  const firstHour = Math.floor(now / HOUR) * HOUR - 23 * HOUR;
  const hours = Array.from({ length: 24 }, (_, i) => firstHour + i * HOUR);
  const within = (at: number | undefined, hour: number): boolean => at !== undefined && at >= hour && at < hour + HOUR;
  return new Map<string, Table>([
    ['today: reported, accepted, closed, in time, open', text([
      ['reported', reported(entries)], ['accepted', count(entries, ({ acceptedAt }) => acceptedAt !== undefined && acceptedAt >= day)],
      ['closed', count(entries, ({ closedAt }) => closedAt !== undefined && closedAt >= day)],
      ['closedOnTime', count(entries, (e) => e.closedAt !== undefined && e.closedAt >= day && share(e, types, now) <= 1)], ['open', open.length],
      ['reportedYesterdayByNow', count(entries, ({ reportedAt }) => reportedAt >= day - 24 * HOUR && reportedAt < now - 24 * HOUR)],
    ])],
    ['month: closed / in time / due', text([['month', month(entries, types, now)]])],
    ['lamps and their histogram', text([
      ['green', inBins(0, 8)], ['yellow', inBins(8, 10)], ['red', inBins(10, 99)], ['paused', open.length - running.length],
      ...Array.from({ length: EDGES.length + 1 }, (_, bin) => [`bin ${bin}`, inBins(bin, bin + 1)] as const),
    ])],
    ['aging ladder', text(AGES.map((from, i) => [`from ${from / HOUR} h`, count(open, ({ reportedAt }) => now - reportedAt >= from && now - reportedAt < (AGES[i + 1] ?? Infinity))]))],
    ['by platform', text(['order', 'market', 'enforcement', 'service'].map((platform) => {
      const own = entries.filter(({ typeCode }) => types.get(typeCode)?.platform === platform);
      return [platform, `${reported(own)} ${count(own, isOpen)} ${month(own, types, now)}`];
    }))],
    ['by type', text([...groups(entries, ({ typeCode }) => typeCode)].map(([code, own]) => [code, `${reported(own)} ${count(own, isOpen)}`] as const).filter(([, value]) => value !== '0 0'))],
    ['by village', text([...groups(entries, ({ villageCode }) => villageCode)].map(([code, own]) => [code, `${count(own, isOpen)} ${month(own, types, now)}`]))],
    ['by department', text([...groups(entries, ({ departmentId }) => departmentId)].map(([id, own]) => [id, `${count(own, isOpen)} ${month(own, types, now)}`]))],
    ['24 hours: reported and closed', text(hours.map((hour) => [new Date(hour).toISOString(), `${count(entries, ({ reportedAt }) => within(reportedAt, hour))} ${count(entries, ({ closedAt }) => within(closedAt, hour))}`]))],
  ]);
}

/** The server's figures in the same form. Villages and departments without any case are left out on both sides. */
export function tablesOf(figures: Figures, entries: readonly Entry[]): Map<string, Table> {
  const rate = ({ closed, closedOnTime, due }: Figures['month']): string => `${closed}/${closedOnTime}/${due}`;
  const text = (pairs: readonly (readonly [string, number | string])[]): Table => new Map(pairs.map(([key, value]) => [key, String(value)]));
  const { today, lamps } = figures;
  const inhabited = new Set(entries.map(({ villageCode }) => villageCode));
  return new Map<string, Table>([
    ['today: reported, accepted, closed, in time, open', text(Object.entries(today))],
    ['month: closed / in time / due', text([['month', rate(figures.month)]])],
    ['lamps and their histogram', text([['green', lamps.green], ['yellow', lamps.yellow], ['red', lamps.red], ['paused', lamps.paused], ...lamps.histogram.map((n, bin) => [`bin ${bin}`, n] as const)])],
    ['aging ladder', text(figures.aging.map(({ fromMs, open }) => [`from ${fromMs / HOUR} h`, open]))],
    ['by platform', text(figures.platforms.map((p) => [p.platform, `${p.reportedToday} ${p.open} ${rate(p.month)}`]))],
    ['by type', text(figures.types.map((t) => [t.typeCode, `${t.reportedToday} ${t.open}`]))],
    ['by village', text(figures.villages.filter((v) => inhabited.has(v.villageCode) || v.open + v.month.due > 0).map((v) => [v.villageCode, `${v.open} ${rate(v.month)}`]))],
    ['by department', text(figures.departments.map((d) => [d.departmentId, `${d.open} ${rate(d.month)}`]))],
    ['24 hours: reported and closed', text(figures.trend.map((h) => [new Date(h.hourAt).toISOString(), `${h.reported} ${h.closed}`]))],
  ]);
}
