import { isInArea } from '@wangge/shared/access';
import { startOfDay } from '@wangge/shared/base';
import { attendanceOf, coverageIn, owedPeriods, visitTimes, type DutyEdition, type OwedInGrid } from '@wangge/shared/patrol';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { AttendanceBook } from './attendance-book.ts';
import { gridDutiesKind } from './patrol-kinds.api.ts';
import type { PatrolBook } from './patrol-book.ts';

/** What patrol is counted from. */
export interface PatrolFiguresNeeds {
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly visits: PatrolBook;
  readonly attendance: AttendanceBook;
}

/** A stretch that is counted, end exclusive, as things stand at `asOf`. */
export interface Stretch {
  readonly startAt: number;
  readonly endAt: number;
  readonly asOf: number;
}

/** 应在岗 of an area: nothing is owed before the first day on which anybody was seen. */
export function attendanceIn({ district, attendance }: PatrolFiguresNeeds, areaCode: string, { startAt, endAt, asOf }: Stretch): OwedInGrid[] {
  const startedAt = attendance.startedAt();
  if (startedAt === null) return [];
  const { calendar, people } = district.current();
  const workers = people.flatMap(({ id, name, gridCode, roles }) => (gridCode !== null && roles.includes('grid-worker') && isInArea(gridCode, areaCode) ? [{ id, name, gridCode }] : []));
  return attendanceOf(workers, calendar, { from: Math.max(startAt, startedAt), to: endAt, asOf }, attendance.find);
}

/** 应巡 of an area, by the lists of their time: nothing is owed before the day of the first visit. */
export function coverageOfArea({ district, lists, visits }: PatrolFiguresNeeds, areaCode: string, { startAt, endAt, asOf }: Stretch): OwedInGrid[] {
  const firstAt = visits.firstAt();
  if (firstAt === null) return [];
  const { calendar, grids } = district.current();
  const editions = editionsOf(lists).map((edition) => ({ ...edition, from: Math.max(edition.from, startOfDay(firstAt)) }));
  const owed = owedPeriods(editions, startAt, Math.min(endAt, asOf), calendar);
  return grids.filter(({ code }) => isInArea(code, areaCode)).flatMap(({ code }) => coverageIn(code, owed, visitTimes(visits.ofGrid(code))));
}

/** The editions of the list with the time each was in force; of two from one day on, the later published. */
function editionsOf(lists: ListsApi): DutyEdition[] {
  const beginnings = lists.versions(gridDutiesKind.kind).map(({ version, effectiveFrom }) => ({ version, from: Date.parse(`${effectiveFrom}T00:00:00+08:00`) }));
  return beginnings.flatMap(({ version, from }, i): DutyEdition[] => {
    const to = beginnings[i + 1]?.from ?? Infinity;
    const duties = lists.edition(gridDutiesKind, version)?.content;
    return duties && from < to ? [{ duties, from, to }] : [];
  });
}
