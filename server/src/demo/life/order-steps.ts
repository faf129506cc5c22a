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
  '已约当事人双方到场调解，明日上午再次见面', '因材料未到货延误，今日已到货，明日完工', '前期人手不足，已增派两人，今日内办结', '现场已处置完毕，照片已上传，待核查',
  '当事人外出未能联系，已通过村委转达并约定时间', '涉及权属未明确，已会同村委现场确认，按期办结',
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
