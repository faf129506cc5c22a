import { startOfDay, startOfHour, startOfMonth } from '../base/index.ts';
import type { Case } from '../case/index.ts';
import { isClosedState } from '../district/index.ts';
import type { TimePhase } from './time-phase.ts';

/** Adds `amount` to the counter named `key`. */
export type Count = (key: string) => void;

/** The dimensions a figure is broken down by: none, 平台, 村社, 部门. */
function eachDimension(item: Case, name: string, count: Count): void {
  count(name);
  count(`${name}|p:${item.platform}`);
  count(`${name}|v:${item.villageCode}`);
  if (item.leadDepartmentId) count(`${name}|d:${item.leadDepartmentId}`);
}

/**
 * Every counter that one case adds 1 to, given its state and its phase. The figures are sums of this function over all
 * cases: what is kept incrementally (take the old, add the new) and what is recounted cannot follow different rules.
 */
export function contributions(item: Case, phase: TimePhase | null, count: Count): void {
  const day = startOfDay(item.reportedAt);
  count(`reported@${day}`);
  count(`reported@${day}|p:${item.platform}`);
  count(`reported@${day}|t:${item.typeCode}`);
  if (item.acceptedAt !== null) count(`accepted@${startOfDay(item.acceptedAt)}`);
  if (item.closedAt !== null && isClosedState(item.state)) closed(item, item.closedAt, count);
  if (phase) open(item, phase, count);
}

function closed(item: Case, closedAt: number, count: Count): void {
  count(`closed@${startOfDay(closedAt)}`);
  count(`closed-hour@${startOfHour(closedAt)}`);
  eachDimension(item, `closed-month@${startOfMonth(closedAt)}`, count);
  if (!item.closedOnTime) return;
  count(`on-time@${startOfDay(closedAt)}`);
  eachDimension(item, `on-time-month@${startOfMonth(closedAt)}`, count);
}

function open(item: Case, phase: TimePhase, count: Count): void {
  eachDimension(item, 'open', count);
  count(`open|t:${item.typeCode}`);
  count(`age:${phase.ageStep}`);
  if (phase.bin === null) {
    count('paused');
    return;
  }
  count(`bin:${phase.bin}`);
  if (phase.bin >= 10 && item.leadDepartmentId) count(`red|d:${item.leadDepartmentId}`);
  if (phase.isPastDue) eachDimension(item, `past-due-month@${startOfMonth(item.clock.dueAt)}`, count);
}
