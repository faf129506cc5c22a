import type { Actor } from '@wangge/shared/access';
import { MINUTE_MS } from '@wangge/shared/base';
import { addWorkMs, type LimitClock, type WorkCalendar } from '@wangge/shared/calendar';
import type { Case } from '@wangge/shared/case';
import type { Oversight, OversightAction } from '@wangge/shared/oversight';
import { chance, delayMs, pickAt } from './chance.ts';
import { whenAwake } from './rhythm.ts';
import { OFFICE, ROOM } from './step.ts';
import type { Town } from './town.ts';

/** What somebody does next with an order of supervision, and when. */
export interface OrderStep {
  readonly at: number;
  readonly action: OversightAction;
  readonly actor: Actor;
  readonly text: string;
}

const REPLIES = [
  '超期原因：前期联系诉求人未果，今日已取得联系，明日办结', '已调整人手专人跟办，今日内办结并上传照片', '前期人手不足，已增派两人，今日内办结', '主要工作已完成，正在补齐材料，待核查',
  '已向诉求人说明情况并约定时间，明日上午办结', '涉及职责交叉，已会同村委当面确认分工，按期办结',
] as const;
const REJECTIONS = ['未说明超期原因，请补充后重新回复', '未附现场照片，请补充'] as const;
const STRIKES = ['情况属实，予以销号', '已核实办理到位，同意销号'] as const;

function instantAtShare(calendar: WorkCalendar, clock: LimitClock, share: number): number {
  return clock.basis === 'work' ? addWorkMs(calendar, clock.startedAt, clock.totalMs * share) : clock.startedAt + clock.totalMs * share;
}

function answering({ addressee: { post, departmentId } }: Oversight, town: Town, at: number): Actor | undefined {
  if (post === 'county') return town.cast.onShift('county-centre', at);
  if (post === 'deputy' || post === 'town') return town.cast.onShift('centre-deputy', at);
  return post === 'room' || departmentId === null ? town.cast.onShift('dispatcher', at) : town.cast.department(departmentId);
}

/** Departments answer mostly within the limit, some late, a few not at all. */
function replyStep(order: Oversight, town: Town): OrderStep | null {
  const share = chance(order.id, 'reply', order.rejectCount);
  if (order.replyClock === null || share > 0.95) return null;
  const { calendar } = town.context(0);
  const used = share < 0.82 ? 0.15 + 0.7 * chance(order.id, 'share', order.rejectCount) : 1.05 + 0.6 * chance(order.id, 'share', order.rejectCount);
  const at = whenAwake(calendar, instantAtShare(calendar, order.replyClock, used), OFFICE, chance(order.id, 'awake'));
  const actor = answering(order, town, at);
  return actor ? { at, action: 'reply', actor, text: pickAt(REPLIES, chance(order.id, 'words', order.rejectCount)) } : null;
}

/** The inspector looks at the reply; an order is struck off once the work is handed in. */
function strikeStep(order: Oversight, item: Case, town: Town): OrderStep | null {
  if (order.reply === null) return null;
  const isRejected = order.rejectCount === 0 && chance(order.id, 'reject') < 0.12;
  if (!isRejected && item.clock.standing === 'running') return null;
  const { calendar } = town.context(0);
  const from = isRejected ? order.reply.at : Math.max(order.reply.at, item.stateSince);
  const at = whenAwake(calendar, from + delayMs(25 * MINUTE_MS, 260 * MINUTE_MS, chance(order.id, 'look')), ROOM, chance(order.id, 'look-awake'));
  const role = order.signer.role === 'commander' || order.signer.role === 'county-centre' ? order.signer.role : 'inspector';
  const actor = town.cast.onShift(role, at);
  return isRejected
    ? { at, action: 'reject-reply', actor, text: pickAt(REJECTIONS, chance(order.id, 'why')) }
    : { at, action: 'strike-off', actor, text: pickAt(STRIKES, chance(order.id, 'why')) };
}

/** What happens next to an order by the demo's people: the same for the same order, case and town; null while nothing does. */
export function orderStep(order: Oversight, item: Case, town: Town): OrderStep | null {
  switch (order.state) {
    case 'open': return replyStep(order, town);
    case 'replied': return order.signer.personId === null ? strikeStep(order, item, town) : null;
    default: return null;
  }
}
