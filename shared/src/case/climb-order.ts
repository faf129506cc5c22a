import type { Actor } from '../access/index.ts';
import type { CaseEvent } from './case-events.ts';
import type { Case, DispatchOrder } from './case.ts';
import type { OrderLadder } from './order-ladder.ts';

/** The ladder of an order, also of one that has not begun to climb. */
export function ladderOf({ ladder, sentAt }: Pick<DispatchOrder, 'ladder' | 'sentAt'>): OrderLadder {
  return ladder ?? { since: sentAt, remindedAt: null, nextAt: null, nextTeamId: null, deskAt: null, passedFrom: [] };
}

/** 催签, 待转下一顺位, 已报指挥台: the highest rung that an unsigned order has reached; null before the first and once it is signed. */
export type ReachedRung = 'reminded' | 'next' | 'desk';

export function reachedRung({ state, order }: { readonly state: Case['state']; readonly order: Pick<DispatchOrder, 'ladder' | 'signedAt'> | null }): ReachedRung | null {
  if (state !== 'dispatched' || !order?.ladder || order.signedAt !== null) return null;
  const { remindedAt, nextAt, deskAt } = order.ladder;
  if (deskAt !== null) return 'desk';
  if (nextAt !== null) return 'next';
  return remindedAt === null ? null : 'reminded';
}

/** Whether the order left this actor's team because it had not signed: nothing of it is theirs any more. */
export function hasLostOrder({ order }: Pick<Case, 'order'>, { role, unitId }: Pick<Actor, 'role' | 'unitId'>): boolean {
  if (role !== 'squad' || order === null || order.teamId === unitId) return false;
  return ladderOf(order).passedFrom.some(({ teamId }) => teamId === unitId);
}

/** The rung that an event brings an order to. */
export function climbed(order: DispatchOrder, { type, at, payload }: CaseEvent): DispatchOrder {
  const ladder = ladderOf(order);
  switch (type) {
    case 'sign-reminded': return { ...order, ladder: { ...ladder, remindedAt: at } };
    case 'next-proposed': return { ...order, ladder: { ...ladder, nextAt: at, nextTeamId: payload.teamId ?? null } };
    case 'desk-told': return { ...order, ladder: { ...ladder, deskAt: at } };
    default: return order;
  }
}

/** The ladder of an order that went on: a person who sends it begins the wait anew, the ladder by itself goes on with it. */
export function ladderPassedOn(order: DispatchOrder, { at, actor }: CaseEvent): OrderLadder {
  const { since, deskAt, passedFrom } = ladderOf(order);
  const isByItself = actor.role === 'system';
  return {
    since: isByItself ? since : at, remindedAt: null, nextAt: null, nextTeamId: null, deskAt: isByItself ? deskAt : null,
    passedFrom: [...passedFrom, { teamId: order.teamId, sentAt: order.sentAt, at }],
  };
}
