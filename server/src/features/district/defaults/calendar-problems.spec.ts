import { describe, expect, it } from 'vitest';
import { calendarKind } from '../district-kinds.api.ts';

const context = { hasDepartment: (name: string) => name === '派出所', contentOf: () => undefined };
const season = (from: string, to: string, sessions = [{ startMin: 510, endMin: 720 }, { startMin: 810, endMin: 1020 }]): object => ({ from, to, sessions });
const good = {
  coveredYears: [2026, 2027], seasons: [season('05-01', '09-30'), season('10-01', '04-30')],
  exceptions: [{ date: '2026-10-01', isWorkday: false, name: '国庆' }, { date: '2027-01-01', isWorkday: false, name: '元旦' }],
};
const reasons = (change: object): string[] => calendarKind.read(JSON.stringify({ ...good, ...change }, null, 1), context).problems.map(({ line, column, reason }) => `${line > 1 ? '' : 'no line '}${column} ${reason}`);

describe('a working calendar that is handed in', () => {
  it('is taken when every day has its hours and every year its notice', () => {
    expect(reasons({})).toEqual([]);
  });

  it.each([
    ['a day without hours', { seasons: [season('05-01', '09-30'), season('10-02', '04-30')] }, 'seasons 10-01 没有作息时间'],
    ['a day with two sets of hours', { seasons: [season('05-01', '10-01'), season('10-01', '04-30')] }, 'seasons.1 10-01 有两套作息时间'],
    ['sessions that overlap', { seasons: [season('01-01', '12-31', [{ startMin: 510, endMin: 720 }, { startMin: 700, endMin: 1020 }])] }, 'seasons.0.sessions.1 与前一个时段重叠'],
    ['a missing year', { coveredYears: [2026, 2028] }, 'coveredYears.1 年份不连续：2026 之后应为 2027'],
    ['a year without its notice', { coveredYears: [2025, 2026, 2027] }, 'coveredYears.0 2025 年没有放假安排'],
    ['a day outside its years', { coveredYears: [2026] }, 'exceptions.1.date 2027-01-01 不在所列年份内'],
    ['a day given twice', { exceptions: [...good.exceptions, good.exceptions[0]] }, 'exceptions.2.date 2026-10-01 重复'],
    ['a roster of nobody', { rosters: [{ name: '夜', departments: ['夜巡队'], shifts: [{ days: 'every-day', startMin: 0, endMin: 1440 }] }] }, 'rosters.0.departments.0 没有部门“夜巡队”'],
    ['a department in two rosters', { rosters: ['甲', '乙'].map((name) => ({ name, departments: ['派出所'], shifts: [{ days: 'every-day', startMin: 0, endMin: 1440 }] })) }, 'rosters.1.departments.0 “派出所”已在另一张值班表里'],
  ])('[LS6] is refused for %s', (_what, change, reason) => {
    expect(reasons(change)).toContain(reason);
  });
});
