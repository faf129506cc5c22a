import type { Actor } from '@wangge/shared/access';
import { DAY_MS } from '@wangge/shared/base';
import type { Attempt, Call, CallAction, CallDraft, CallPayload } from '@wangge/shared/call';
import type { Case } from '@wangge/shared/case';
import { townCodeOf } from '@wangge/shared/district';
import { departmentId, villageDepartmentId } from '../organisation/departments.ts';
import { actorOf } from './cast.ts';
import { chance, pickAt } from './chance.ts';
import { whenAwake } from './rhythm.ts';
import { OFFICE, ROOM, takes, type Step } from './step.ts';
import type { Town } from './town.ts';

const TOLD = ['上门劝和两次，双方情绪激动，请村里出面', '已分别听取双方说法，各不相让，请村调解员主持', '当事人只认村里的老规矩，网格里说不通'] as const;
const AGREED = ['双方签订调解协议，当场履行', '各让一步，约定期限并签字', '当面道歉，费用各半，签字按印'] as const;
const FAILED = ['双方对赔偿数额差距大，未达成一致', '一方拒绝调解方案，要求上级处理', '责任认定有争议，须专业意见'] as const;
const CALLS_VILLAGE_SHARE = 0.45;
const AGREED_SHARE = 0.74;
/** A dispute with less of its limit left than this is not sent through the tiers. */
const NEEDS_MS = 4 * DAY_MS;

function draftBase(item: Case, study: string): Pick<CallDraft, 'ground' | 'urgency' | 'itemNo' | 'study'> {
  return { ground: 'beyond-power', urgency: item.level === 'ordinary' ? 'routine' : 'major', itemNo: null, study };
}

/** Failed mediations of earlier calls, as the next tier is told of them. */
export function failedBefore(earlier: readonly Call[]): Attempt[] {
  return earlier.flatMap(({ mediations }) => mediations).flatMap(({ result, unitId, at, words }): Attempt[] =>
    (result === 'failed' && unitId !== null ? [{ unitId: unitId as Attempt['unitId'], at, how: 'mediated', isSolved: false, words }] : []));
}

/** 三级排查化解 begins: the grid worker of the place calls the village about some disputes; null for the rest. */
export function villageCall(item: Case, town: Town, at: number): Step | null {
  const worker = town.cast.gridWorker(item.gridCode);
  const isWanted = item.urgency === 'normal' && town.isDispute(item, at) && chance(item.id, 'asks-village') < CALLS_VILLAGE_SHARE && item.clock.dueAt - at > NEEDS_MS;
  if (!worker || !isWanted || town.callOf(item.id)) return null;
  const unitId = villageDepartmentId(item.villageCode);
  const words = pickAt(TOLD, chance(item.id, 'told'));
  const tried: Attempt = { unitId, at: item.reportedAt, how: 'handled', isSolved: false, words };
  return { at, call: { kind: 'draft', actor: actorOf(worker, 'grid-worker'), draft: { ...draftBase(item, words), attempts: [tried], toUnitId: unitId } } };
}

/** The one who called from below the township: the grid worker, or who answers for the village. */
function callerOf(call: Call, item: Case, town: Town): Actor | undefined {
  if (call.from === 'village') return call.fromUnitId ? town.cast.department(call.fromUnitId as Attempt['unitId']) : undefined;
  const worker = town.cast.gridWorker(item.gridCode);
  return worker && worker.id === call.draftedBy.id ? actorOf(worker, 'grid-worker') : undefined;
}

/** What happens next to a call to the village or the township, and when; null when it is done with, or a person has to act whom the demo does not play. */
export function climbStep(call: Call, item: Case, town: Town): Step | null {
  const { calendar } = town.context(0);
  const caller = callerOf(call, item, town);
  const later = (what: string, low: number, high: number): number => whenAwake(calendar, call.stateSince + takes(item, `${what}/${call.to}`, low, high), OFFICE, chance(call.id, what));
  const step = (at: number, action: CallAction, actor: Actor | undefined, payload: CallPayload = {}): Step | null => actor ? { at, call: { kind: 'command', callId: call.id, action, actor, payload } } : null;
  const mediator = call.toUnitId ? town.cast.department(call.toUnitId) : undefined;
  switch (call.state) {
    case 'drafted': return step(call.stateSince + takes(item, `send/${call.to}`, 1, 9), 'sign', caller);
    case 'called': {
      if (call.toUnitId !== null) return step(later('take', 25, 240), 'answer', mediator, { handlerName: mediator?.name ?? '' });
      const at = whenAwake(calendar, call.stateSince + takes(item, 'charge', 5, 40), ROOM, chance(call.id, 'charge'));
      return step(at, 'assign', town.cast.onShift('duty-chief', at), { departmentId: departmentId('justice', townCodeOf(item.villageCode)) });
    }
    case 'answered': case 'responding': return underWay(call, mediator, step, later);
    case 'finished': return call.isSolved ? step(later('rate', 60, 900), 'rate', caller, { satisfaction: 5, isSolved: true, words: '邻里和好' }) : nextTier(call, item, town, later('climb', 30, 300));
    default: return null;
  }
}

type Make = (at: number, action: CallAction, actor: Actor | undefined, payload?: CallPayload) => Step | null;

function underWay(call: Call, mediator: Actor | undefined, step: Make, later: (what: string, low: number, high: number) => number): Step | null {
  const last = call.mediations.at(-1);
  const isAgreed = chance(call.id, 'agreed') < AGREED_SHARE;
  const words = pickAt(isAgreed ? AGREED : FAILED, chance(call.id, 'words'));
  if (!last || last.result === 'adjourned') return step(later('mediate', 240, 1_300), 'mediate', mediator, { mediation: isAgreed ? 'agreed' : 'failed', words });
  return step(last.at + 60_000 * (10 + Math.floor(50 * chance(call.id, 'end'))), 'finish', mediator, { words: last.words, isSolved: last.result === 'agreed' });
}

/** The village that could not settle it calls the township. What the township could not settle the room takes to the county, where that may be called. */
function nextTier(call: Call, item: Case, town: Town, at: number): Step | null {
  if (call.to !== 'village' || item.state !== 'handling') return null;
  const head = call.toUnitId ? town.cast.department(call.toUnitId) : undefined;
  const attempts = [...call.attempts, ...failedBefore([call])];
  return head ? { at, call: { kind: 'draft', actor: head, draft: { ...draftBase(item, '村里调解不成，请镇里组织调解'), attempts, toUnitId: null } } } : null;
}
