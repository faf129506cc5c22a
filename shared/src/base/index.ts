export { asId } from './ids.ts';
export type { CaseId, DepartmentId, PersonId, TeamId, UnitId } from './ids.ts';
export { maskText } from './mask-text.ts';
export { REFUSALS } from './refusals.ts';
export type { Refusal, RefusalCode } from './refusals.ts';
export { ok, refuse } from './result.ts';
export type { Result } from './result.ts';
export { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, SHANGHAI_OFFSET_MS, dateKey, localParts, startOfDay, startOfHour, startOfMonth } from './time.ts';
