import type { Actor } from '@wangge/shared/access';
import { HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import { lastDueAt } from '@wangge/shared/briefing';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { idFrom, type BriefingsApi } from './briefings.api.ts';
import { briefingPlansKind } from './plans-kind.api.ts';

/** A report that could not be made when it was due is still made within this time, and says of which moment it is. */
const LATE_MS = 12 * HOUR_MS;

export interface PlanRunnerNeeds {
  readonly briefings: BriefingsApi;
  readonly cases: Pick<CasesApi, 'all'>;
  readonly lists: ListsApi;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The product itself, as the author of what is made on schedule. */
const SYSTEM: Actor = { id: 'system', name: '系统定时', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

/** Makes each planned report once for each time it is due: whatever asks twice, or two nodes in turn, gets the one that is there. */
export function runPlans({ briefings, cases, lists, clock, log }: PlanRunnerNeeds): () => void {
  let isRunning = false;
  /** Whether there was anything to tell of: a room that opened later owes no report. */
  const wasAtWork = (dueAt: number): boolean => [...cases.all()].some(({ reportedAt }) => reportedAt < dueAt);
  async function look(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      const now = clock.now();
      for (const plan of lists.inForce(briefingPlansKind, now).content) {
        const dueAt = lastDueAt(plan, now);
        const commandId = `plan/${plan.id}/${dueAt}`;
        if (now - dueAt > LATE_MS || briefings.get(idFrom(commandId)) || !wasAtWork(dueAt)) continue;
        const { kind, which, areaCode, figureIds } = plan;
        const input = { kind, which, areaCode, figureIds, title: null, caseIds: null, notes: [], withMap: true, momentAt: null, pictureId: null, caption: '', unmaskFor: null };
        const made = await briefings.freeze(input, SYSTEM, now, commandId, plan.id);
        if (!made.ok) log.warn({ plan: plan.id, refusal: made.error }, 'a planned briefing was refused');
      }
    } catch (error) {
      log.error({ err: error }, 'planned briefings could not be made');
    } finally {
      isRunning = false;
    }
  }
  void look();
  return clock.every(MINUTE_MS, () => void look());
}
