import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@wangge/shared/base';
import { addWorkMs, type LimitClock, type WorkCalendar } from '@wangge/shared/calendar';
import type { Actor } from '@wangge/shared/access';
import { approvalPath, type Case, type CasePayload } from '@wangge/shared/case';
import type { ResponsibilityItem } from '@wangge/shared/district';
import { demoPhoto } from '../photos/index.ts';
import { chance, pickAt } from './chance.ts';
import { chargeable } from './choose-handler.ts';
import { contactStep, sooner } from './contact-step.ts';
import { fateOf } from './fate.ts';
import { afterAwake, whenAwake } from './rhythm.ts';
import { OFFICE, STREET, act, isRushed, takes, type Step } from './step.ts';
import type { Town } from './town.ts';

/** Limits longer than this are not missed. */
const LATE_WITHIN_MS = 10 * DAY_MS;
/** By how many minutes of work what is late is late, and what is forgotten. */
const OVER_MIN: readonly [number, number] = [60, 2_700];
const FORGOTTEN_MIN: readonly [number, number] = [2_400, 7_200];

const DONE = ['已联系诉求人并答复，对方表示认可', '已组织调解，双方达成一致', '已整改到位，附现场照片', '已核查并出具处理意见', '已办结并告知诉求人'] as const;
const EXTENSIONS = ['需等待材料到货', '当事人外出，约定下周处理', '需多部门会商'] as const;
const SUSPENSIONS = ['需待天气转晴后施工', '待上级部门批复', '当事人在外地，约定返程后处理'] as const;

/** The instant at which a running limit is used up to a share. */
export function instantAtShare(calendar: WorkCalendar, clock: LimitClock, share: number): number {
  const since = clock.runningSince ?? clock.startedAt;
  const left = clock.totalMs * share - clock.usedMs;
  if (left <= 0) return since;
  return clock.basis === 'work' ? addWorkMs(calendar, since, left) : since + left;
}

/** What the department that leads does next: sign, ask for what it needs, report back. What the county has in hand by a call it asks nothing for. */
export function departmentStep(item: Case, town: Town): Step | null {
  const isCounty = item.countyCall !== null;
  const at = item.state === 'dispatched' ? signsAt(item, town) : item.stateSince;
  const actor = item.leadDepartmentId ? town.cast.department(item.leadDepartmentId) : undefined;
  if (!actor) return null;
  const contact = contactStep(item, town, actor);
  if (item.state === 'dispatched') return sooner(contact, act(at, 'sign', actor));
  return sooner(contact, (isCounty ? null : requestStep(item, town, actor)) ?? reportBack(item, town, actor));
}

function signsAt(item: Case, town: Town): number {
  if (isRushed(item)) return item.stateSince + takes(item, 'sign', 3, item.urgency === 'critical' ? 12 : 26);
  return whenAwake(town.context(0).calendar, item.stateSince + takes(item, 'sign', 6, 80), OFFICE, chance(item.id, 'sign-awake'));
}

function requestStep(item: Case, town: Town, actor: Actor): Step | null {
  const fate = fateOf(item);
  const { calendar, typeOf } = town.context(0);
  const type = typeOf(item.typeCode);
  if (fate.isReturned && item.returnCount === 0) {
    const at = item.stateSince + takes(item, 'return', 15, 90);
    const cited = town.itemOf(item, at);
    const choices = chargeable(item, town);
    if (cited && choices.length > 1) return act(at, 'request-return', actor, returnOf(item, cited, choices[0] !== item.leadDepartmentId));
  }
  if (fate.isSuspended && item.suspensionCount === 0 && type?.canSuspend && item.extensionCount === 0) {
    const at = whenAwake(calendar, item.stateSince + takes(item, 'suspend', 60, 500), OFFICE, chance(item.id, 'suspend-awake'));
    const until = startOfDay(at) + (3 + Math.floor(chance(item.id, 'days') * 9)) * DAY_MS + 9 * HOUR_MS;
    return act(at, 'request-suspension', actor, { reason: pickAt(SUSPENSIONS, chance(item.id, 'why')), until });
  }
  const mayExtend = item.urgency !== 'critical' && item.extensionCount < (type?.maxExtensions ?? 0);
  if (fate.isExtended && mayExtend && item.suspensionCount === 0) {
    const at = whenAwake(calendar, Math.max(item.stateSince, instantAtShare(calendar, item.clock, 0.72)) + takes(item, 'extend', 5, 60), OFFICE, chance(item.id, 'extend-awake'));
    const until = startOfDay(Math.max(at, item.clock.dueAt)) + (2 + Math.floor(chance(item.id, 'days') * 4)) * DAY_MS + 17 * HOUR_MS;
    const { needsForm } = approvalPath(item, 'extension', { until }, town.context(at));
    return act(at, 'request-extension', actor, { reason: pickAt(EXTENSIONS, chance(item.id, 'why')), until, ...(needsForm ? { formPhotos: [demoPhoto(item.id, 'form')] } : {}) });
  }
  return null;
}

/** 退件 cites the item of the list that says whose it is: sent wrongly, or right by the list and other than it seemed. */
function returnOf(item: Case, { no, name, townDepartment, leadDepartment, basis }: ResponsibilityItem, isSentWrongly: boolean): CasePayload {
  const cited = { itemCode: no, basis };
  if (isSentWrongly) return { ...cited, ground: 'misdispatched', reason: `按清单 ${no}“${name}”应由${townDepartment || leadDepartment}承办，不属本单位职责` };
  return { ...cited, ground: 'facts-differ', reason: `经核对，实际情况与交办内容不符，对照清单 ${no}“${name}”须由其他单位牵头，附情况说明`, formPhotos: [demoPhoto(item.id, 'form')] };
}

function reportBack(item: Case, town: Town, actor: Actor): Step {
  return act(doneAt(item, town), 'report-back', actor, { note: pickAt(DONE, chance(item.id, 'done')), photos: [demoPhoto(item.id, 'after')] });
}

function overMin(item: Case): readonly [number, number] {
  return fateOf(item).isForgotten ? FORGOTTEN_MIN : OVER_MIN;
}

function doneAt(item: Case, town: Town): number {
  const { calendar } = town.context(0);
  const waking = isRushed(item) ? STREET : OFFICE;
  const soonest = item.stateSince + takes(item, 'least', 12, 55);
  if (item.reworkCount > 0) return whenAwake(calendar, item.stateSince + takes(item, 'rework', 60, 400), waking, chance(item.id, 'rework-awake'));
  const leftMs = item.clock.dueAt - item.stateSince;
  const isLate = fateOf(item).isLate && leftMs > 0 && leftMs < LATE_WITHIN_MS && item.extensionCount === 0;
  if (isLate) return afterAwake(calendar, Math.max(item.clock.dueAt, soonest), takes(item, 'over', ...overMin(item)), waking);
  const pace = chance(item.id, 'pace');
  const share = pace < 0.68 ? 0.82 + 0.15 * chance(item.id, 'share') : 0.08 + 0.62 * chance(item.id, 'share');
  const within = item.stateSince + Math.round((0.8 + 11 * chance(item.id, 'days')) * DAY_MS);
  const target = Math.max(soonest, Math.min(instantAtShare(calendar, item.clock, share), within));
  return whenAwake(calendar, target, waking, chance(item.id, 'done-awake')) + MINUTE_MS;
}
