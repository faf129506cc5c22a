import { DAY_MS } from '../base/index.ts';
import { shareBin, type WorkCalendar } from '../calendar/index.ts';
import type { Case } from '../case/index.ts';
import { isOpenState } from '../district/index.ts';

/** 案龄 steps: under a day, 1–3, 3–7, 7–14 days, older. */
export const AGE_STEPS_MS = [0, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS] as const;

/** What time alone does to an open case, until `nextAt`. `bin` null: paused. Ended cases have no phase. */
export interface TimePhase {
  readonly bin: number | null;
  readonly isPastDue: boolean;
  readonly ageStep: number;
  readonly nextAt: number;
}

/** The phase of a case at `now`; null when it is not open. */
export function timePhase(item: Case, calendar: WorkCalendar, now: number): TimePhase | null {
  if (!isOpenState(item.state)) return null;
  const share = shareBin(calendar, item.clock, now);
  const isPastDue = share !== null && now > item.clock.dueAt;
  const age = now - item.reportedAt;
  let ageStep = AGE_STEPS_MS.length - 1;
  while (ageStep > 0 && age < AGE_STEPS_MS[ageStep]!) ageStep -= 1;
  const nextAge = AGE_STEPS_MS[ageStep + 1];
  // An edge is passed one millisecond after it: at the edge itself the limit is not exceeded.
  const nextAt = Math.min(
    (share?.nextAt ?? Infinity) + 1,
    share !== null && !isPastDue ? item.clock.dueAt + 1 : Infinity,
    nextAge === undefined ? Infinity : item.reportedAt + nextAge,
  );
  return { bin: share?.bin ?? null, isPastDue, ageStep, nextAt };
}
