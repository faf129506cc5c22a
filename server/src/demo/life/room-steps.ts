import { DAY_MS, HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { SYSTEM } from './cast.ts';
import { chance, pickAt } from './chance.ts';
import { countyDraft } from './call-steps.ts';
import { villageCall } from './climb-steps.ts';
import { chooseDepartment, chooseTeam, isVillages } from './choose-handler.ts';
import { fateOf } from './fate.ts';
import { isFieldMatter } from './matters.ts';
import { whenAwake } from './rhythm.ts';
import { ROOM, STREET, act, isRushed, lookAt, takes, type Step } from './step.ts';
import type { Town } from './town.ts';

/** Cases left to wait for dispatch, so that whoever sits at a desk finds work. */
const RESERVE = 4;
/** While fewer teams than this are out on a case, one is sent without waiting. */
const LEAST_BUSY = 4;
/** How long a dispatcher waits for a free team before sending a busy one. */
const PATIENCE_MS = 24 * MINUTE_MS;
/** Of the returns asked for, those without a ground. */
const TURNED_DOWN_SHARE = 0.35;

const REFUSALS = ['经核属同一诉求已办结，不再重复受理', '位置不在本镇辖区，已告知诉求人向属地反映', '属依法应当通过诉讼解决的事项，已告知途径', '描述不清且无法联系诉求人'] as const;
const VOIDS = ['与诉求人核对，问题已自行消除', '系重复录入', '类型录入错误，已另行登记'] as const;

/** Milliseconds by which something is forgotten, between two bounds in minutes; nothing for all but a share. */
function slip(item: Case, what: string, share: number, [low, high]: readonly [number, number]): number {
  return chance(item.id, what, 'slips') < share ? takes(item, `${what}-slip`, low, high) : 0;
}

/** When the room turns to a case that came to its present state: at once when it presses, else when it can be expected to. */
export function turnsTo(item: Case, town: Town, what: string, [low, high]: readonly [number, number]): number {
  const awake = isRushed(item) ? item.stateSince : whenAwake(town.context(0).calendar, item.stateSince, ROOM, chance(item.id, what, 'awake'));
  return awake + takes(item, what, isRushed(item) ? 0.4 : low, isRushed(item) ? 2.5 : high);
}

export function whenReported(item: Case, town: Town, now: number): Step {
  const fate = fateOf(item);
  const at = turnsTo(item, town, 'intake', [1, 11]) + (fate.isUnfounded ? slip(item, 'send-verify', 0.06, [14, 40]) : 0);
  const intake = town.cast.onShift('intake', at);
  const parent = now >= at ? town.parentOf(item) : undefined;
  if (parent) return act(at, 'merge', intake, { parentCaseId: parent.id });
  if (fate.isRefused) return act(at, 'refuse', intake, { reason: pickAt(REFUSALS, chance(item.id, 'why')), answerHow: 'phone' });
  const worker = town.cast.gridWorker(item.gridCode);
  if (fate.isUnfounded && worker && town.context(at).mayAsk(worker.id, 'verify', item.typeCode)) return act(at, 'verify-report', intake, { personId: worker.id });
  return act(at, 'accept', intake, { typeCode: item.typeCode, level: item.level, gridCode: item.gridCode });
}

export function whenVerifying(item: Case, town: Town): Step {
  const at = turnsTo(item, town, 'verify', [25, 110]) + slip(item, 'verify', 0.08, [60, 200]);
  return act(at, 'deny-report', town.cast.onShift('intake', at), { reason: '网格员现场核实，未发现所反映的问题', answerHow: 'phone' });
}

export function whenSelfHandled(item: Case, town: Town): Step {
  const at = turnsTo(item, town, 'audit', item.isAuditSample ? [120, 900] : [15, 260]);
  const intake = town.cast.onShift('intake', at);
  return chance(item.id, 'audit-fails') < 0.02
    ? act(at, 'reject-self-handled', intake, { reason: '处置前后照片位置不一致' }) : act(at, 'approve-self-handled', intake, item.isAuditSample ? { note: '抽查核对处置前后照片，属实' } : {});
}

export function whenAccepted(item: Case, town: Town): Step {
  const at = turnsTo(item, town, 'file', [1, 8]) + (isRushed(item) ? 0 : slip(item, 'file', 0.015, [15, 45]));
  return act(at, 'file', town.cast.onShift('duty-chief', at));
}

export function whenFiled(item: Case, town: Town, now: number): Step {
  const fate = fateOf(item);
  const readyAt = isRushed(item) ? item.stateSince : whenAwake(town.context(0).calendar, item.stateSince, STREET, chance(item.id, 'dispatch', 'awake'));
  const at = readyAt + takes(item, 'dispatch', isRushed(item) ? 0.5 : 4, isRushed(item) ? 2.5 : 17) + (isRushed(item) ? 0 : slip(item, 'dispatch', 0.015, [125, 260]));
  if (fate.isVoid) return act(at, 'request-void', town.cast.onShift('dispatcher', at), { reason: pickAt(VOIDS, chance(item.id, 'why')) });
  const draft = fate.callsCounty && !town.callOf(item.id) ? countyDraft(item, town, at) : null;
  if (draft) return { at, call: { kind: 'draft', actor: town.cast.onShift('duty-chief', at), draft } };
  const village = villageCall(item, town, at);
  if (village) return village;
  const dispatcher = town.cast.onShift('dispatcher', at);
  if (isRushed(item)) return assignment(item, town, at, dispatcher);
  const looks = Math.max(lookAt(at), lookAt(now));
  if (now !== looks) return { at: looks };
  const team = needsTeam(item) ? chooseTeam(item, town, now) : undefined;
  const isWanted = team !== undefined && town.busyTeams < LEAST_BUSY && town.filedWaiting > 1;
  if (!isWanted && town.filedWaiting <= RESERVE && now < readyAt + reserveMs(item.clock.dueAt - readyAt)) return { at: lookAt(now + 1) };
  if (team && town.loadOf(team.id) > 0 && now < readyAt + PATIENCE_MS) return { at: lookAt(now + 1) };
  return assignment(item, town, now, dispatcher);
}

/** How long a case can be left to wait when `leftMs` are left of its limit. */
function reserveMs(leftMs: number): number {
  if (leftMs < 5 * HOUR_MS) return 18 * MINUTE_MS;
  return (leftMs < 2 * DAY_MS ? 50 : 110) * MINUTE_MS;
}

function needsTeam(item: Case): boolean {
  return isFieldMatter(item.typeCode) && !isVillages(item);
}

function assignment(item: Case, town: Town, at: number, dispatcher: ReturnType<Town['cast']['onShift']>): Step {
  const team = needsTeam(item) && item.returnCount === 0 ? chooseTeam(item, town, at) : undefined;
  if (!team) return act(at, 'assign-department', dispatcher, { departmentId: chooseDepartment(item, town) });
  const way = town.movement.wayTo(team, item.lngLat, at);
  return act(at, 'dispatch', dispatcher, {
    teamId: team.id, etaAt: at + way.durationMs, distanceM: Math.round(way.distanceM), ...(way.route ? { route: way.route } : {}),
  });
}

/** A dispatcher's first look, then whoever decides, most within the hour: all are granted but some returns without a ground. */
export function whenAsked(item: Case, town: Town): Step | null {
  const { application } = item;
  if (!application) return null;
  const { path, review, until } = application;
  const at = turnsTo(item, town, item.state, [8, 75]);
  if (path.needsReview && !review) return act(at, 'review-application', town.cast.onShift('dispatcher', at), { isSupported: true, note: '经核情况属实，建议同意' });
  const decidedAt = review ? review.at + takes(item, 'decide', 4, 40) : at;
  const approver = town.cast.onShift(path.approver as 'duty-chief' | 'centre-deputy' | 'commander', decidedAt);
  const due = until === null ? {} : { until };
  switch (item.state) {
    case 'return-requested': if (chance(item.id, 'turned-down', item.stateSince) < TURNED_DOWN_SHARE) return act(decidedAt, 'reject-return', approver, { note: '经核属本单位职责，请继续办理' });
      return act(decidedAt, 'approve-return', approver, { note: '情况属实，同意回退，重新派遣' });
    case 'extension-requested': return act(decidedAt, 'approve-extension', approver, { note: '同意延期', ...due });
    case 'void-requested': return act(decidedAt, 'approve-void', approver, { note: '同意作废' });
    default: return act(decidedAt, 'approve-suspension', approver, { note: '同意挂账，到期自动恢复', ...due });
  }
}

/** A suspension ends by itself on its day. */
export function whenSuspended(item: Case): Step {
  return act((item.suspendedUntil ?? item.stateSince) + MINUTE_MS, 'resume', SYSTEM, { note: '挂账到期，自动恢复' });
}
