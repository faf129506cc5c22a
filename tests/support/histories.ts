import fc from 'fast-check';
import type { Actor, ActorRole } from '@wangge/shared/access';
import { MINUTE_MS, asId, type CaseId, type DepartmentId, type PersonId, type TeamId } from '@wangge/shared/base';
import type { WorkCalendar } from '@wangge/shared/calendar';
import { LIFE_CYCLE, decideCase, decideReport, evolveCase, isMergeable, joinReport, type Case, type CaseEvent, type CasePayload, type DecideContext, type Transition } from '@wangge/shared/case';
import { PLATFORMS, type CaseType, type District } from '@wangge/shared/district';

/** A Monday morning before a month's end, so that histories cross days, months and a weekend. */
export const HISTORY_START = Date.parse('2026-01-26T08:00:00+08:00');

export const historyCalendar: WorkCalendar = {
  version: 'test', effectiveFrom: '2026-01-01', coveredYears: [2026],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 720 }, { startMin: 810, endMin: 1020 }] }], exceptions: [],
};

const LIMITS = [{ value: 30, unit: 'minute' }, { value: 4, unit: 'work_hour' }, { value: 2, unit: 'work_day' }, { value: 1, unit: 'day' }] as const;

export const historyTypes: readonly CaseType[] = PLATFORMS.map((platform, i) => ({
  code: `T${i}`, name: `类型${i}`, platform, group: '类', leadDept: `部门${i}`, supportDepts: [], level: 'ordinary', urgency: i === 3 ? 'urgent' : 'normal',
  limit: LIMITS[i]!, limitSource: 'F', containsPersonalInfo: i === 0, jointHandling: false, closeEvidence: '', signLimit: { value: 30, unit: 'minute' },
  onsiteLimit: null, canSuspend: true, maxExtensions: 1,
}));

const departments = historyTypes.map((t, i) => ({ id: asId<DepartmentId>(`d${i}`), name: t.leadDept, kind: 'town' as const, platform: t.platform, areaCode: '320281104' }));
const villages = [0, 1, 2].map((i) => ({ code: `32028110420${i}`, name: `村${i}`, shortName: `村${i}` }));

/** A small district that the histories happen in. */
export const historyDistrict: District = {
  code: '320281104', town: '测试镇', county: '测试县', room: '指挥室', isDemo: false, towns: [{ code: '320281104', name: '测试镇', room: '指挥室' }], villages, departments, units: [], people: [],
  grids: villages.map((v) => ({ code: `${v.code}001`, name: '第1网格', villageCode: v.code, kind: 'basic' as const })),
  teams: departments.map((d, i) => ({
    id: asId<TeamId>(`t${i}`), name: `队${i}`, kind: 'service' as const, departmentId: d.id, handles: [], equipment: [], headcount: 2, unitId: asId(`u${i}`), base: [120.28, 31.78] as const,
  })),
  caseTypes: historyTypes, caseTypesVersion: 'v1', calendar: historyCalendar,
  rules: { version: 'v1', effectiveFrom: '2026-01-01', stepLimits: {}, undoMs: 10_000, arrivalRadiusM: 100, targetRate: 95, staleFixMs: 300_000,
    arrivalRingsMin: [5, 10], checkRadiusM: 50, checkFixMs: 1_800_000, lateDeedMs: 43_200_000, voiceNote: { maxS: 60, maxBytes: 524_288 }, reopenDays: 15, mergeRadiusM: 50, mergeWindowMs: 86_400_000,
    selfHandledAuditShare: 0.2, engineeringGroups: ['工程'], longExtensionMs: 2_592_000_000 },
};

export function historyContext(now: number): DecideContext {
  return {
    now, calendar: historyCalendar, calendarOf: () => historyCalendar, rules: historyDistrict.rules,
    typeOf: (code) => historyTypes.find((t) => t.code === code),
    itemOf: () => undefined, itemsFor: () => [], mayAsk: () => true,
    departmentOfTeam: (id) => historyDistrict.teams.find((t) => t.id === id)?.departmentId,
    openSupports: () => [],
  };
}

/** One thing that happens: a new case, or a step of the n-th case by the k-th action its state allows. */
export interface Happening {
  readonly afterMin: number;
  readonly pick: number;
  readonly choice: number;
}

export const happenings = fc.array(fc.record({
  afterMin: fc.integer({ min: 0, max: 300 }), pick: fc.integer({ min: 0, max: 1_000 }), choice: fc.integer({ min: 0, max: 1_000 }),
}), { minLength: 10, maxLength: 200, size: 'large' });

export interface Happened {
  readonly stream: CaseId;
  readonly event: CaseEvent;
  readonly after: Case;
}

function actorFor(role: ActorRole, item: Case | null): Actor {
  const unitId = role === 'squad' ? item?.order?.teamId ?? 't0' : role === 'department' ? item?.leadDepartmentId ?? null : null;
  const id = role === 'grid-worker' ? item?.checkerId ?? 'p-grid' : `p-${role}`;
  return { id, name: role, role, unitId, parentUnitId: null, areaCode: '' };
}

function payloadFor(item: Case, row: Transition, now: number, choice: number, parent: Case | undefined): CasePayload {
  const team = historyDistrict.teams[choice % historyDistrict.teams.length]!;
  return {
    typeCode: historyTypes[choice % historyTypes.length]!.code, level: 'ordinary', gridCode: item.gridCode, departmentId: team.departmentId,
    ...(row.requires?.includes('teamId') ? { teamId: team.id } : {}), personId: asId<PersonId>('p-grid'), ...(parent ? { parentCaseId: parent.id } : {}),
    fixAt: now, ground: 'misdispatched', formPhotos: ['form'], isSupported: true, reportCaseId: item.receipts[choice % item.receipts.length]!.caseId, answerHow: 'phone',
    supportDepartmentIds: [departments[choice % 4]!.id], reason: '理由', note: '说明', basis: '依据', photos: ['x'],
    until: Math.max(now, item.clock.dueAt) + (1 + (choice % 500)) * MINUTE_MS, supervisionLevel: 1 + (choice % 4), satisfaction: 5, isResolved: true, lngLat: item.lngLat,
  };
}

/** The straight way through a case: taken more often than not, so that histories reach their ends. */
const MAIN_PATH = new Set(['accept', 'file', 'dispatch', 'sign', 'report-back', 'send-check', 'pass-check', 'close', 'review-application', 'approve-suspension', 'request-suspension', 'answer-reporter', 'evaluate']);

function rowFor(item: Case, choice: number): Transition | undefined {
  const rows = (LIFE_CYCLE as readonly Transition[]).filter((row) => row.from.includes(item.state));
  const straight = rows.filter((row) => MAIN_PATH.has(row.action));
  const among = choice % 5 < 4 && straight.length > 0 ? straight : rows;
  return among[choice % Math.max(1, among.length)];
}

/** Plays happenings through the real decisions; what the rules refuse does not happen. */
export function play(list: readonly Happening[], onEvent: (happened: Happened) => void = () => undefined): { readonly cases: readonly Case[]; readonly now: number } {
  const cases: Case[] = [];
  let now = HISTORY_START;
  for (const { afterMin, pick, choice } of list) {
    now += afterMin * MINUTE_MS;
    if (cases.length === 0 || pick % 12 === 0) {
      const type = historyTypes[choice % historyTypes.length]!;
      const village = villages[pick % villages.length]!;
      const event = decideReport({
        id: asId<CaseId>(`c${cases.length}`), no: `N${cases.length}`, type, typesVersion: 'v1', description: '', source: '网格', externalNo: null,
        lngLat: [120.28, 31.78], address: '', villageCode: village.code, gridCode: `${village.code}001`, reporter: { name: choice % 2 ? '某' : null, phone: null, isSecret: false }, photos: [],
      }, actorFor('channel', null), historyContext(now));
      const after = evolveCase(null, event);
      cases.push(after);
      onEvent({ stream: after.id, event, after });
      continue;
    }
    const item = cases[pick % cases.length]!;
    const row = rowFor(item, choice);
    if (!row) continue;
    const parent = row.action === 'merge' ? cases.find((other) => isMergeable(item, other, historyDistrict.rules)) : undefined;
    const decided = decideCase(item, {
      action: row.action as never, expectedRevision: item.revision, actor: actorFor(row.roles[choice % row.roles.length]!, item),
      payload: payloadFor(item, row, now, choice, parent),
    }, { ...historyContext(now), parent });
    if (!decided.ok) continue;
    const keep = (before: Case, event: CaseEvent): void => {
      const after = evolveCase(before, event);
      cases[cases.indexOf(before)] = after;
      onEvent({ stream: after.id, event, after });
    };
    keep(item, decided.value);
    if (parent) keep(parent, joinReport(parent, item, decided.value));
  }
  return { cases, now };
}
