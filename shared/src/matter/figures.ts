import { startOfDay, startOfMonth } from '../base/index.ts';
import { lampAt } from '../calendar/index.ts';
import { isOpenApplication, type Application } from './application.ts';
import { NODES } from './service-matter.ts';
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

/** The figures of applications at `now`. 按时办结率 counts what was handed over or refused in the month; what was withdrawn is left out. */
export function serviceFigures(applications: readonly Application[], now: number): Omit<ServiceBoard, 'matters' | 'isConfirmed' | 'late' | 'waiting'> {
  const today = startOfDay(now);
  const month = startOfMonth(now);
  const taken = applications.filter(({ takenAt }) => takenAt >= month);
  const ended = applications.filter(({ state, endedAt }) => (state === 'delivered' || state === 'refused') && endedAt !== null && endedAt >= month);
  const onTime = ended.filter(({ clock }) => lampAt(clock, now) !== 'red').length;
  const byProxy = taken.filter(({ channel }) => channel === 'proxy').length;
  const open = applications.filter(isOpenApplication);
  return {
    today: { received: applications.filter(({ takenAt }) => takenAt >= today).length, handedOver: applications.filter(({ state, endedAt }) => state === 'delivered' && endedAt !== null && endedAt >= today).length },
    month: { received: taken.length, ended: ended.length, onTime, share: share(onTime, ended.length) },
    proxy: { taken: byProxy, of: taken.length, share: share(byProxy, taken.length) },
    inHand: open.length, supplement: open.filter(({ state }) => state === 'supplement').length,
    nodes: NODES.map((node) => {
      const here = open.filter((application) => application.node === node);
      return { node, inHand: here.length, late: here.filter((application) => isLateApplication(application, now)).length };
    }),
    lateCount: open.filter((application) => isLateApplication(application, now)).length,
  };
}
