import { DAY_MS, HOUR_MS, type DepartmentId } from '@wangge/shared/base';
import type { LimitClock } from '@wangge/shared/calendar';
import { townCodeOf, type ResponsibilityItem } from '@wangge/shared/district';
import type { Actor } from '@wangge/shared/access';
import type { Attempt, Call, CallAction, CallDraft, CallPayload } from '@wangge/shared/call';
import type { Case } from '@wangge/shared/case';
import { COUNTY_MEDIATION, departmentId, villageDepartmentId } from '../organisation/departments.ts';
import { chance, pickAt } from './chance.ts';
import { climbStep, failedBefore } from './climb-steps.ts';
import { instantAtShare } from './department-steps.ts';
import { whenAwake } from './rhythm.ts';
import { OFFICE, ROOM, takes, type Step } from './step.ts';
import type { Town } from './town.ts';

const STUDIES = ['经集体研究，超出本镇处置权限，派驻机构已先行处置未果', '涉及县级审批与专业力量，本镇无法独立解决', '责任主体跨镇，需县级部门牵头协调'] as const;
const TRIED = ['已到场劝阻并取证，无权处罚', '已约谈当事人两次，未达成整改', '缺少检测和执法手段，无法认定'] as const;
const MEDIATED = ['上门调解两次，双方对赔偿金额差距较大', '召集双方和村代表座谈，一方不接受方案'] as const;
const PLANS = ['已制定整改方案，分两步实施，一周内完成', '委托检测后依法处置，三日内出结果', '联合镇里现场办公，明确责任人和完成时间'] as const;
const RESULTS = ['已依法处置到位，现场复核通过', '已组织专业队伍完成整改，附验收照片', '已协调责任单位落实，诉求人认可'] as const;
const RETURNS = ['按清单由乡镇先行处置并取证，不属县级受理范围', '尚未提供派驻机构处置记录，请补充'] as const;

const SUPPORTED_SHARE = 0.2;
const RETURNED_SHARE = 0.09;
const LATE_SHARE = 0.06;
const SOLVED_SHARE = 0.9;

function callStep(at: number, actor: Actor, callId: string, action: CallAction, payload: CallPayload = {}): Step {
  return { at, call: { kind: 'command', callId, action, actor, payload } };
}

/** The call by which this case goes up to the county: it rests on the item of its type and on what a stationed body has tried. */
export function countyDraft(item: Case, town: Town, at: number): CallDraft | null {
  const listed = town.itemOf(item, at);
  if (!listed || listed.townRole !== 'support') return null;
  const called = town.departmentFor(listed.leadDepartment, item);
  if (called?.kind !== 'county') return null;
  const isPressing = item.urgency !== 'normal';
  if (item.clock.dueAt - at < (isPressing ? 4 * HOUR_MS : 2 * DAY_MS)) return null;
  const isDispute = town.isDispute(item, at);
  const triedAt = Math.max(item.reportedAt, at - 3 * HOUR_MS);
  const isEmergency = isPressing && !isDispute;
  const attempts: Attempt[] = isEmergency ? [] : [{ unitId: stationedFor(item, listed, town, at), at: triedAt, how: 'handled', isSolved: false, words: pickAt(TRIED, chance(item.id, 'tried')) }];
  if (isDispute) {
    const known = failedBefore(town.callContext(item, at).earlier);
    const mediated = (unitId: DepartmentId, part: string): Attempt => ({ unitId, at: triedAt, how: 'mediated', isSolved: false, words: pickAt(MEDIATED, chance(item.id, part)) });
    attempts.push(...(known.length > 0 ? known : [mediated(villageDepartmentId(item.villageCode), 'village-mediated'), mediated(departmentId('justice', townCodeOf(item.villageCode)), 'town-mediated')]));
  }
  return {
    ground: isEmergency ? 'emergency' : 'beyond-power', urgency: isEmergency && item.urgency === 'critical' ? 'emergency' : isPressing || item.level === 'major' ? 'major' : 'routine',
    itemNo: listed.no, study: pickAt(STUDIES, chance(item.id, 'study')), attempts, toUnitId: isDispute ? COUNTY_MEDIATION : called.id,
  };
}

/** The stationed body that tried before: whom the list or the type names, else the police. */
function stationedFor(item: Case, { townDepartment }: ResponsibilityItem, town: Town, at: number): DepartmentId {
  const type = town.context(at).typeOf(item.typeCode);
  const named = [townDepartment, ...(type ? [type.leadDept, ...type.supportDepts] : [])].flatMap((name) => town.departmentFor(name, item) ?? []);
  return named.find(({ kind }) => kind === 'stationed')?.id ?? departmentId('police', townCodeOf(item.villageCode));
}

/** The county departments that the list makes support the one that leads. */
function supportsOf({ toUnitId }: Call, item: Case, town: Town, at: number): DepartmentId[] {
  const named = (town.itemOf(item, at)?.supportDepartments ?? []).flatMap((name) => town.departmentFor(name, item) ?? []);
  return named.filter(({ id, kind }) => kind === 'county' && id !== toUnitId).slice(0, 1).map(({ id }) => id);
}

/** Who acts for the county on a call: the department charged, or the centre where nobody answers for it. */
function hands(call: Call, town: Town, at: number): Actor {
  return (call.toUnitId && town.cast.department(call.toUnitId)) || town.cast.onShift('county-centre', at);
}

/** When somebody gets to a step: well within its limit and that of the case more often than not, in office hours unless it presses. */
function momentWithin(call: Call, item: Case, town: Town, clock: LimitClock | null | undefined, what: string): number {
  const { calendar } = town.context(0);
  const isLate = chance(call.id, what, 'late') < LATE_SHARE;
  const share = isLate ? 1.05 + 0.4 * chance(call.id, what) : 0.12 + 0.7 * chance(call.id, what);
  const wanted = clock ? instantAtShare(calendar, clock, share) : 0;
  const latest = isLate ? Infinity : instantAtShare(calendar, item.clock, 0.4 + 0.5 * chance(call.id, what, 'case'));
  const at = Math.max(Math.min(wanted, latest), call.stateSince + takes(item, what, 4, 40));
  return call.urgency === 'emergency' ? at : whenAwake(calendar, at, what === 'answer' ? ROOM : OFFICE, chance(call.id, what, 'awake'));
}

/** What happens next to a call of the demo, and when; null when it is done with. */
export function nextOfCall(call: Call, item: Case, town: Town): Step | null {
  if (call.to === 'township' && call.state === 'finished' && !call.isSolved && item.state === 'handling') {
    const at = whenAwake(town.context(0).calendar, call.stateSince + takes(item, 'to-county', 40, 400), ROOM, chance(call.id, 'to-county'));
    const draft = countyDraft(item, town, at);
    return draft && { at, call: { kind: 'draft', actor: town.cast.onShift('duty-chief', at), draft } };
  }
  if (call.to !== 'county') return climbStep(call, item, town);
  const within = (clock: LimitClock | null | undefined, what: string): number => momentWithin(call, item, town, clock, what);
  switch (call.state) {
    case 'drafted': {
      const at = call.stateSince + takes(item, 'sign-call', 4, 35);
      return callStep(at, town.cast.onShift('commander', at), call.id, 'sign');
    }
    case 'called': {
      const at = within(call.clocks?.respond, 'answer');
      const centre = town.cast.onShift('county-centre', at);
      if (chance(call.id, 'sent back') < RETURNED_SHARE && call.returns.length === 0 && call.ground === 'beyond-power') {
        return callStep(at, centre, call.id, 'return', { itemNo: call.itemNo ?? '', reason: pickAt(RETURNS, chance(call.id, 'why')) });
      }
      const supportIds = call.assignedCount === 0 && chance(call.id, 'supported') < SUPPORTED_SHARE ? supportsOf(call, item, town, at) : [];
      if (call.toUnitId && supportIds.length > 0) {
        return callStep(call.stateSince + takes(item, 'assign-call', 3, 12), centre, call.id, 'assign', { departmentId: call.toUnitId, supportIds });
      }
      const by = hands(call, town, at);
      return callStep(at, by, call.id, 'answer', { handlerName: by.name });
    }
    case 'answered': case 'responding': return underWay(call, item, town, within);
    case 'returned': {
      const at = call.stateSince + takes(item, 'take-back', 10, 80);
      return callStep(at, town.cast.onShift('duty-chief', at), call.id, 'withdraw', { reason: '按退回意见由本镇处置' });
    }
    case 'finished': {
      const at = call.stateSince + takes(item, 'rate-call', 60, 1_300);
      const satisfaction = pickAt([5, 5, 4, 5, 4, 3, 5, 2] as const, chance(call.id, 'rating'));
      return callStep(at, town.cast.onShift('duty-chief', at), call.id, 'rate', { satisfaction, isSolved: (call.isSolved ?? false) && satisfaction > 2, words: satisfaction > 3 ? '响应及时' : '办理偏慢' });
    }
    default: return null;
  }
}

function underWay(call: Call, item: Case, town: Town, within: (clock: LimitClock | null | undefined, what: string) => number): Step {
  const { arrive, plan, finish } = call.clocks ?? {};
  const owing = call.supports.find(({ doneAt, isExcused }) => doneAt === null && !isExcused);
  const step = (at: number, action: CallAction, payload: CallPayload, by = hands(call, town, at)): Step => callStep(at, by, call.id, action, payload);
  if (arrive?.standing === 'running') return step(within(arrive, 'arrive-call'), 'arrive', { lngLat: item.lngLat });
  if (plan?.standing === 'running') return step(within(plan, 'plan-call'), 'give-plan', { plan: pickAt(PLANS, chance(call.id, 'plan')) });
  if (call.isDispute && call.mediations.length === 0) {
    const isAgreed = chance(call.id, 'agreed') < SOLVED_SHARE;
    return step(call.stateSince + takes(item, 'mediate-call', 300, 3_000), 'mediate', { mediation: isAgreed ? 'agreed' : 'failed', words: isAgreed ? '达成调解协议并签字' : '双方仍有分歧' });
  }
  if (owing) {
    const at = call.stateSince + takes(item, 'share', 60, 900);
    return step(at, 'hand-in-share', { words: '已按分工完成' }, town.cast.department(owing.unitId) ?? hands(call, town, at));
  }
  const isSolved = call.isDispute ? call.mediations.at(-1)?.result === 'agreed' : chance(call.id, 'solved') < SOLVED_SHARE;
  return step(within(finish, 'finish-call'), 'finish', { words: isSolved ? pickAt(RESULTS, chance(call.id, 'result')) : '已告知依法解决途径，继续跟踪', isSolved });
}
