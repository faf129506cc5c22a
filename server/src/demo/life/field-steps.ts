import { HOUR_MS, MINUTE_MS, SECOND_MS, localParts } from '@wangge/shared/base';
import type { Actor } from '@wangge/shared/access';
import type { Case, DispatchOrder } from '@wangge/shared/case';
import { demoPhoto } from '../photos/index.ts';
import { chance, pickAt } from './chance.ts';
import { contactStep, sooner } from './contact-step.ts';
import { fateOf } from './fate.ts';
import { afterAwake, whenAwake } from './rhythm.ts';
import { ALWAYS, STREET, act, isRushed, lookAt, takes, type Step } from './step.ts';
import type { Town } from './town.ts';

/** How often the demo looks whether a team that somebody was signed in for is its own again. */
const MANNED_LOOK_MS = 20 * SECOND_MS;
/** Due times farther away than this are never missed by a team on site. */
const LATE_WITHIN_MS = 8 * HOUR_MS;
/** A team that means to be in time needs no more than this share of what is left of the limit. */
const JUST_IN_TIME = 0.93;
/** What does not press is made short work of between these hours. */
const EVENING_FROM_HOUR = 20;
const EVENING_TO_HOUR = 7;

const DONE = ['现场已处置完毕，问题已消除', '已劝离并恢复秩序，当事人承诺整改', '已清理到位，现场恢复整洁', '已排除隐患，现场留有前后照片', '已协调处置，当事人无异议'] as const;

function seconds(item: Case, what: string, low: number, high: number): number {
  return Math.round((low + (high - low) * chance(item.id, what, item.order?.sentAt ?? 0)) * SECOND_MS);
}

/** What the team that has the order does next: take notice, sign, ring the reporter, set out, arrive, work, report back. */
export function squadStep(item: Case, order: DispatchOrder, town: Town, now: number): Step {
  if (town.movement.isManned(order.teamId)) return { at: now + MANNED_LOOK_MS };
  const actor = town.cast.squad(order.teamId, item.id);
  return sooner(contactStep(item, town, actor), orderStep(item, order, town, now, actor));
}

function orderStep(item: Case, order: DispatchOrder, town: Town, now: number, actor: Actor): Step {
  if (item.state === 'dispatched') {
    if (order.deliveredAt === null) return act(order.sentAt + seconds(item, 'deliver', 1, 3), 'deliver', actor);
    if (order.seenAt === null) return act(order.sentAt + seconds(item, 'see', 4, 7), 'see', actor);
    return act(order.sentAt + seconds(item, 'sign', 8, chance(item.id, 'slow-sign') < 0.25 ? 140 : 25), 'sign', actor);
  }
  if (order.departedAt === null && item.reworkCount === 0) {
    const ready = Math.max(order.signedAt ?? order.sentAt, item.stateSince) + seconds(item, 'depart', 6, 45);
    if (now < ready) return { at: ready };
    return town.isFirstInLine(item, order) ? act(now, 'depart', actor) : { at: lookAt(now + 1) };
  }
  if (order.arrivedAt === null && item.reworkCount === 0) {
    const at = town.movement.arrivesAt(item, order, now);
    return at === null ? { at: now + 2 * SECOND_MS } : act(at, 'arrive', actor, { lngLat: item.lngLat, accuracyM: 10 });
  }
  return act(doneAt(item, order, town), 'report-back', actor, { note: pickAt(DONE, chance(item.id, 'done')), photos: [demoPhoto(item.id, 'after')] });
}

function doneAt(item: Case, order: DispatchOrder, town: Town): number {
  const { calendar } = town.context(0);
  const since = Math.max(order.arrivedAt ?? 0, item.stateSince);
  if (item.reworkCount > 0) return whenAwake(calendar, since + takes(item, 'rework', 30, 150), STREET, chance(item.id, 'rework-awake'));
  const { hour } = localParts(since);
  const isEvening = !isRushed(item) && (hour >= EVENING_FROM_HOUR || hour < EVENING_TO_HOUR);
  const worksMs = item.urgency === 'critical' ? takes(item, 'work', 45, 210) : takes(item, 'work', isEvening ? 10 : 24, isEvening ? 35 : 190);
  const isLate = fateOf(item).isLate && item.clock.dueAt > since && item.clock.dueAt - since < LATE_WITHIN_MS;
  if (!isLate) return item.clock.dueAt > since ? Math.min(since + worksMs, since + (item.clock.dueAt - since) * JUST_IN_TIME) : since + worksMs;
  return afterAwake(calendar, item.clock.dueAt, takes(item, 'over', 12, 200), isRushed(item) ? ALWAYS : STREET) + MINUTE_MS;
}
