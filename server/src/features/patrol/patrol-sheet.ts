import { isInArea, type Actor } from '@wangge/shared/access';
import type { GridStanding, Visit } from '@wangge/shared/patrol';
import type { SheetKind, SheetObject, SheetPage } from '@wangge/shared/wire';
import type { BoardFigure } from '../../platform/feature.ts';
import { figureOf, sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { PatrolBook } from './patrol-book.ts';
import type { PatrolSets, Standings } from './standings.queries.ts';

/** Who asks, of what, and when. */
export interface PatrolGround {
  readonly standings: Standings;
  readonly book: PatrolBook;
  readonly district: DistrictApi;
  dutyName(code: string, now: number): string;
  readonly actor: Actor;
  readonly now: number;
}

/** Visits that a grid's page goes back to. */
const LAST_VISITS = 60;

function gridObject({ gridCode, gridName, villageCode, workerName, lastVisitAt }: GridStanding): SheetObject {
  return sheetObject('grid', gridCode, gridName, { villageCode, holder: workerName, since: lastVisitAt });
}

function taskObject({ grid, task, duty }: PatrolSets['overdue'][number]): SheetObject {
  const { gridCode, gridName, villageCode, workerName } = grid;
  return sheetObject('task', `${gridCode}/${duty.code}`, duty.name, { no: gridName, villageCode, holder: workerName, state: task.state, since: task.lastVisitAt, dueAt: task.overdueSince, lamp: 'red' });
}

/** 网格日常 as sheets: coverage by grid, overdue tasks, the visits of the day, grids that nobody visited. */
export function patrolFigures(ground: PatrolGround): BoardFigure[] {
  const { standings, actor, now } = ground;
  const { grids, overdue, visitsToday, unvisited } = standings.sets(actor, now);
  const byCoverage = grids.filter(({ coverage }) => coverage.owed > 0).toSorted((a, b) => (a.coverage.share ?? 0) - (b.coverage.share ?? 0));
  const visitObject = ({ grid, visit }: { readonly grid: GridStanding; readonly visit: Visit }): SheetObject => sheetObject('visit', `${grid.gridCode}/${visit.id}`, visit.duties.map((code) => ground.dutyName(code, now)).join('、'), {
    no: grid.gridName, villageCode: grid.villageCode, holder: visit.byName, since: visit.at, caseId: null,
  });
  return [
    figureOf('coverage', byCoverage, gridObject, { weight: { adds: ({ coverage }) => coverage.fulfilled, of: ({ coverage }) => coverage.owed } }),
    figureOf('overdue', overdue, taskObject), figureOf('today', visitsToday, visitObject), figureOf('unvisited', unvisited, gridObject),
  ];
}

/** The grid of a row with its visits; null for one outside the reader's area. */
export async function patrolPage(kind: SheetKind, id: string, ground: PatrolGround): Promise<SheetPage | null> {
  const { standings, book, district, actor, now } = ground;
  const grid = kind === 'grid' || kind === 'task' || kind === 'visit' ? standings.of(id.split('/')[0] ?? '', now) : null;
  if (!grid || !isInArea(grid.villageCode, actor.areaCode)) return null;
  const histories = await Promise.all(book.ofGrid(grid.gridCode).slice(-LAST_VISITS).map((visit) => book.objects.history(visit.id)));
  return { object: gridObject(grid), entries: sheetEntries(histories.flat(), district.unitName, ({ facts }) => facts.duties.map((code) => ground.dutyName(code, now)).join('、')), at: now };
}
