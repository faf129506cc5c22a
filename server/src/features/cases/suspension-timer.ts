import { MINUTE_MS, type CaseId } from '@wangge/shared/base';
import type { Actor } from '@wangge/shared/access';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CaseFeed } from './case-feed.api.ts';
import type { CasesApi } from './cases.api.ts';

const LOOK_MS = MINUTE_MS / 4;
const SYSTEM: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

/**
 * 挂账到期: the one thing that time alone moves. Ends each suspension on its day, as role `system`; what came due while the
 * product stood still ends at the first look. Build it before the history is folded; `start` answers how to stop.
 */
export function createSuspensionTimer(feed: CaseFeed, cases: CasesApi, clock: Clock, log: Logger): { start(): () => void } {
  const endsAt = new Map<CaseId, number>();
  let isLooking = false;
  feed.onChanges((changes) => {
    for (const { after } of changes) {
      if (after.state === 'suspended' && after.suspendedUntil !== null) endsAt.set(after.id, after.suspendedUntil);
      else endsAt.delete(after.id);
    }
  });

  async function look(): Promise<void> {
    const now = clock.now();
    for (const [id, at] of [...endsAt]) {
      const item = cases.get(id);
      if (!item || at > now) continue;
      const done = await cases.command(id, { action: 'resume', expectedRevision: item.revision, actor: SYSTEM, payload: { note: '挂账到期，自动恢复' } }, now);
      if (!done.ok) log.info({ case: item.no, code: done.error.code }, 'a suspension could not be ended');
    }
  }

  return {
    start: () => clock.every(LOOK_MS, () => {
      if (isLooking) return;
      isLooking = true;
      look().catch((error: unknown) => log.error({ err: error }, 'suspensions could not be looked at')).finally(() => (isLooking = false));
    }),
  };
}
