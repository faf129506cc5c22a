import { DAY_MS, SHANGHAI_OFFSET_MS, localParts, startOfDay, startOfMonth } from '../base/index.ts';

/** 统计期: 日、周 (from Monday)、月、季、年, all reckoned in Asia/Shanghai. */
export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** One period: from `startAt` on, up to but without `endAt`; epoch ms. `key` names it, e.g. `2026-01-05`, `2026-01-05w`, `2026-01`, `2026q1`, `2026`. */
export interface Period {
  readonly kind: PeriodKind;
  readonly key: string;
  readonly startAt: number;
  readonly endAt: number;
}

function monthStart(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) - SHANGHAI_OFFSET_MS;
}

function dayText(at: number): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The period of a kind that holds an instant. */
export function periodAt(kind: PeriodKind, at: number): Period {
  const { year, month, isoWeekday } = localParts(at);
  const day = startOfDay(at);
  switch (kind) {
    case 'day': return { kind, key: dayText(day), startAt: day, endAt: day + DAY_MS };
    case 'week': {
      const monday = day - (isoWeekday - 1) * DAY_MS;
      return { kind, key: `${dayText(monday)}w`, startAt: monday, endAt: monday + 7 * DAY_MS };
    }
    case 'month': return { kind, key: dayText(day).slice(0, 7), startAt: startOfMonth(at), endAt: monthStart(year, month + 1) };
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      return { kind, key: `${year}q${(first + 2) / 3}`, startAt: monthStart(year, first), endAt: monthStart(year, first + 3) };
    }
    case 'year': return { kind, key: String(year), startAt: monthStart(year, 1), endAt: monthStart(year + 1, 1) };
  }
}

/** The period of the same kind before this one. */
export function periodBefore(period: Period): Period {
  return periodAt(period.kind, period.startAt - 1);
}

/** Whether an instant lies in the period. */
export function isWithin(period: Period, at: number): boolean {
  return at >= period.startAt && at < period.endAt;
}
