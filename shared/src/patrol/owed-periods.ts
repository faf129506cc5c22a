import type { WorkCalendar } from '../calendar/index.ts';
import type { GridDuty } from './duty.ts';
import { periodsEndedIn, type Period } from './periods.ts';

/** One edition of the list of duties with the time it was in force, end exclusive. */
export interface DutyEdition {
  readonly duties: readonly GridDuty[];
  readonly from: number;
  readonly to: number;
}

/** A period in which a duty was owed and that ran out. */
export interface OwedPeriod extends Period {
  readonly duty: GridDuty;
  readonly dueAt: number;
}

/**
 * What ran out in (from, to]: periods that lie whole in the time of one edition, for a period is judged by the list that held
 * all through it.
 */
export function owedPeriods(editions: readonly DutyEdition[], from: number, to: number, calendar: WorkCalendar): OwedPeriod[] {
  return editions.flatMap(({ duties, from: begin, to: end }) => duties.flatMap((duty) =>
    periodsEndedIn(duty, Math.max(from, begin), Math.min(to, end), calendar)
      .flatMap((period) => (period.from >= begin && period.dueAt !== null ? [{ ...period, dueAt: period.dueAt, duty }] : []))));
}
