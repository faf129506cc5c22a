import { isInArea, type Actor } from '@wangge/shared/access';
import { DAY_MS, startOfDay } from '@wangge/shared/base';
import type { Grid } from '@wangge/shared/district';
import { coverageOf, periodsEndedIn, sumCoverage, taskNow, visitTimes, type CoverageView, type GridDuty, type GridStanding, type PatrolBoard, type PatrolTask, type Period, type VillageStanding } from '@wangge/shared/patrol';
import type { ListVersion } from '@wangge/shared/lists';
import { gridDutiesKind, patrolRulesKind, type PatrolRules } from './patrol-kinds.api.ts';
import type { PatrolBook, PatrolNeeds } from './patrol-book.ts';

/** Standings are reckoned anew this often even when nobody visited: tasks run out by themselves. */
const HOLD_MS = 60_000;
const MOST_UNVISITED = 30;

/** How grids stand, reckoned from the list in force, the calendar and the visits. */
export interface Standings {
  tasksOf(gridCode: string, now: number): PatrolTask[];
  of(gridCode: string, now: number): GridStanding | null;
  coverage(actor: Actor, now: number): CoverageView;
  board(actor: Actor, now: number): PatrolBoard;
}

/** Keeps the standings of all grids for a minute, or until the next visit or edition. */
export function createStandings({ lists, district }: Pick<PatrolNeeds, 'lists' | 'district'>, book: PatrolBook): Standings {
  let held: { readonly stamp: string; readonly grids: readonly GridStanding[] } | null = null;
  const duties = (now: number): ListVersion<readonly GridDuty[]> => lists.inForce(gridDutiesKind, now);
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

  function standing({ code, name, villageCode }: Grid, now: number, ended: ReadonlyMap<string, readonly Period[]>, workers: ReadonlyMap<string, string>): GridStanding {
    const visits = book.ofGrid(code);
    const times = visitTimes(visits);
    const tasks = tasksOf(code, now);
    const lastVisitAt = visits.reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null);
    const today = startOfDay(now);
    return {
      gridCode: code, gridName: name, villageCode, workerName: workers.get(code) ?? null,
      coverage: coverageOf(duties(now).content, ended, (duty) => times.get(duty) ?? []),
      overdue: tasks.filter(({ state }) => state === 'overdue').length, due: tasks.filter(({ state }) => state === 'due').length,
      lastVisitAt, unvisitedDays: lastVisitAt === null ? null : Math.round((today - startOfDay(lastVisitAt)) / DAY_MS),
      visitsToday: visits.filter(({ at }) => at >= today).length,
    };
  }

  function all(now: number): readonly GridStanding[] {
    const stamp = `${book.version()}|${duties(now).version}|${Math.floor(now / HOLD_MS)}`;
    if (held?.stamp === stamp) return held.grids;
    const { grids, people } = district.current();
    const ended = endedPeriods(now);
    const workers = new Map(people.flatMap(({ gridCode, name, roles }) => (gridCode && roles.includes('grid-worker') ? [[gridCode, name] as const] : [])));
    held = { stamp, grids: grids.map((grid) => standing(grid, now, ended, workers)) };
    return held.grids;
  }

  const seen = (actor: Actor, now: number): GridStanding[] => all(now).filter(({ villageCode }) => isInArea(villageCode, actor.areaCode));
  const isUnvisited = ({ unvisitedDays }: GridStanding, now: number): boolean => unvisitedDays === null || unvisitedDays >= rules(now).unvisitedAfterDays;

  function coverage(actor: Actor, now: number): CoverageView {
    const grids = seen(actor, now);
    const { coverageDays, unvisitedAfterDays } = rules(now);
    return { days: coverageDays, unvisitedAfterDays, isConfirmed: duties(now).isConfirmed, coverage: sumCoverage(grids.map((grid) => grid.coverage)), villages: villagesOf(grids), grids };
  }

  function board(actor: Actor, now: number): PatrolBoard {
    const { grids, ...head } = coverage(actor, now);
    const unvisited = grids.filter((grid) => isUnvisited(grid, now)).sort((a, b) => (b.unvisitedDays ?? Infinity) - (a.unvisitedDays ?? Infinity) || a.gridCode.localeCompare(b.gridCode));
    return {
      ...head, grids: grids.length, overdue: grids.reduce((sum, { overdue }) => sum + overdue, 0), overdueGrids: grids.filter(({ overdue }) => overdue > 0).length,
      visitsToday: grids.reduce((sum, { visitsToday }) => sum + visitsToday, 0), gridsToday: grids.filter(({ visitsToday }) => visitsToday > 0).length,
      unvisited: unvisited.slice(0, MOST_UNVISITED), unvisitedCount: unvisited.length,
    };
  }

  return { tasksOf, of: (code, now) => all(now).find(({ gridCode }) => gridCode === code) ?? null, coverage, board };
}

/** The grids of each village as one; the least covered first, those without anything owed last. */
function villagesOf(grids: readonly GridStanding[]): VillageStanding[] {
  return [...Map.groupBy(grids, ({ villageCode }) => villageCode)].map(([villageCode, own]): VillageStanding => ({
    villageCode, coverage: sumCoverage(own.map(({ coverage }) => coverage)), overdue: own.reduce((sum, { overdue }) => sum + overdue, 0), grids: own.length,
  })).sort((a, b) => (a.coverage.share ?? 2) - (b.coverage.share ?? 2) || a.villageCode.localeCompare(b.villageCode));
}
