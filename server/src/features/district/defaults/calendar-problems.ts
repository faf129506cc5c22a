import type { Session } from '@wangge/shared/calendar';
import type { PathProblem } from '../../lists/json-kind.api.ts';
import type { CalendarContent } from './rules-files.ts';

/** Every month-day of a leap year, in order. */
const MONTH_DAYS = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(5, 10));

function holds({ from, to }: { readonly from: string; readonly to: string }, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

/** Sessions of one day that are out of order or run into each other. */
function sessionProblems(sessions: readonly Session[], path: string): PathProblem[] {
  return sessions.slice(1).flatMap(({ startMin }, i) => (startMin < sessions[i]!.endMin ? [{ path: `${path}.${i + 1}`, reason: '与前一个时段重叠' }] : []));
}

/** 作息: every day of the year must lie in exactly one season. */
function seasonProblems({ seasons }: CalendarContent): PathProblem[] {
  const bare = MONTH_DAYS.find((day) => !seasons.some((season) => holds(season, day)));
  const twice = MONTH_DAYS.find((day) => seasons.filter((season) => holds(season, day)).length > 1);
  return [
    ...(bare ? [{ path: 'seasons', reason: `${bare} 没有作息时间` }] : []),
    ...(twice ? [{ path: `seasons.${seasons.findLastIndex((season) => holds(season, twice))}`, reason: `${twice} 有两套作息时间` }] : []),
    ...seasons.flatMap(({ sessions }, i) => sessionProblems(sessions, `seasons.${i}.sessions`)),
  ];
}

/** Years without a gap, each with the holidays of its notice, and no day outside them. */
function yearProblems({ coveredYears, exceptions }: CalendarContent): PathProblem[] {
  const years = coveredYears.map((year, i): PathProblem[] => {
    const before = coveredYears[i - 1];
    const isNext = before === undefined || year === before + 1;
    const hasNotice = exceptions.some(({ date, isWorkday }) => !isWorkday && date.startsWith(String(year)));
    return [
      ...(isNext ? [] : [{ path: `coveredYears.${i}`, reason: `年份不连续：${before} 之后应为 ${(before ?? 0) + 1}` }]),
      ...(hasNotice ? [] : [{ path: `coveredYears.${i}`, reason: `${year} 年没有放假安排` }]),
    ];
  });
  return years.flat();
}

function exceptionProblems({ coveredYears, exceptions }: CalendarContent): PathProblem[] {
  return exceptions.flatMap(({ date, isWorkday, sessions }, i): PathProblem[] => [
    ...(coveredYears.includes(Number(date.slice(0, 4))) ? [] : [{ path: `exceptions.${i}.date`, reason: `${date} 不在所列年份内` }]),
    ...(exceptions.findIndex((other) => other.date === date) === i ? [] : [{ path: `exceptions.${i}.date`, reason: `${date} 重复` }]),
    ...(sessions && !isWorkday ? [{ path: `exceptions.${i}.sessions`, reason: '休息日不能有作息时间' }] : []),
    ...sessionProblems(sessions ?? [], `exceptions.${i}.sessions`),
  ]);
}

function rosterProblems({ rosters = [] }: CalendarContent, hasDepartment: (name: string) => boolean): PathProblem[] {
  const named = rosters.flatMap(({ departments }, i) => departments.map((name, j) => ({ name, path: `rosters.${i}.departments.${j}` })));
  return named.flatMap(({ name, path }, i): PathProblem[] => [
    ...(hasDepartment(name) ? [] : [{ path, reason: `没有部门“${name}”` }]),
    ...(named.findIndex((other) => other.name === name) === i ? [] : [{ path, reason: `“${name}”已在另一张值班表里` }]),
  ]);
}

/** What makes a calendar one that dates can't be reckoned by: days without hours or with two, years without their notice, rosters of nobody. */
export function calendarProblems(calendar: CalendarContent, { hasDepartment }: { hasDepartment(name: string): boolean }): PathProblem[] {
  return [...seasonProblems(calendar), ...yearProblems(calendar), ...exceptionProblems(calendar), ...rosterProblems(calendar, hasDepartment)];
}
