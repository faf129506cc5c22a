import { startOfDay, startOfHour, startOfMonth } from '../base/index.ts';
import type { Case } from '../case/index.ts';
import { isClosedState } from '../district/index.ts';
import type { TimePhase } from './time-phase.ts';

/** What is counted; what has a time is counted apart for each day, hour or month. */
export type CounterName =
  | 'reported' | 'accepted' | 'closed' | 'closed-hour' | 'closed-month' | 'on-time' | 'on-time-month'
  | 'open' | 'age' | 'paused' | 'bin' | 'red' | 'past-due-month';

/** Counts a case once under a name: at the start of its day, hour or month, or in a step of its lamp or age (0 where there is neither), and for one value of a dimension (empty for all). */
export type Count = (name: CounterName, at: number, dimension: string) => void;

/** The dimensions a figure is broken down by: none, 平台, 村社, 部门. */
function eachDimension(item: Case, name: CounterName, at: number, count: Count): void {
  count(name, at, '');
  count(name, at, `p:${item.platform}`);
  count(name, at, `v:${item.villageCode}`);
  if (item.leadDepartmentId) count(name, at, `d:${item.leadDepartmentId}`);
}

/**
 * Every counter that one case adds 1 to, given its state and its phase. The figures are sums of this function over all
 * cases: what is kept incrementally (take the old, add the new) and what is recounted cannot follow different rules.
 */
export function contributions(item: Case, phase: TimePhase | null, count: Count): void {
  const day = startOfDay(item.reportedAt);
  count('reported', day, '');
  count('reported', day, `p:${item.platform}`);
  count('reported', day, `t:${item.typeCode}`);
  if (item.acceptedAt !== null) count('accepted', startOfDay(item.acceptedAt), '');
  if (item.closedAt !== null && isClosedState(item.state)) closed(item, item.closedAt, count);
  if (phase) open(item, phase, count);
}

function closed(item: Case, closedAt: number, count: Count): void {
  const [day, month] = [startOfDay(closedAt), startOfMonth(closedAt)];
  count('closed', day, '');
  count('closed-hour', startOfHour(closedAt), '');
  eachDimension(item, 'closed-month', month, count);
  if (!item.closedOnTime) return;
  count('on-time', day, '');
  eachDimension(item, 'on-time-month', month, count);
}

function open(item: Case, phase: TimePhase, count: Count): void {
  eachDimension(item, 'open', 0, count);
  count('open', 0, `t:${item.typeCode}`);
  count('age', phase.ageStep, '');
  if (phase.bin === null) {
    count('paused', 0, '');
    return;
  }
  count('bin', phase.bin, '');
  if (phase.bin >= 10 && item.leadDepartmentId) count('red', 0, `d:${item.leadDepartmentId}`);
  if (phase.isPastDue) eachDimension(item, 'past-due-month', startOfMonth(item.clock.dueAt), count);
}
