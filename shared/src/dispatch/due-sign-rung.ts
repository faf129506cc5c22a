import type { TeamId } from '../base/index.ts';
import { startClock, type TimeLimit, type WorkCalendar } from '../calendar/index.ts';
import { ladderOf, type Case, type CaseAction, type CasePayload, type DispatchOrder } from '../case/index.ts';
import type { SignLadder, SignRungs } from './sign-ladder.ts';

/** 催签, 转下一顺位, 报指挥台. */
export type SignRung = 'remind' | 'next' | 'desk';

/** A rung of an unsigned order and the instant from which it is due (epoch ms). */
export interface DueSignRung {
  readonly rung: SignRung;
  readonly dueAt: number;
}

type Unsigned = Pick<Case, 'state' | 'urgency' | 'order'>;

function waiting({ state, order }: Unsigned): DispatchOrder | null {
  return state === 'dispatched' && order !== null && order.signedAt === null ? order : null;
}

function rungsFor({ urgency }: Unsigned, ladder: SignLadder): SignRungs | undefined {
  return ladder.find((row) => row.urgency === urgency);
}

/** The rungs that an order has not reached, in their order. Where nobody is next in line, the desk is told at once. */
function ahead(order: DispatchOrder, rungs: SignRungs, calendar: WorkCalendar): DueSignRung[] {
  const { since, remindedAt, nextAt, nextTeamId, deskAt } = ladderOf(order);
  const after = (limit: TimeLimit, from: number): number => startClock(calendar, limit, from).dueAt;
  const isNobodyNext = nextAt !== null && nextTeamId === null;
  return [
    ...(remindedAt === null && nextAt === null ? [{ rung: 'remind', dueAt: after(rungs.remindAfter, order.sentAt) } as const] : []),
    ...(nextAt === null ? [{ rung: 'next', dueAt: after(rungs.nextAfter, order.sentAt) } as const] : []),
    ...(deskAt === null ? [{ rung: 'desk', dueAt: isNobodyNext ? nextAt : after(rungs.deskAfter, since) } as const] : []),
  ];
}

/** The first rung that is due at `now` for an order nobody signed; null when none is. Reaching it makes the next one come. */
export function dueSignRung(item: Unsigned, ladder: SignLadder, calendar: WorkCalendar, now: number): DueSignRung | null {
  const order = waiting(item);
  const rungs = rungsFor(item, ladder);
  return (order && rungs && ahead(order, rungs, calendar).find(({ dueAt }) => dueAt <= now)) ?? null;
}

/** The instant at which the next rung comes, as things stand; Infinity when nothing is ahead. */
export function nextSignRungAt(item: Unsigned, ladder: SignLadder, calendar: WorkCalendar): number {
  const order = waiting(item);
  const rungs = rungsFor(item, ladder);
  return order && rungs ? Math.min(Infinity, ...ahead(order, rungs, calendar).map(({ dueAt }) => dueAt)) : Infinity;
}

/**
 * What a rung does to the case. `inLine`: the team that is next, asked only for the rung that needs it. By itself an order goes
 * on as often as the list says, then and where the list says 0 the desk decides.
 */
export function signStep(item: Unsigned, rung: SignRung, ladder: SignLadder, inLine: TeamId | null): { readonly action: CaseAction; readonly payload: CasePayload } {
  if (rung === 'remind') return { action: 'remind-sign', payload: {} };
  if (rung === 'desk') return { action: 'tell-desk', payload: {} };
  const moves = item.order ? ladderOf(item.order).passedFrom.filter(({ at }) => at > ladderOf(item.order!).since).length : 0;
  const isByItself = inLine !== null && moves < (rungsFor(item, ladder)?.autoMoves ?? 0);
  return { action: isByItself ? 'pass-on' : 'propose-next', payload: inLine === null ? {} : { teamId: inLine } };
}
