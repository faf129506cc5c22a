import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWorkday, sessionsOn, startClock } from '@wangge/shared/calendar';
import { loadDistrictDefaults } from '../district-defaults.api.ts';
import { readCaseTypeTable, writeCaseTypeTable } from './case-type-table.ts';

const defaults = loadDistrictDefaults();
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('default data', () => {
  it('has the 132 case types with limits, and plain minutes to sign for what is urgent', () => {
    expect(defaults.caseTypes).toHaveLength(132);
    expect(defaults.caseTypes.find((t) => t.code === 'C0101')).toMatchObject({
      limit: { value: 6, unit: 'hour' }, urgency: 'critical', signLimit: { value: 15, unit: 'minute' }, canSuspend: false, maxExtensions: 0,
    });
    expect(defaults.caseTypes.find((t) => t.code === 'E0102')).toMatchObject({ limit: { value: 4, unit: 'work_hour' }, signLimit: { unit: 'work_minute' } });
  });

  it('knows holidays and make-up workdays of the State Council notices', () => {
    expect(isWorkday(defaults.calendar, at('2026-10-01T12:00'))).toBe(false);
    expect(isWorkday(defaults.calendar, at('2026-10-10T12:00'))).toBe(true);
    expect(sessionsOn(defaults.calendar, at('2026-11-20T12:00'))).toHaveLength(2);
  });

  it('lets a limit of working hours sleep over the weekend', () => {
    const clock = startClock(defaults.calendar, { value: 4, unit: 'work_hour' }, at('2026-11-20T16:30'));
    expect(clock.dueAt).toBe(at('2026-11-23T12:00'));
  });
});

describe('a table of case types', () => {
  const csv = readFileSync(join(import.meta.dirname, 'case-types.csv'), 'utf8').split('\n');

  it('lists a row that cannot be used with its line and column, and takes the others', () => {
    const broken = [csv[0], csv[1], csv[2]?.replace(',紧急,', ',很急,'), csv[3], csv[3]].join('\n');
    const { rows, problems } = readCaseTypeTable(broken);
    expect(rows).toHaveLength(2);
    expect(problems).toEqual([
      expect.objectContaining({ line: 3, column: '紧急程度' }),
      expect.objectContaining({ line: 5, column: '编码' }),
    ]);
  });

  it('refuses a file with other columns and says which are wanted', () => {
    const { rows, problems } = readCaseTypeTable('编码,名字\nA001,x\n');
    expect(rows).toEqual([]);
    expect(problems).toContainEqual({ line: 1, column: '案件类型', reason: '缺少这一列' });
    expect(problems).toContainEqual({ line: 1, column: '名字', reason: '不认识这一列' });
  });

  it('is read again as it was written', () => {
    expect(readCaseTypeTable(writeCaseTypeTable(defaults.caseTypes)).rows.map(({ value }) => value)).toEqual(defaults.caseTypes);
  });
});
