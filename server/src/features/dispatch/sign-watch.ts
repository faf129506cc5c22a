import type { Actor } from '@wangge/shared/access';
import { SECOND_MS, type CaseId, type TeamId } from '@wangge/shared/base';
import type { Case, CasePayload } from '@wangge/shared/case';
import { dueSignRung, nextSignRungAt, signStep, type DueSignRung, type SignLadder } from '@wangge/shared/dispatch';
import { DueHeap } from '@wangge/shared/figures';
import type { WorkCalendar } from '@wangge/shared/calendar';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { DispatchApi } from './dispatch.api.ts';
import { signLadderKind } from './sign-ladder-kind.api.ts';

/** A phone that was cut off with the server has this long to hand in what it signed meanwhile. */
const LOOK_MS = 10 * SECOND_MS;
const LADDER: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

export interface SignWatchNeeds {
  /** All cases with those of drills (演练): they climb as in earnest. */
  readonly cases: CasesApi;
  readonly feed: CaseFeed;
  readonly lists: ListsApi;
  readonly dispatch: Pick<DispatchApi, 'nextInLine' | 'plan'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * 签收阶梯 by itself: reminds, proposes or sends the next in line, tells the desk. An order is judged by the edition in force when
 * it was sent, and is looked at when it changed and when its next rung comes, never all of them; where each stands is in the
 * history alone, so that another node or a restart goes on. Build it before the history is folded; `start` answers how to stop.
 */
export function createSignWatch({ cases, feed, lists, dispatch, clock, log }: SignWatchNeeds): { look(now: number): Promise<void>; start(): () => void } {
  const heap = new DueHeap();
  const touched = new Set<CaseId>();
  let isLooking = false;

  feed.onChanges((changes) => {
    for (const { after } of changes) {
      if (after.state === 'dispatched') touched.add(after.id);
      else touched.delete(after.id);
    }
  });

  const ladderFor = (item: Case): SignLadder => lists.inForce(signLadderKind, item.order?.sentAt ?? 0).content;
  const calendarFor = (item: Case, now: number): WorkCalendar => cases.context(now).calendarOf(item.leadDepartmentId);

  async function look(now: number): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const due = new Set(touched);
      touched.clear();
      for (let id = heap.popUntil(now); id !== null; id = heap.popUntil(now)) due.add(id as CaseId);
      for (const id of due) await climb(id, now);
    } finally {
      isLooking = false;
    }
  }

  /** One rung after the other, for each changes the order; what somebody was faster with is looked at again. */
  async function climb(id: CaseId, now: number): Promise<void> {
    for (;;) {
      const item = cases.get(id);
      if (!item) return;
      const due = dueSignRung(item, ladderFor(item), calendarFor(item, now), now);
      if (!due) return plan(item, now);
      const done = await cases.command(id, { ...stepOf(item, due, now), expectedRevision: item.revision, actor: LADDER }, now);
      if (done.ok) continue;
      touched.add(id);
      log.info({ case: item.no, rung: due.rung, code: done.error.code }, 'an unsigned order is looked at again');
      return;
    }
  }

  function stepOf(item: Case, { rung }: DueSignRung, now: number): ReturnType<typeof signStep> {
    const inLine: TeamId | null = rung === 'next' ? dispatch.nextInLine(item, now) : null;
    const step = signStep(item, rung, ladderFor(item), inLine);
    const way: CasePayload = step.action === 'pass-on' && inLine !== null ? dispatch.plan(item, inLine, now) : {};
    return { ...step, payload: { ...step.payload, ...way } };
  }

  function plan(item: Case, now: number): void {
    const next = nextSignRungAt(item, ladderFor(item), calendarFor(item, now));
    if (next !== Infinity) heap.push(Math.ceil(next), item.id);
  }

  return {
    look,
    start: () => clock.every(LOOK_MS, () => {
      look(clock.now()).catch((error: unknown) => log.error({ err: error }, 'unsigned orders could not be looked at and are looked at again'));
    }),
  };
}
