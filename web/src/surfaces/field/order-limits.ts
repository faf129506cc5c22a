import { startClock, type WorkCalendar } from '@wangge/shared/calendar';
import type { CaseType } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

/** The three figures of an order: how far or since when, by when to act, by when it must be done. Instants are epoch ms. */
export type LimitFigure =
  | { readonly kind: 'left'; readonly distanceM: number | null }
  | { readonly kind: 'arrivedAt'; readonly at: number }
  | { readonly kind: 'spent'; readonly spanMs: number }
  | { readonly kind: 'signBy' | 'arriveBy' | 'doneBy' | 'verifyBy' | 'checkBy'; readonly at: number; readonly isOver: boolean }
  | { readonly kind: 'expected'; readonly at: number };

/** What a unit needs to know of time and way at its present step, at most three figures. */
export function limitFigures(row: CaseRow, needs: { readonly type: CaseType | undefined; readonly calendar: WorkCalendar | undefined; readonly distanceM: number | null; readonly now: number }): LimitFigure[] {
  const { order, clock, stepClock, state } = row;
  const { now } = needs;
  const done: LimitFigure[] = clock ? [{ kind: 'doneBy', at: clock.dueAt, isOver: clock.standing === 'running' && now > clock.dueAt }] : [];
  const signBy: LimitFigure[] = state === 'dispatched' && stepClock ? [{ kind: 'signBy', at: stepClock.dueAt, isOver: now > stepClock.dueAt }] : [];
  if (order === null) return [...signBy, ...done];
  if (order.arrivedAt !== null) return [{ kind: 'arrivedAt', at: order.arrivedAt }, { kind: 'spent', spanMs: Math.max(0, now - order.arrivedAt) }, ...done];
  const left: LimitFigure = { kind: 'left', distanceM: needs.distanceM };
  if (signBy.length > 0) return [left, ...signBy, ...done];
  const onsite = needs.type?.onsiteLimit && needs.calendar ? startClock(needs.calendar, needs.type.onsiteLimit, order.sentAt).dueAt : null;
  if (onsite !== null) return [left, { kind: 'arriveBy', at: onsite, isOver: now > onsite }, ...done];
  return order.etaAt === null ? [left, ...done] : [left, { kind: 'expected', at: order.etaAt }, ...done];
}
