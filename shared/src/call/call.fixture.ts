import type { Actor, ActorRole } from '../access/index.ts';
import { asId, type CaseId, type DepartmentId, type Refusal, type Result } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import { decideReport, evolveCase, type Case, type CaseEvent, type DecideContext } from '../case/index.ts';
import type { CaseState, CaseType, Department } from '../district/index.ts';
import type { CallContext } from './call-context.ts';
import type { CallEvent } from './call-events.ts';
import type { CallSettings } from './call-limits.ts';
import type { CallPayload } from './call-payload.ts';
import type { Attempt, Call, CallDraft } from './call.ts';
import { decideCall, decideDraft } from './decide-call.ts';
import { evolveCall } from './evolve-call.ts';
import { followCall } from './follow-call.ts';
import type { CallAction } from './life-cycle.ts';

/** Friday, 9 January 2026, 16:00 in Shanghai: an hour before the weekend. */
export const FRIDAY = Date.parse('2026-01-09T16:00:00+08:00');
export const TOWN = '320281104';

const calendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026], exceptions: [],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 720 }, { startMin: 810, endMin: 1020 }] }],
};

export const settings: CallSettings = {
  urgencies: {
    emergency: { respond: { value: 30, unit: 'minute' }, arrive: { value: 2, unit: 'hour' }, plan: null, finish: { value: 24, unit: 'hour' } },
    major: { respond: { value: 4, unit: 'hour' }, arrive: null, plan: { value: 3, unit: 'work_day' }, finish: { value: 15, unit: 'work_day' } },
    routine: { respond: { value: 1, unit: 'work_day' }, arrive: null, plan: null, finish: { value: 7, unit: 'work_day' } },
  },
  whistleRate: { lowPercent: 1, highPercent: 5 }, disputeGroups: ['矛盾纠纷'],
};

const unit = (id: string, name: string, kind: Department['kind'], areaCode = TOWN): Department => ({ id: asId<DepartmentId>(id), name, kind, platform: null, areaCode });
export const UNITS: readonly Department[] = [
  unit('room', '指挥室', 'town'), unit('land', '自然资源所', 'stationed'), unit('justice', '司法所', 'stationed'), unit('works', '市政养护所', 'town'),
  unit('village', '新街村', 'village', `${TOWN}201`), unit('village-2', '湖塘村', 'village', `${TOWN}202`), unit('c-water', '县水利局', 'county', '320281'), unit('c-land', '县自然资源局', 'county', '320281'),
];
export const id = (name: string): DepartmentId => asId<DepartmentId>(name);

const type: CaseType = {
  code: 'F006', name: '河道违建', platform: 'enforcement', group: '自然资源', leadDept: '水利站', supportDepts: [], level: 'serious', urgency: 'normal',
  limit: { value: 10, unit: 'work_day' }, limitSource: 'F', containsPersonalInfo: false, jointHandling: false, closeEvidence: '', canSuspend: true,
  signLimit: { value: 10, unit: 'minute' }, onsiteLimit: null, maxExtensions: 1,
};

export function actor(role: ActorRole, unitId: string | null = null, areaCode = TOWN): Actor {
  return { id: `p-${role}${unitId ?? ''}`, name: role, role, unitId, parentUnitId: null, areaCode };
}

export const commander = actor('commander', 'room');
export const chief = actor('duty-chief', 'room');
export const centre = actor('county-centre', 'c-centre', '320281');
export const water = actor('county-department', 'c-water', '320281');
export const head = actor('department', 'village', `${TOWN}201`);

export function caseContext(now: number): DecideContext {
  return {
    now, calendar, calendarOf: () => calendar, typeOf: () => type, departmentOfTeam: () => undefined, itemOf: () => undefined, itemsFor: () => [], mayAsk: () => true, openSupports: () => [],
    rules: { version: 'spec', effectiveFrom: '2026-01-01', stepLimits: {}, undoMs: 0, arrivalRadiusM: 100, targetRate: 95, staleFixMs: 0,
      arrivalRingsMin: [5, 10], checkRadiusM: 50, checkFixMs: 1_800_000, lateDeedMs: 43_200_000, voiceNote: { maxS: 60, maxBytes: 524_288 }, reopenDays: 15, mergeRadiusM: 50, mergeWindowMs: 86_400_000, selfHandledAuditShare: 0, engineeringGroups: [], longExtensionMs: 2_592_000_000 },
  };
}

/** A case in a state, as the calls of these specs find it. */
export function caseIn(state: CaseState, more: Partial<Case> = {}): Case {
  const reported = evolveCase(null, decideReport({
    id: asId<CaseId>('c1'), no: 'N1', type, typesVersion: 'v1', description: '', source: '网格', externalNo: null, lngLat: [120.28, 31.78], address: '',
    villageCode: `${TOWN}201`, gridCode: `${TOWN}201001`, reporter: { name: null, phone: null, isSecret: false }, photos: [],
  }, actor('channel'), caseContext(FRIDAY)));
  return { ...reported, state, ...more };
}

export function contextFor(item: Case, now = FRIDAY, earlier: readonly Call[] = []): CallContext {
  return {
    now, calendar, settings, settingsVersion: 'spec', item, earlier,
    itemOf: (no) => (no === 'SD20' || no === 'SD02' ? { no, name: no, townRole: no === 'SD02' ? 'lead' : 'support' } : undefined),
    unitOf: (name) => UNITS.find((u) => u.id === name),
    stationedIn: () => [id('land'), id('justice')],
  };
}

export const tried = (unitId: string, how: Attempt['how'] = 'handled'): Attempt => ({ unitId: id(unitId), at: FRIDAY - 3_600_000, how, isSolved: false, words: '未能解决' });

/** A rightful draft to the county: studied, tried by the stationed body, resting on an item. */
export const DRAFT: CallDraft = {
  ground: 'beyond-power', urgency: 'routine', itemNo: 'SD20', study: '经集体研究，超出本镇权限', attempts: [tried('land')], toUnitId: id('c-water'),
};

/** A call and the case it is about, as both stand. */
export interface Pair {
  readonly call: Call;
  readonly item: Case;
}

export function drafted(draft: Partial<CallDraft> = {}, by: Actor = chief, item: Case = caseIn('filed'), more: { isDispute?: boolean; earlier?: readonly Call[]; id?: string } = {}): Result<Pair> {
  const event = decideDraft({
    id: more.id ?? 'k1', no: '呼〔2026〕001', caseId: item.id, caseNo: item.no, matter: item.matter, source: item.source, isDispute: more.isDispute ?? false,
    areaCode: item.gridCode, townCode: TOWN, draft: { ...DRAFT, ...draft },
  }, by, contextFor(item, FRIDAY, more.earlier));
  return event.ok ? { ok: true, value: { call: evolveCall(null, event.value), item } } : event;
}

export interface Move {
  readonly action: CallAction;
  readonly by: Actor;
  readonly payload?: CallPayload;
  readonly at?: number;
  readonly earlier?: readonly Call[];
}

/** Makes one move: the call, and the case that follows it. */
export function move({ call, item }: Pair, { action, by, payload = {}, at = FRIDAY, earlier = [] }: Move): Result<Pair & { readonly event: CallEvent; readonly caseEvents: readonly CaseEvent[] }> {
  const decided = decideCall(call, { action, expectedRevision: call.revision, actor: by, payload }, contextFor(item, at, earlier));
  if (!decided.ok) return decided;
  const followed = followCall(call, decided.value, item, by, caseContext(at));
  if (!followed.ok) return followed;
  return { ok: true, value: { call: evolveCall(call, decided.value), item: followed.value.reduce<Case>(evolveCase, item), event: decided.value, caseEvents: followed.value } };
}

/** Makes moves that must all be allowed. */
export function after(start: Result<Pair>, ...moves: readonly Move[]): Pair {
  if (!start.ok) throw new Error(start.error.code);
  return moves.reduce<Pair>((pair, next) => {
    const done = move(pair, next);
    if (!done.ok) throw new Error(`${next.action}: ${done.error.code} ${done.error.field ?? ''}`);
    return done.value;
  }, start.value);
}

/** The refusal of a move; throws when it was allowed. */
export function refusalOf(pair: Pair, next: Move): Refusal {
  const done = move(pair, next);
  if (done.ok) throw new Error(`${next.action} was allowed`);
  return done.error;
}

export const SIGN: Move = { action: 'sign', by: commander };
export const ANSWER: Move = { action: 'answer', by: water, payload: { handlerName: '李工' } };
