import type { Actor, ActorRole } from '../access/index.ts';
import { asId, type CaseId, type DepartmentId, type Result, type TeamId } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { CaseType, ResponsibilityItem } from '../district/index.ts';
import type { ReportedFacts } from './case-events.ts';
import type { CasePayload } from './case-payload.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';
import { decideCase, decideReport } from './decide-case.ts';
import { evolveCase } from './evolve-case.ts';
import type { CaseAction } from './life-cycle.ts';

/** Monday, 5 January 2026, nine in the morning in Shanghai. */
export const T0 = Date.parse('2026-01-05T09:00:00+08:00');

const specCalendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026], exceptions: [],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 1020 }] }],
};

export const PLACE: readonly [number, number] = [120.28, 31.78];
const squadDepartment = asId<DepartmentId>('dep-enforcement');

export const specType: CaseType = {
  code: 'E1', name: '店外经营', platform: 'enforcement', group: '街面秩序', leadDept: '综合执法队', supportDepts: [], level: 'ordinary', urgency: 'normal',
  limit: { value: 100, unit: 'minute' }, limitSource: 'F', containsPersonalInfo: false, jointHandling: false, closeEvidence: '', canSuspend: true,
  signLimit: { value: 10, unit: 'minute' }, onsiteLimit: null, maxExtensions: 1,
};

/** The one item of the list in force. */
const specItem: ResponsibilityItem = {
  no: 'A-3', domain: '市容秩序', name: '占道经营', leadDepartment: '城市管理局', supportDepartments: [], townRole: 'support', townDepartment: '综合执法队', leadDuty: '', townDuty: '',
  office: '', phone: '', limit: { value: 3, unit: 'work_day' }, basis: '法', typeCodes: ['E1'], ground: 'all', validFrom: '2026-01-01', validTo: null, nextNo: null,
};

/** A person of the spec, one for each role; the squad is team-1 of the enforcement department. */
export function person(role: ActorRole, id = `p-${role}`, unitId: string | null = role === 'squad' ? 'team-1' : null): Actor {
  return { id, name: id, role, unitId, parentUnitId: role === 'squad' ? squadDepartment : null, areaCode: '' };
}

export function contextAt(now: number, type: CaseType = specType, openSupports: readonly string[] = []): DecideContext {
  return {
    now, calendar: specCalendar, calendarOf: () => specCalendar,
    rules: {
      version: 'spec', effectiveFrom: '2026-01-01', undoMs: 10_000, arrivalRadiusM: 100, targetRate: 95, staleFixMs: 300_000,
      stepLimits: { reported: { value: 15, unit: 'minute' }, handling: { value: 60, unit: 'minute' }, 'suspension-requested': { value: 30, unit: 'minute' } },
      arrivalRingsMin: [5, 10], checkRadiusM: 50, checkFixMs: 1_800_000, lateDeedMs: 43_200_000, voiceNote: { maxS: 60, maxBytes: 524_288 }, reopenDays: 15, mergeRadiusM: 50, mergeWindowMs: 86_400_000,
      selfHandledAuditShare: 0.2, engineeringGroups: ['工程'], longExtensionMs: 2_592_000_000,
    },
    typeOf: (code) => (code === type.code ? type : undefined),
    itemOf: (no) => (no === specItem.no ? specItem : undefined), itemsFor: (code) => (specItem.typeCodes.includes(code) ? [specItem] : []), mayAsk: () => true,
    departmentOfTeam: (id) => (id.startsWith('team-') ? squadDepartment : undefined),
    openSupports: () => openSupports,
  };
}

/** A freshly reported case of the given type; `more` are facts that differ from the usual ones. */
export function reportedCase(type: CaseType = specType, more: Partial<ReportedFacts> = {}, atMin = 0): Case {
  return evolveCase(null, decideReport({
    id: asId<CaseId>('c1'), no: 'N1', type, typesVersion: 'v1', description: '摊位占道', source: '网格', externalNo: null, lngLat: PLACE, address: '', villageCode: 'v1',
    gridCode: 'g1', reporter: { name: '王五', phone: null, isSecret: false }, photos: [],
    ...more,
  }, person('channel'), contextAt(T0 + atMin * 60_000, type)));
}

export interface Step {
  readonly action: CaseAction;
  readonly by?: Actor;
  readonly payload?: CasePayload;
  /** Minutes after the report. */
  readonly atMin?: number;
  readonly parent?: Case;
}

/** Who usually takes an action and what they usually give. */
const USUAL: Partial<Record<CaseAction, { by: ActorRole; payload?: CasePayload }>> = {
  accept: { by: 'intake', payload: { typeCode: 'E1', level: 'ordinary', gridCode: 'g1' } },
  file: { by: 'duty-chief' },
  dispatch: { by: 'dispatcher', payload: { teamId: asId<TeamId>('team-1') } },
  redirect: { by: 'dispatcher', payload: { teamId: asId<TeamId>('team-2') } },
  withdraw: { by: 'dispatcher' },
  deliver: { by: 'squad' },
  see: { by: 'squad' },
  'remind-sign': { by: 'dispatcher' },
  'propose-next': { by: 'system', payload: { teamId: asId<TeamId>('team-2') } },
  'pass-on': { by: 'dispatcher', payload: { teamId: asId<TeamId>('team-2') } },
  sign: { by: 'squad' },
  depart: { by: 'squad' },
  arrive: { by: 'squad', payload: { lngLat: PLACE } },
  'report-back': { by: 'squad', payload: { note: '已劝离', photos: ['after'] } },
  'send-check': { by: 'intake', payload: { personId: asId('p-grid-worker') } },
  'pass-check': { by: 'grid-worker', payload: { photos: ['check'], lngLat: PLACE } },
  'report-failed-check': { by: 'grid-worker', payload: { reason: '仍在原处', photos: ['check'], lngLat: PLACE } },
  'fail-check': { by: 'intake', payload: { reason: '仍在原处', photos: ['check'] } },
  close: { by: 'duty-chief' },
  evaluate: { by: 'inspector', payload: { satisfaction: 5, isResolved: true } },
  'request-suspension': { by: 'squad', payload: { reason: '天气', until: T0 + 86_400_000 } },
  'review-application': { by: 'dispatcher', payload: { isSupported: true, note: '属实' } },
  'approve-suspension': { by: 'centre-deputy', payload: { until: T0 + 86_400_000 } },
  'reject-suspension': { by: 'centre-deputy', payload: { note: '不同意' } },
  resume: { by: 'dispatcher' },
  'request-extension': { by: 'squad', payload: { reason: '需施工', until: T0 + 300 * 60_000 } },
  'approve-extension': { by: 'duty-chief', payload: { until: T0 + 300 * 60_000 } },
  'request-return': { by: 'squad', payload: { ground: 'misdispatched', reason: '非本队职责', basis: '清单第 3 项', itemCode: 'A-3' } },
  'approve-return': { by: 'duty-chief', payload: { note: '属实' } },
  'reject-return': { by: 'duty-chief', payload: { note: '属本队职责' } },
  'request-void': { by: 'dispatcher', payload: { reason: '重复录入' } },
  'approve-void': { by: 'duty-chief', payload: { note: '同意' } },
  'contact-reporter': { by: 'squad', payload: { answerHow: 'phone', note: '已说明处理安排' } },
  'answer-reporter': { by: 'intake', payload: { reportCaseId: asId('c1'), answerHow: 'phone', note: '已办结' } },
  archive: { by: 'intake' },
  reopen: { by: 'duty-chief', payload: { reason: '问题复发' } },
  'ask-reopen': { by: 'channel', payload: { reportCaseId: asId('c1'), reason: '还是占着路' } },
  'decline-reopen': { by: 'duty-chief', payload: { reportCaseId: asId('c1'), note: '已到场看过，现场是空的' } },
  'verify-report': { by: 'intake', payload: { personId: asId('p-grid-worker') } },
  'confirm-report': { by: 'grid-worker', payload: { photos: ['seen'] } },
};

/** What one step makes of the case, or why it is refused. */
export function attempt(item: Case, step: Step, type: CaseType = specType): Result<Case> {
  const usual = USUAL[step.action];
  const context = { ...contextAt(T0 + (step.atMin ?? 1) * 60_000, type), parent: step.parent };
  const fixAt = usual?.payload?.lngLat ? { fixAt: context.now } : {};
  const decided = decideCase(item, {
    action: step.action, expectedRevision: item.revision, actor: step.by ?? person(usual?.by ?? 'system'), payload: { ...fixAt, ...usual?.payload, ...step.payload },
  }, context);
  return decided.ok ? { ok: true, value: evolveCase(item, decided.value) } : decided;
}

/** Takes a case through steps that must all be allowed. */
export function given(steps: readonly (CaseAction | Step)[], type: CaseType = specType, from: Case = reportedCase(type)): Case {
  return steps.reduce((item, step) => {
    const result = attempt(item, typeof step === 'string' ? { action: step } : step, type);
    if (!result.ok) throw new Error(`${typeof step === 'string' ? step : step.action}: ${result.error.code} ${result.error.field ?? ''}`);
    return result.value;
  }, from);
}

/** The refusal of a step; throws when it was allowed. */
export function refusalOf(item: Case, step: Step, type: CaseType = specType): string {
  const result = attempt(item, step, type);
  if (result.ok) throw new Error(`${step.action} was allowed`);
  return result.error.code;
}
