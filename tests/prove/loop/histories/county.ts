import { MINUTE_MS, asId, type DepartmentId, type TeamId } from '@wangge/shared/base';
import type { WorkCalendar } from '@wangge/shared/calendar';
import type { DecideContext } from '@wangge/shared/case';
import { PLATFORMS, type CaseRules, type CaseType } from '@wangge/shared/district';

/** The county the histories happen in: three townships, seven villages, fourteen grids. */
export const COUNTY = '320281';
export const TOWNS = ['320281104', '320281105', '320281106'];
export const VILLAGES = ['320281104201', '320281104202', '320281104203', '320281105201', '320281105202', '320281106201', '320281106202'];
export const GRIDS = VILLAGES.flatMap((village) => [`${village}001`, `${village}002`]);

/** Half a year with 春节, 清明, 劳动节 and 端午, and the Saturdays and Sundays worked for them. */
export const START = Date.parse('2026-01-05T00:00:00+08:00');
export const LAST_REPORT = Date.parse('2026-06-25T00:00:00+08:00');
export const END = Date.parse('2026-07-06T12:00:00+08:00');

function days(from: string, count: number, name: string): WorkCalendar['exceptions'][number][] {
  return Array.from({ length: count }, (_, i) => ({ date: new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10), isWorkday: false, name }));
}

const worked = (date: string): WorkCalendar['exceptions'][number] => ({ date, isWorkday: true, name: '调休上班' });

export const calendar: WorkCalendar = {
  version: 'histories', effectiveFrom: '2026-01-01', coveredYears: [2026, 2027],
  seasons: [
    { from: '05-01', to: '09-30', sessions: [{ startMin: 8 * 60, endMin: 12 * 60 }, { startMin: 14 * 60, endMin: 18 * 60 }] },
    { from: '10-01', to: '04-30', sessions: [{ startMin: 510, endMin: 720 }, { startMin: 810, endMin: 1050 }] },
  ],
  exceptions: [
    ...days('2026-02-15', 9, '春节'), ...days('2026-04-04', 3, '清明节'), ...days('2026-05-01', 5, '劳动节'), ...days('2026-06-19', 3, '端午节'),
    ...['2026-02-14', '2026-02-28', '2026-05-09'].map(worked),
  ],
};

const LIMITS = [
  { value: 90, unit: 'minute' }, { value: 4, unit: 'work_hour' }, { value: 2, unit: 'work_day' }, { value: 1, unit: 'day' },
  { value: 7, unit: 'work_day' }, { value: 12, unit: 'hour' }, { value: 200, unit: 'work_minute' }, { value: 3, unit: 'day' },
] as const;
const ONSITE = [{ value: 45, unit: 'minute' }, null, { value: 2, unit: 'work_hour' }, null, null, { value: 2, unit: 'hour' }, { value: 30, unit: 'work_minute' }, null] as const;

export const types: readonly CaseType[] = LIMITS.map((limit, i) => ({
  code: `T${i}`, name: `类型${i}`, platform: PLATFORMS[i % PLATFORMS.length]!, group: i === 4 ? '工程' : '类', leadDept: '', supportDepts: [],
  level: i % 3 === 0 ? 'serious' : 'ordinary', urgency: i === 5 ? 'critical' : 'normal', limit, limitSource: 'F', containsPersonalInfo: i === 6,
  jointHandling: false, closeEvidence: '', signLimit: i % 2 ? { value: 1, unit: 'work_hour' } : { value: 40, unit: 'minute' },
  onsiteLimit: ONSITE[i]!, canSuspend: i !== 1, maxExtensions: 2,
}));

/** Who leads: four departments in every township, each village itself, three departments of the county. */
export const departments = [
  ...TOWNS.flatMap((town) => [0, 1, 2, 3].map((i) => ({ id: asId<DepartmentId>(`d-${town}-${i}`), level: 'town' as const, town }))),
  ...VILLAGES.map((village) => ({ id: asId<DepartmentId>(`v-${village}`), level: 'village' as const, town: village.slice(0, 9) })),
  ...[0, 1, 2].map((i) => ({ id: asId<DepartmentId>(`c-${i}`), level: 'county' as const, town: '' })),
];

export const teams = departments.filter(({ level }) => level !== 'county')
  .map(({ id, town }, i) => ({ id: asId<TeamId>(`t-${id}`), departmentId: id, town, headcount: 2 + (i % 5) }));

export const departmentOfTeam = new Map(teams.map((team) => [team.id as string, team.departmentId]));

/** The worker of a grid; one grid has none. */
export function gridWorkerOf(gridCode: string): string | null {
  return gridCode === GRIDS[3] ? null : `w-${gridCode}`;
}

const rules: CaseRules = {
  version: 'histories', effectiveFrom: '2026-01-01', undoMs: 20 * MINUTE_MS, arrivalRadiusM: 100, targetRate: 95, staleFixMs: 300_000,
  stepLimits: {
    reported: { value: 30, unit: 'work_minute' }, 'verifying-report': { value: 2, unit: 'hour' }, accepted: { value: 1, unit: 'work_hour' }, filed: { value: 45, unit: 'minute' },
    handled: { value: 1, unit: 'work_hour' }, checking: { value: 1, unit: 'day' }, checked: { value: 2, unit: 'hour' }, 'county-called': { value: 4, unit: 'hour' },
    handling: { value: 2, unit: 'day' }, 'return-requested': { value: 2, unit: 'hour' },
  },
  arrivalRingsMin: [5, 10], checkRadiusM: 50, checkFixMs: 1_800_000, lateDeedMs: 43_200_000, voiceNote: { maxS: 60, maxBytes: 524_288 }, reopenDays: 15, mergeRadiusM: 50, mergeWindowMs: 3 * 86_400_000,
  selfHandledAuditShare: 0.2, engineeringGroups: ['工程'], longExtensionMs: 30 * 86_400_000,
};

const byCode = new Map(types.map((type) => [type.code, type]));

export function contextAt(now: number): DecideContext {
  return { now, calendar, rules, typeOf: (code) => byCode.get(code), departmentOfTeam: (id) => departmentOfTeam.get(id), openSupports: () => [], calendarOf: () => calendar, itemOf: () => undefined, itemsFor: () => [], mayAsk: () => true };
}

export const mergeRules = rules;
