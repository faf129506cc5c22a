import { DAY_MS, HOUR_MS, asId, startOfDay, type PersonId } from '@wangge/shared/base';
import type { Actor } from '@wangge/shared/access';
import { isReopenAsked, isUnanswered, type Case, type CasePayload } from '@wangge/shared/case';
import { demoPhoto } from '../photos/index.ts';
import { SYSTEM, actorOf } from './cast.ts';
import { chance } from './chance.ts';
import { fateOf } from './fate.ts';
import { whenAwake } from './rhythm.ts';
import { turnsTo } from './room-steps.ts';
import { ALWAYS, OFFICE, STREET, act, takes, type Step } from './step.ts';
import type { Town } from './town.ts';

/** 核查、结案: seldom at once, often on the next day; an inspector goes where grid workers may not be asked (准入清单). */
export function whenHandled(item: Case, town: Town): Step {
  const worker = town.cast.gridWorker(item.gridCode);
  const at = turnsTo(item, town, 'send-check', [10, 300]);
  const isAsked = worker !== undefined && town.context(at).mayAsk(worker.id, 'check', item.typeCode);
  return act(at, 'send-check', town.cast.onShift('intake', at), { personId: isAsked ? worker.id : asId<PersonId>(town.cast.onShift('inspector', at).id) });
}

export function whenChecking(item: Case, town: Town, now: number): Step | null {
  const { calendar } = town.context(0);
  const walks = whenAwake(calendar, item.stateSince + takes(item, 'check', 20, chance(item.id, 'slow-check') < 0.7 ? 3_000 : 400), STREET, chance(item.id, 'check-awake'));
  const { checkResult } = item;
  if (checkResult && !checkResult.isPassed) {
    const at = checkResult.at + takes(item, 'send-again', 4, 25);
    return act(at, 'fail-check', town.cast.onShift('intake', at), { reason: '现场复查发现问题未彻底解决，请返工' });
  }
  const checker = checkerOf(item, town, walks);
  const seen: CasePayload = { lngLat: item.lngLat, accuracyM: 10, fixAt: Math.ceil(Math.max(walks, now)) };
  if (fateOf(item).needsRework && item.reworkCount === 0) {
    return act(walks, 'report-failed-check', checker, { ...seen, reason: '现场复查，问题仍在', photos: [demoPhoto(item.id, 'before')] });
  }
  return act(walks, 'pass-check', checker, { ...seen, note: checker.role === 'inspector' ? '督查员抽查，已解决' : '现场核查，已解决', photos: [demoPhoto(item.id, 'after')] });
}

/** The grid worker who was asked, unless their unit handled the case: then an inspector goes. */
function checkerOf(item: Case, town: Town, at: number): Actor {
  const worker = town.cast.gridWorker(item.gridCode);
  const isTheirs = worker !== undefined && item.checkerId === worker.id && ![worker.id, worker.departmentId].some((id) => id !== null && item.handledBy.includes(id));
  return isTheirs ? actorOf(worker, 'grid-worker') : town.cast.onShift('inspector', at);
}

export function whenChecked(item: Case, town: Town): Step {
  const at = turnsTo(item, town, 'close', [8, 300]);
  return act(at, 'close', town.cast.onShift('duty-chief', at));
}

/** 事事有回音: everybody who reported is told what became of it, one after the other. Null when nobody waits. */
export function whenOwingAnswer(item: Case, town: Town): Step | null {
  const waits = item.receipts.filter(isUnanswered);
  const [next] = waits;
  if (!next) return null;
  const done = item.receipts.length - waits.length;
  const at = turnsTo(item, town, 'answer', [12, 240]) + done * takes(item, 'next-answer', 2, 9);
  const note = item.state === 'voided' ? '已告知所反映问题不再办理及原因' : '已告知办理结果';
  return act(at, 'answer-reporter', town.cast.onShift('intake', at), { reportCaseId: next.caseId, answerHow: chance(next.caseId, 'how') < 0.7 ? 'phone' : 'message', note });
}

export function whenClosed(item: Case, town: Town): Step | null {
  const owing = whenOwingAnswer(item, town);
  if (owing || !fateOf(item).isEvaluated) return owing;
  const at = whenAwake(town.context(0).calendar, item.stateSince + takes(item, 'visit', 60, 2_400), OFFICE, chance(item.id, 'visit-awake'));
  const mark = chance(item.id, 'mark');
  const satisfaction = mark < 0.62 ? 5 : mark < 0.9 ? 4 : mark < 0.96 ? 3 : mark < 0.985 ? 2 : 1;
  return act(at, 'evaluate', town.cast.onShift('inspector', at), { satisfaction, isResolved: mark < 0.985 && chance(item.id, 'resolved') < 0.95, note: '电话回访' });
}

/** Nothing while somebody waits to hear whether it is opened again: that is for whoever tries the demo to decide. */
export function whenEvaluated(item: Case, town: Town): Step | null {
  if (isReopenAsked(item)) return null;
  const at = startOfDay(item.stateSince) + DAY_MS + 2 * HOUR_MS + takes(item, 'archive', 0, 30);
  return act(whenAwake(town.context(0).calendar, at, ALWAYS, 0), 'archive', SYSTEM);
}
