import { can, isInArea, type Actor, type ActorRole } from '@wangge/shared/access';
import { startOfMonth } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import { RUNGS, allowedOversight, isAddressed, isUnfinished, type Oversight, type OversightBoard, type OversightBoardRow, type OversightState, type Remark, type Rung } from '@wangge/shared/oversight';
import { maskText } from '../cases/mask.api.ts';

export interface OversightFilter {
  readonly open?: boolean | undefined;
  readonly state?: OversightState | undefined;
  readonly rung?: Rung | undefined;
  readonly department?: string | undefined;
  readonly area?: string | undefined;
  readonly q?: string | undefined;
}

/** How many of the oldest a board shows. */
const OLDEST = 12;

/** Who sees only the orders that go to them: the field, and departments of the county, whose area is the whole county. */
const SEES_OWN: readonly ActorRole[] = ['squad', 'grid-worker', 'county-department'];

/** Whether an actor sees an order: in their area, and some roles only what goes to them. */
export function maySeeOrder(actor: Actor, order: Oversight): boolean {
  if (!isInArea(order.areaCode, actor.areaCode)) return false;
  return !SEES_OWN.includes(actor.role) || isAddressed(order.addressee, actor);
}

/** The orders that pass a filter: unfinished before finished, the heavier rung first, then the older. */
export function filterOrders(all: Iterable<Oversight>, { open, state, rung, department, area, q }: OversightFilter): Oversight[] {
  const words = q?.trim().toLowerCase();
  const passes = (order: Oversight): boolean =>
    (open === undefined || isUnfinished(order) === open) && (!state || order.state === state) && (!rung || order.rung === rung)
    && (!department || order.addressee.departmentId === department) && (!area || isInArea(order.areaCode, area))
    && (!words || [order.no, order.caseNo, order.matter].some((text) => text.toLowerCase().includes(words)));
  const rank = (order: Oversight): number => (isUnfinished(order) ? 0 : 10) - RUNGS.indexOf(order.rung);
  return [...all].filter(passes).sort((a, b) => rank(a) - rank(b) || (isUnfinished(a) ? a.openedAt - b.openedAt : b.openedAt - a.openedAt));
}

function masked(remark: Remark | null): Remark | null {
  return remark && { ...remark, text: maskText(remark.text) };
}

/** The order as one reader may see it: numbers of persons in free text masked unless the role may see them. */
export function shownTo(actor: Actor, order: Oversight): Oversight {
  if (can(actor.role, 'case.view-personal')) return order;
  return { ...order, requirement: maskText(order.requirement), reply: masked(order.reply), rejection: masked(order.rejection), struckOff: masked(order.struckOff), lifted: masked(order.lifted) };
}

/** When the case of an order is due; null once it has ended. */
export function caseDueAt(item: Case | undefined): number | null {
  return item && isOpenState(item.state) ? item.clock.dueAt : null;
}

/** Who reads, what of, and when. */
export interface OversightGround {
  readonly all: Iterable<Oversight>;
  readonly actor: Actor;
  readonly now: number;
  caseOf(order: Oversight): Case | undefined;
}

/** The orders behind each number of the board: the numbers are their counts, their sheets list them. */
export interface OrderSets {
  readonly unfinished: readonly Oversight[];
  readonly byRung: Readonly<Record<Rung, readonly Oversight[]>>;
  readonly lateReplies: readonly Oversight[];
  readonly opened: readonly Oversight[];
  readonly replied: readonly Oversight[];
  readonly repliedOnTime: readonly Oversight[];
  readonly struckOff: readonly Oversight[];
}

/** Whether an order counts for a reader. Secret cases (保密件) are not on the wall. */
export function isOrderShown(order: Oversight, { actor, caseOf }: Pick<OversightGround, 'actor' | 'caseOf'>): boolean {
  return maySeeOrder(actor, order) && !(actor.role === 'wall' && caseOf(order)?.reporter.isSecret);
}

/** Sorts what a reader may see into the numbers of the board, the oldest in front. */
export function orderSets(ground: OversightGround): OrderSets {
  const { all, now } = ground;
  const orders = [...all].filter((order) => isOrderShown(order, ground)).sort((a, b) => a.openedAt - b.openedAt);
  const unfinished = orders.filter(isUnfinished);
  const since = startOfMonth(now);
  const replied = orders.filter(({ reply }) => reply !== null && reply.at >= since);
  return {
    unfinished, byRung: Object.fromEntries(RUNGS.map((rung) => [rung, unfinished.filter((order) => order.rung === rung)])) as Record<Rung, Oversight[]>,
    lateReplies: unfinished.filter(({ state, replyClock }) => state === 'open' && replyClock !== null && replyClock.dueAt < now),
    opened: orders.filter(({ rung, state, openedAt }) => rung !== 'urge' && state !== 'draft' && openedAt >= since),
    replied, repliedOnTime: replied.filter(({ reply, replyClock }) => replyClock !== null && reply !== null && reply.at <= replyClock.dueAt),
    struckOff: orders.filter(({ struckOff }) => struckOff !== null && struckOff.at >= since),
  };
}

/** 督办 for one reader: what is open by rung, what the month brought, the oldest. */
export function readBoard(ground: OversightGround, isLadderConfirmed: boolean): OversightBoard {
  const { actor, caseOf } = ground;
  const { unfinished, byRung, lateReplies, opened, replied, repliedOnTime, struckOff } = orderSets(ground);
  const byAge = unfinished.toSorted((a, b) => Number(a.rung === 'urge') - Number(b.rung === 'urge') || a.openedAt - b.openedAt);
  return {
    waiting: unfinished.filter((order) => allowedOversight(order, actor).some((action) => action !== 'lift')).length,
    unfinished: Object.fromEntries(RUNGS.map((rung) => [rung, byRung[rung].length])) as Record<Rung, number>,
    lateReplies: lateReplies.length,
    month: { opened: opened.length, replied: replied.length, repliedOnTime: repliedOnTime.length, struckOff: struckOff.length },
    oldest: heaviestOfEach(byAge).slice(0, OLDEST).map((order) => boardRow(order, caseOf(order))),
    isLadderConfirmed,
  };
}

/** Of each case the order of the heaviest rung, where its oldest one stood: a case that climbed is named once. */
function heaviestOfEach(orders: readonly Oversight[]): Oversight[] {
  const heaviest = new Map<string, Oversight>();
  for (const order of orders) {
    const known = heaviest.get(order.caseId);
    if (!known || RUNGS.indexOf(order.rung) > RUNGS.indexOf(known.rung)) heaviest.set(order.caseId, order);
  }
  return [...heaviest.values()];
}

function boardRow(order: Oversight, item: Case | undefined): OversightBoardRow {
  const { id, no, rung, state, matter, areaCode, addressee, openedAt, replyClock } = order;
  return {
    id, no, rung, state, matter, villageCode: areaCode, post: addressee.post, departmentId: addressee.departmentId, openedAt,
    replyDueAt: state === 'open' ? replyClock?.dueAt ?? null : null, caseDueAt: caseDueAt(item),
  };
}
