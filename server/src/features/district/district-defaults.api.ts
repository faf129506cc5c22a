import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { WorkCalendar } from '@wangge/shared/calendar';
import type { CaseRules, CaseType } from '@wangge/shared/district';
import { DEFAULT_EDITION } from '../lists/default-edition.api.ts';
import { readCaseTypeTable } from './defaults/case-type-table.ts';
import { caseRulesSchema, workCalendarSchema } from './defaults/rules-files.ts';

/** What a district starts from until its county has edited it; every value is a 默认值. */
export interface DistrictDefaults {
  readonly caseTypes: readonly CaseType[];
  readonly caseTypesVersion: string;
  readonly calendar: WorkCalendar;
  readonly rules: CaseRules;
}

/** A file of default data that can't be used. `code` is stable; the message names file, place and reason in one sentence. */
export class DefaultsError extends Error {
  readonly code = 'DISTRICT_DEFAULTS_INVALID';

  constructor(file: string, where: string, reason: string) {
    super(`默认数据 ${file} 不能用：${where} ${reason}`);
  }
}

const FOLDER = join(import.meta.dirname, 'defaults');

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new DefaultsError(file, '全文', '不是合法的 JSON');
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DefaultsError(file, issue?.path.join('.') || '全文', issue?.message ?? '格式不对');
}

/** Reads the default case types, calendar and rules that ship with the product. Throws DefaultsError naming what is wrong. */
export function loadDistrictDefaults(): DistrictDefaults {
  const { rows, problems } = readCaseTypeTable(readFileSync(join(FOLDER, 'case-types.csv'), 'utf8'));
  const { version, effectiveFrom } = DEFAULT_EDITION;
  const [problem] = problems;
  if (problem) throw new DefaultsError('case-types.csv', `第 ${problem.line} 行 ${problem.column}`, problem.reason);
  return {
    caseTypes: rows.map(({ value }) => value), caseTypesVersion: version,
    calendar: { version, effectiveFrom, ...readJson('calendar.json', workCalendarSchema) }, rules: { version, effectiveFrom, ...readJson('case-rules.json', caseRulesSchema) },
  };
}
