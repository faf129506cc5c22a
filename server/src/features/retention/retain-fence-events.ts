import { DAY_MS, startOfDay } from '@wangge/shared/base';
import type { DocumentStore } from '../../store/document-store.ts';
import { fenceEventsOf } from '../fences/fence-days.api.ts';
import type { RetentionStep } from './retention-step.ts';

/** A first run looks back this far beyond what is kept. */
const LOOK_BACK_DAYS = 400;

/** 围栏事件: deleted with the tracks they were found in, whole days at once; counted with their positions. */
export function deleteFenceEvents(documents: Pick<DocumentStore, 'get' | 'put' | 'list' | 'remove'>): RetentionStep {
  return async ({ now, policy, isDryRun, tally, rest }) => {
    const until = startOfDay(now - policy.trackKeptMs);
    const done = await documents.get<{ readonly until: number }>('retention', 'fence-events');
    for (let day = done?.until ?? until - LOOK_BACK_DAYS * DAY_MS; day < until; day += DAY_MS) {
      const events = await documents.list(fenceEventsOf(day));
      if (!isDryRun) for (const { id } of events) await documents.remove(fenceEventsOf(day), id);
      tally.add('fixesDeleted', events.length);
      await rest();
    }
    if (!isDryRun && until > (done?.until ?? -Infinity)) await documents.put('retention', 'fence-events', { until });
  };
}
