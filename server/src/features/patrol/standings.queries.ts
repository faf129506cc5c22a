import { isInArea, type Actor } from '@wangge/shared/access';
import { DAY_MS, startOfDay } from '@wangge/shared/base';
import type { Grid } from '@wangge/shared/district';
import { coverageOf, periodsEndedIn, sumCoverage, taskNow, visitTimes, type CoverageView, type GridDuty, type GridStanding, type PatrolBoard, type PatrolTask, type Period, type VillageStanding, type Visit } from '@wangge/shared/patrol';
import type { ListVersion } from '@wangge/shared/lists';
import { admissionKind } from '../district/admission-kind.api.ts';
import { createAskedDuties } from './asked-duties.ts';
import { patrolRulesKind, type PatrolRules } from './patrol-kinds.api.ts';
import type { PatrolBook, PatrolNeeds } from './patrol-book.ts';

/** Standings are reckoned anew this often even when nobody visited: tasks run out by themselves. */
const HOLD_MS = 60_000;
const MOST_UNVISITED = 30;

/** The grids of a reader's area with the tasks that are overdue and the visits of the day; and those that nobody visited for long. */
export interface PatrolSets {
  readonly grids: readonly GridStanding[];
  readonly overdue: readonly { readonly grid: GridStanding; readonly task: PatrolTask; readonly duty: GridDuty }[];
  readonly visitsToday: readonly { readonly grid: GridStanding; readonly visit: Visit }[];
  readonly unvisited: readonly GridStanding[];
}

/** A grid with what its standing was counted from. */
interface Reckoned {
  readonly standing: GridStanding;
  readonly overdue: readonly PatrolTask[];
  readonly visitsToday: readonly Visit[];
}

/** How grids stand, reckoned from the list in force, the calendar and the visits. */
export interface Standings {
  tasksOf(gridCode: string, now: number): PatrolTask[];
  of(gridCode: string, now: number): GridStanding | null;
  coverage(actor: Actor, now: number): CoverageView;
  board(actor: Actor, now: number): PatrolBoard;
  /** What is behind the numbers of the board, as of the same moment. */
  sets(actor: Actor, now: number): PatrolSets;
}

/** Keeps the standings of all grids for a minute, or until the next visit or edition. */
export function createStandings({ lists, district }: Pick<PatrolNeeds, 'lists' | 'district'>, book: PatrolBook): Standings {
  let held: { readonly stamp: string; readonly grids: readonly Reckoned[] } | null = null;
  const duties = createAskedDuties(lists).at;
  const rules = (now: number): PatrolRules => lists.inForce(patrolRulesKind, now).content;
  const startOf = ({ effectiveFrom }: ListVersion<unknown>): number => Date.parse(`${effectiveFrom}T00:00:00+08:00`);

  function tasksOf(gridCode: string, now: number): PatrolTask[] {
    const edition = duties(now);
    const times = visitTimes(book.ofGrid(gridCode));
    return edition.content.map((duty) => taskNow(duty, times.get(duty.code) ?? [], now, district.current().calendar, startOf(edition)));
  }

  function endedPeriods(now: number): Map<string, Period[]> {
    const edition = duties(now);
    const from = Math.max(startOf(edition), startOfDay(now) - rules(now).coverageDays * DAY_MS);
    return new Map(edition.content.map((duty) => [duty.code, periodsEndedIn(duty, from, now, district.current().calendar).filter((period) => period.from >= startOf(edition))]));
  }

  function standing({ code, name, villageCode }: Grid, now: number, ended: ReadonlyMap<string, readonly Period[]>, workers: ReadonlyMap<string, string>): Reckoned {
    const visits = book.ofGrid(code);
    const times = visitTimes(visits);
    const tasks = tasksOf(code, now);
    const lastVisitAt = visits.reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null);
    const today = startOfDay(now);
    const overdue = tasks.filter(({ state }) => state === 'overdue');
    const visitsToday = visits.filter(({ at }) => at >= today);
    return {
      overdue, visitsToday,
      standing: {
        gridCode: code, gridName: name, villageCode, workerName: workers.get(code) ?? null,
        coverage: coverageOf(duties(now).content, ended, (duty) => times.get(duty) ?? []),
        overdue: overdue.length, due: tasks.filter(({ state }) => state === 'due').length,
        lastVisitAt, unvisitedDays: lastVisitAt === null ? null : Math.round((today - startOfDay(lastVisitAt)) / DAY_MS), visitsToday: visitsToday.length,
      },
    };
  }

  function all(now: number): readonly Reckoned[] {
    const stamp = `${book.version()}|${lists.inForce(admissionKind, now).version}|${duties(now).version}|${Math.floor(now / HOLD_MS)}`;
    if (held?.stamp === stamp) return held.grids;
    const { grids, people } = district.current();
    const ended = endedPeriods(now);
    const workers = new Map(people.flatMap(({ gridCode, name, roles }) => (gridCode && roles.includes('grid-worker') ? [[gridCode, name] as const] : [])));
    held = { stamp, grids: grids.map((grid) => standing(grid, now, ended, workers)) };
    return held.grids;
  }

  const seen = (actor: Actor, now: number): Reckoned[] => all(now).filter(({ standing: { villageCode } }) => isInArea(villageCode, actor.areaCode));
  const isUnvisited = ({ unvisitedDays }: GridStanding, now: number): boolean => unvisitedDays === null || unvisitedDays >= rules(now).unvisitedAfterDays;

  function coverage(actor: Actor, now: number): CoverageView {
    const grids = seen(actor, now).map((grid) => grid.standing);
    const { coverageDays, unvisitedAfterDays } = rules(now);
    return { days: coverageDays, unvisitedAfterDays, isConfirmed: duties(now).isConfirmed, coverage: sumCoverage(grids.map((grid) => grid.coverage)), villages: villagesOf(grids), grids };
  }

  function sets(actor: Actor, now: number): PatrolSets {
    const own = seen(actor, now);
    const byCode = new Map(duties(now).content.map((duty) => [duty.code, duty]));
    return {
      grids: own.map(({ standing: grid }) => grid),
      overdue: own.flatMap(({ standing: grid, overdue }) => overdue.flatMap((task) => {
        const duty = byCode.get(task.dutyCode);
        return duty ? [{ grid, task, duty }] : [];
      })).sort((a, b) => (a.task.overdueSince ?? 0) - (b.task.overdueSince ?? 0)),
      visitsToday: own.flatMap(({ standing: grid, visitsToday }) => visitsToday.map((visit) => ({ grid, visit }))),
      unvisited: own.map(({ standing: grid }) => grid).filter((grid) => isUnvisited(grid, now))
        .sort((a, b) => (b.unvisitedDays ?? Infinity) - (a.unvisitedDays ?? Infinity) || a.gridCode.localeCompare(b.gridCode)),
    };
  }

  function board(actor: Actor, now: number): PatrolBoard {
    const { grids, ...head } = coverage(actor, now);
    const { overdue, visitsToday, unvisited } = sets(actor, now);
    return {
      ...head, grids: grids.length, overdue: overdue.length, overdueGrids: grids.filter((grid) => grid.overdue > 0).length,
      visitsToday: visitsToday.length, gridsToday: grids.filter((grid) => grid.visitsToday > 0).length,
      unvisited: unvisited.slice(0, MOST_UNVISITED), unvisitedCount: unvisited.length,
      owed: grids.flatMap(({ gridCode, overdue: late }) => (late > 0 ? [{ gridCode, overdue: late }] : [])),
    };
  }

  return { tasksOf, of: (code, now) => all(now).find(({ standing: { gridCode } }) => gridCode === code)?.standing ?? null, coverage, board, sets };
}

/** The grids of each village as one; the least covered first, those without anything owed last. */
function villagesOf(grids: readonly GridStanding[]): VillageStanding[] {
  return [...Map.groupBy(grids, ({ villageCode }) => villageCode)].map(([villageCode, own]): VillageStanding => ({
    villageCode, coverage: sumCoverage(own.map(({ coverage }) => coverage)), overdue: own.reduce((sum, { overdue }) => sum + overdue, 0), grids: own.length,
  })).sort((a, b) => (a.coverage.share ?? 2) - (b.coverage.share ?? 2) || a.villageCode.localeCompare(b.villageCode));
}
