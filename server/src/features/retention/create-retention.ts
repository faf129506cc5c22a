import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import type { RetentionApi, RetentionReport } from './retention.api.ts';
import { RETENTION_COUNTS } from './retention-report.ts';

const LOOK_MS = 10 * MINUTE_MS;
/** 夜间: hours of the day in Shanghai, the second not included. */
const QUIET_HOURS = [2, 5] as const;
/** A box that is never on at night is seen to by day. */
const LATEST_MS = 36 * HOUR_MS;
/** A clock this far ahead of all that is known is not believed: nothing brings back what it would delete. */
const DOUBTED_MS = 30 * DAY_MS;
const REST_MS = 20;

/** Whether a run is due: once a night, or when there was none for too long. */
export function isRunDue(last: Pick<RetentionReport, 'startedAt'> | null, now: number): boolean {
  const hour = Math.floor((now - startOfDay(now)) / HOUR_MS);
  const isQuiet = hour >= QUIET_HOURS[0] && hour < QUIET_HOURS[1];
  if (last === null) return isQuiet;
  return isQuiet ? startOfDay(last.startedAt) < startOfDay(now) : now - last.startedAt > Math.max(DAY_MS, LATEST_MS);
}

export interface RetentionFeatureNeeds {
  readonly retention: RetentionApi;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface RetentionFeature extends Feature {
  /** What was done since this process started, for `/metrics`. */
  counters(): Readonly<Record<string, number>>;
}

/** Runs retention by itself, each night on the node that leads, and tells the administrator what the last run did. */
export function createRetentionFeature({ retention, clock, log }: RetentionFeatureNeeds): RetentionFeature {
  const total = Object.fromEntries(RETENTION_COUNTS.map((name) => [name, 0])) as Record<(typeof RETENTION_COUNTS)[number], number>;
  let isRunning = false;

  async function look(isWanted: () => boolean): Promise<void> {
    if (!isRunDue(await retention.last(), clock.now())) return;
    const aheadMs = clock.now() - (await retention.newestAt());
    if (aheadMs > DOUBTED_MS) return log.warn({ aheadDays: Math.floor(aheadMs / DAY_MS) }, 'retention waits: the clock is far ahead of the newest thing known; by hand it can be run all the same');
    const rest = (): Promise<void> => new Promise((resolve, reject) => clock.after(REST_MS, () => (isWanted() ? resolve() : reject(new Error('this node leads no longer')))));
    const report = await retention.run({ isDryRun: false, rest, onProgress: () => undefined });
    for (const name of RETENTION_COUNTS) total[name] += report.done[name];
    log.info({ ...report.done, edition: report.edition }, 'retention is done for today');
  }

  return {
    counters: () => total,
    routes(http) {
      http.get('/api/v1/retention', { config: { access: 'admin.manage' } }, async () => ({ last: await retention.last() }));
    },
    start() {
      let isLeading = true;
      const stop = clock.every(LOOK_MS, () => {
        if (isRunning) return;
        isRunning = true;
        look(() => isLeading).catch((error: unknown) => log.warn({ err: error }, 'retention stopped before its end and goes on later')).finally(() => (isRunning = false));
      });
      return () => {
        isLeading = false;
        stop();
      };
    },
  };
}
