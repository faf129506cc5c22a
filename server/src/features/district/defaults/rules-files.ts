import { z } from 'zod';
import { LIMIT_UNITS, SHIFT_DAYS, type WorkCalendar } from '@wangge/shared/calendar';
import { CASE_STATES, type CaseRules } from '@wangge/shared/district';

const day = z.iso.date('应为 YYYY-MM-DD');
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应为 MM-DD');
const minuteOfDay = z.int().min(0).max(1_440);
const session = z.strictObject({ startMin: minuteOfDay, endMin: minuteOfDay }).refine((s) => s.startMin < s.endMin, '结束应晚于开始');

const shift = z.strictObject({ days: z.enum(SHIFT_DAYS), startMin: minuteOfDay, endMin: z.int().min(1).max(2_880) }).refine((s) => s.startMin < s.endMin, '结束应晚于开始');

/** A working calendar and rules without what their edition says of them. */
export type CalendarContent = Omit<WorkCalendar, 'version' | 'effectiveFrom'>;
export type CaseRulesContent = Omit<CaseRules, 'version' | 'effectiveFrom'>;

/** A working calendar (工作日历) as a county keeps it. */
export const workCalendarSchema = z.strictObject({
  coveredYears: z.array(z.int()),
  seasons: z.array(z.strictObject({ from: monthDay, to: monthDay, sessions: z.array(session).min(1) })).min(1),
  exceptions: z.array(z.strictObject({ date: day, isWorkday: z.boolean(), name: z.string().min(1), sessions: z.array(session).min(1).optional() })),
  rosters: z.array(z.strictObject({ name: z.string().min(1), departments: z.array(z.string().min(1)).min(1), shifts: z.array(shift).min(1) })).optional(),
}) satisfies z.ZodType<CalendarContent>;

const limit = z.strictObject({ value: z.number().positive(), unit: z.enum(LIMIT_UNITS) });

/** The rules of handling (办理规则) as a county keeps them. */
export const caseRulesSchema = z.strictObject({
  stepLimits: z.partialRecord(z.enum(CASE_STATES), limit),
  undoMs: z.int().min(0).max(600_000),
  arrivalRadiusM: z.number().positive().max(5_000),
  targetRate: z.number().min(0).max(100),
  staleFixMs: z.int().positive(),
  // Editions made before this rule have no rings.
  arrivalRingsMin: z.array(z.int().min(1).max(60)).max(4).refine((minutes) => new Set(minutes).size === minutes.length, '不能重复').default([]),
  checkRadiusM: z.number().positive().max(5_000),
  checkFixMs: z.int().positive(),
  // Editions made before this rule take no such time.
  lateDeedMs: z.int().min(0).max(604_800_000).default(0),
  voiceNote: z.strictObject({ maxS: z.int().min(5).max(300), maxBytes: z.int().min(65_536).max(4_194_304) }).default({ maxS: 60, maxBytes: 524_288 }),
  reopenDays: z.int().min(0).max(365),
  mergeRadiusM: z.number().positive().max(5_000),
  mergeWindowMs: z.int().positive(),
  selfHandledAuditShare: z.number().min(0).max(1),
  engineeringGroups: z.array(z.string().min(1)),
  longExtensionMs: z.int().positive(),
}) satisfies z.ZodType<CaseRulesContent>;
