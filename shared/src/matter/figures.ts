import { startOfDay, startOfMonth } from '../base/index.ts';
import { lampAt } from '../calendar/index.ts';
import { isOpenApplication, type Application } from './application.ts';
import { NODES, type NodeName } from './service-matter.ts';
import type { ServiceBoard } from './views.ts';

/** Whether the whole or the node in hand ran over its limit. */
export function isLateApplication(application: Application, now: number): boolean {
  return isOpenApplication(application) && (lampAt(application.clock, now) === 'red' || lampAt(application.nodeClock, now) === 'red');
}

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);

/** Orders applications as a window works through them: open ones by what is due first, of the node or of the whole, then ended ones, newest first. */
export function compareApplications(a: Application, b: Application): number {
  const isOpen = isOpenApplication(a);
  if (isOpen !== isOpenApplication(b)) return isOpen ? -1 : 1;
  return isOpen ? firstDueAt(a) - firstDueAt(b) : (b.endedAt ?? 0) - (a.endedAt ?? 0);
}

const firstDueAt = ({ clock, nodeClock }: Application): number => Math.min(clock.dueAt, nodeClock.dueAt);

/** The applications behind each figure of the board. */
export interface ServiceSets {
  readonly received: readonly Application[];
  readonly handedOver: readonly Application[];
  readonly taken: readonly Application[];
  /** Handed over or refused in the month; what was withdrawn is left out. */
  readonly ended: readonly Application[];
  readonly open: readonly Application[];
  readonly supplement: readonly Application[];
  readonly late: readonly Application[];
  readonly nodes: readonly { readonly node: NodeName; readonly here: readonly Application[] }[];
}

/** Sorts applications into the figures at `now`. */
export function serviceSets(applications: readonly Application[], now: number): ServiceSets {
  const today = startOfDay(now);
  const month = startOfMonth(now);
  const open = applications.filter(isOpenApplication);
  return {
    received: applications.filter(({ takenAt }) => takenAt >= today),
    handedOver: applications.filter(({ state, endedAt }) => state === 'delivered' && endedAt !== null && endedAt >= today),
    taken: applications.filter(({ takenAt }) => takenAt >= month),
    ended: applications.filter(({ state, endedAt }) => (state === 'delivered' || state === 'refused') && endedAt !== null && endedAt >= month),
    open, supplement: open.filter(({ state }) => state === 'supplement'), late: open.filter((application) => isLateApplication(application, now)),
    nodes: NODES.map((node) => ({ node, here: open.filter((application) => application.node === node) })),
  };
}

/** Whether an application that has ended did so within the limit of the whole. */
export function isEndedOnTime({ clock }: Application, now: number): boolean {
  return lampAt(clock, now) !== 'red';
}

/** The figures of applications at `now`. 按时办结率 counts what was handed over or refused in the month; what was withdrawn is left out. */
export function serviceFigures(applications: readonly Application[], now: number): Omit<ServiceBoard, 'matters' | 'isConfirmed' | 'late' | 'waiting'> {
  const { received, handedOver, taken, ended, open, supplement, late, nodes } = serviceSets(applications, now);
  const onTime = ended.filter((application) => isEndedOnTime(application, now)).length;
  const byProxy = taken.filter(({ channel }) => channel === 'proxy').length;
  return {
    today: { received: received.length, handedOver: handedOver.length },
    month: { received: taken.length, ended: ended.length, onTime, share: share(onTime, ended.length) },
    proxy: { taken: byProxy, of: taken.length, share: share(byProxy, taken.length) },
    inHand: open.length, supplement: supplement.length,
    nodes: nodes.map(({ node, here }) => ({ node, inHand: here.length, late: here.filter((application) => late.includes(application)).length })),
    lateCount: late.length,
  };
}
