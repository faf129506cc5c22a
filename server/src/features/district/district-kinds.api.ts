import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseType } from '@wangge/shared/district';
import { unknownDepartments } from '../lists/csv-kind.api.ts';
import { jsonKind } from '../lists/json-kind.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';
import { calendarProblems } from './defaults/calendar-problems.ts';
import { CASE_TYPE_COLUMNS, readCaseTypeTable } from './defaults/case-type-table.ts';
import { caseRulesSchema, workCalendarSchema, type CalendarContent, type CaseRulesContent } from './defaults/rules-files.ts';

const FOLDER = join(import.meta.dirname, 'defaults');

/** 案件类型: what a matter is, with its limits and who leads. A case keeps the edition it was reported under. */
export const caseTypesKind: ListKind<readonly CaseType[]> = {
  kind: 'case-types', name: '案件类型', columns: Object.values(CASE_TYPE_COLUMNS),
  defaultText: () => readFileSync(join(FOLDER, 'case-types.csv'), 'utf8'),
  read(text, context) {
    const { rows, problems } = readCaseTypeTable(text);
    const unknown = [
      ...unknownDepartments(rows, CASE_TYPE_COLUMNS.leadDept, ({ leadDept }) => [leadDept], context),
      ...unknownDepartments(rows, CASE_TYPE_COLUMNS.supportDepts, ({ supportDepts }) => supportDepts, context),
    ];
    return { content: rows.map(({ value }) => value), problems: [...problems, ...unknown].toSorted((a, b) => a.line - b.line) };
  },
};

/** 工作日历: seasons, holidays and 调休, half days, duty rosters. */
export const calendarKind: ListKind<CalendarContent> = jsonKind({
  kind: 'work-calendar', name: '工作日历', file: join(FOLDER, 'calendar.json'), schema: workCalendarSchema, check: calendarProblems,
});

/** 办理规则: limits of the steps and the figures by which handling is judged. */
export const caseRulesKind: ListKind<CaseRulesContent> = jsonKind({ kind: 'case-rules', name: '办理规则', file: join(FOLDER, 'case-rules.json'), schema: caseRulesSchema });

export const districtKinds: readonly ListKind[] = [caseTypesKind, calendarKind, caseRulesKind];
