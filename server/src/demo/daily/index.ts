import { DAY_MS, MINUTE_MS, startOfDay } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { applicationStory } from './application-story.ts';
import { attendanceStory } from './attendance-story.ts';
import { rightStory } from './right-story.ts';
import { toldUntil, writeTold, type DailyDeps, type Told } from './told.ts';
import { visitStory } from './visit-story.ts';

const LIVE_EVERY_MS = MINUTE_MS;

export interface DailyLife {
  /** Tells everything from where it was left until `now`. */
  tell(now: number): Promise<void>;
  /** Lets it live on; the answer stops it. */
  start(clock: Clock, log: Logger): () => void;
}

/** The demo's grids day by day and applications at the windows (示意), told through the same rules as live input; the same seed tells the same. */
export function createDailyLife(deps: DailyDeps & { readonly documents: DocumentStore }): DailyLife {
  const { documents, ledger } = deps;
  let isBegun = false;
  let day = -Infinity;
  let coming: readonly Told[] = [];

  /** What lives on by itself: workers are seen on duty by their telephones, rights are used at the desk. */
  function pastOnly(since: number, now: number): Told[] {
    return [...attendanceStory(deps, now), ...(since === -Infinity ? rightStory(deps, now) : [])];
  }

  async function tell(now: number): Promise<void> {
    const since = (await documents.get<{ until: number }>('demo', 'daily'))?.until ?? -Infinity;
    if (startOfDay(now) !== day) {
      day = startOfDay(now);
      const dayEnds = day + DAY_MS;
      coming = toldUntil([...(isBegun ? [] : pastOnly(since, now)), ...visitStory(deps, dayEnds), ...await applicationStory(deps, since, dayEnds)], since);
      isBegun = true;
    }
    const due = coming.filter(({ at }) => at <= now);
    coming = coming.slice(due.length);
    if (due.length === 0 && since > -Infinity) return;
    await writeTold(ledger, due);
    await documents.put('demo', 'daily', { until: now });
  }

  function start(clock: Clock, log: Logger): () => void {
    let isBusy = false;
    return clock.every(LIVE_EVERY_MS, () => {
      if (isBusy) return;
      isBusy = true;
      tell(clock.now()).catch((error: unknown) => log.error({ err: error }, 'the days of the demo could not go on')).finally(() => { isBusy = false; });
    });
  }

  return { tell, start };
}
