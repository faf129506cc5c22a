import { DAY_MS, MINUTE_MS, localParts, startOfDay } from '../base/index.ts';

/**
 * 定时简报: a report that is made by itself. `which`: of the period that runs or of the one that is over. `day`: of the week (1 Monday) or of
 * the month (1–28); null for a daily one. `minute` of the day, Asia/Shanghai.
 */
export interface BriefingPlan {
  readonly id: string;
  readonly name: string;
  readonly kind: 'day' | 'week' | 'month';
  readonly which: 'running' | 'last';
  readonly areaCode: string;
  readonly day: number | null;
  readonly minute: number;
  readonly figureIds: readonly string[];
}

/** No day of a month comes round later than after 31 days. */
const MOST_DAYS = 31;

function isItsDay({ kind, day }: BriefingPlan, at: number): boolean {
  const parts = localParts(at);
  return kind === 'day' || (kind === 'week' ? parts.isoWeekday : parts.day) === day;
}

/** The last instant at or before `now` at which a plan was due. */
export function lastDueAt(plan: BriefingPlan, now: number): number {
  for (let back = 0; back <= MOST_DAYS; back += 1) {
    const at = startOfDay(now) - back * DAY_MS + plan.minute * MINUTE_MS;
    if (at <= now && isItsDay(plan, at)) return at;
  }
  throw new Error(`plan ${plan.id} has no day`);
}

/** The next instant after `now` at which a plan is due. */
export function nextDueAt(plan: BriefingPlan, now: number): number {
  for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
    const at = startOfDay(now) + ahead * DAY_MS + plan.minute * MINUTE_MS;
    if (at > now && isItsDay(plan, at)) return at;
  }
  throw new Error(`plan ${plan.id} has no day`);
}
