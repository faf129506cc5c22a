import { lampAt, type Lamp, type LimitClock } from '@wangge/shared/calendar';
import { isRunningCall, type CallRow } from '@wangge/shared/call';

/** One stop on the way of a call: 呼叫, 响应, 到场, 方案, 办结. */
export interface CallStop {
  readonly name: 'called' | 'answered' | 'arrived' | 'planned' | 'finished';
  /** When it was reached; null while it is ahead. */
  readonly doneAt: number | null;
  /** Until when it is owed; null where the urgency sets no limit, or nothing is owed any more. */
  readonly dueAt: number | null;
  readonly lamp: Lamp | null;
  /** Reached after its limit. */
  readonly wasLate: boolean;
}

/** The stops of a call in their order: only those that its urgency asks for or that were made. */
export function stopsOf(call: CallRow, now: number): CallStop[] {
  const stop = (name: CallStop['name'], doneAt: number | null, clock: LimitClock | null): CallStop => {
    const isAhead = doneAt === null && clock?.standing === 'running' && isRunningCall(call.state);
    return { name, doneAt, dueAt: isAhead ? clock.dueAt : null, lamp: isAhead ? lampAt(clock, now) : null, wasLate: doneAt !== null && clock !== null && clock.usedMs > clock.totalMs };
  };
  const { clocks, calledAt, answeredAt, arrivedAt, plannedAt, finishedAt } = call;
  return [
    stop('called', calledAt, null),
    stop('answered', answeredAt, clocks?.respond ?? null),
    ...(arrivedAt !== null || clocks?.arrive ? [stop('arrived', arrivedAt, clocks?.arrive ?? null)] : []),
    ...(plannedAt !== null || clocks?.plan ? [stop('planned', plannedAt, clocks?.plan ?? null)] : []),
    stop('finished', finishedAt, clocks?.finish ?? null),
  ];
}
