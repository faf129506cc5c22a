import type { AuditStore } from '../../store/audit-store.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { TrackStore } from '../../store/track-store.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { eraseReporters, type EraseNeeds } from './erase-reporters.ts';
import { createLinkedStreams } from './linked-streams.ts';
import { auditRun, removeAudit } from './retain-audit.ts';
import { archiveCases } from './retain-cases.ts';
import { deleteSessions } from './retain-sessions.ts';
import { deleteFenceEvents } from './retain-fence-events.ts';
import { retainTracks } from './retain-tracks.ts';
import { policyOf, retentionKind } from './retention-kind.api.ts';
import { RetentionTally, type RetentionReport } from './retention-report.ts';
import type { RetentionRun, RetentionStep } from './retention-step.ts';
import type { Ledger } from '../../ledger/ledger.ts';

export type { RetentionReport } from './retention-report.ts';
export { RETENTION_COUNTS } from './retention-report.ts';
export type { RetentionStepName } from './retention-step.ts';

export interface RetentionNeeds extends Omit<EraseNeeds, 'ledger' | 'linkedStreams'> {
  readonly ledger: Ledger;
  readonly cases: Pick<CasesApi, 'all' | 'command'>;
  readonly lists: Pick<ListsApi, 'inForce'>;
  readonly tracks: TrackStore;
  readonly documents: DocumentStore;
  readonly audit: Pick<AuditStore, 'append' | 'removeBefore'>;
  now(): number;
}

/** How a run is made. */
export type RunWish = Pick<RetentionRun, 'isDryRun' | 'rest' | 'onProgress'>;

/** 留存: thins, archives, erases and deletes what the list in force says is old enough. */
export interface RetentionApi {
  /** One run from beginning to end. Throws StoreUnavailable when the store can't be written; the next run goes on from there. */
  run(wish: RunWish): Promise<RetentionReport>;
  /** When the newest thing happened that is known: a position, or a change of a case; -Infinity for an empty store. */
  newestAt(): Promise<number>;
  /** The last run that came to its end and was not a dry one. */
  last(): Promise<RetentionReport | null>;
}

/** Build it before the history is folded. */
export function createRetention({ ledger, feed, cases, lists, eraser, attachments, tracks, documents, audit, now }: RetentionNeeds): RetentionApi {
  const linkedStreams = createLinkedStreams(ledger);
  const steps: readonly RetentionStep[] = [
    retainTracks({ tracks, documents }), deleteFenceEvents(documents), archiveCases(cases), eraseReporters({ ledger, feed, eraser, attachments, linkedStreams }), deleteSessions(documents), removeAudit(audit),
  ];

  return {
    async run(wish) {
      const [startedAt, tally] = [now(), new RetentionTally()];
      const { version: edition, isConfirmed, content } = lists.inForce(retentionKind, startedAt);
      for (const step of steps) await step({ ...wish, now: startedAt, edition, policy: policyOf(content), tally });
      const report: RetentionReport = { startedAt, endedAt: now(), isDryRun: wish.isDryRun, edition, isConfirmed, done: tally.read() };
      if (wish.isDryRun) return report;
      await auditRun(audit, report);
      await documents.put('retention', 'last', report);
      return report;
    },
    async newestAt() {
      const fixes = (await tracks.lastFixes()).map(({ at }) => at);
      let newest = fixes.reduce((a, b) => Math.max(a, b), -Infinity);
      for (const { stateSince } of feed.all()) newest = Math.max(newest, stateSince);
      return newest;
    },
    last: () => documents.get<RetentionReport>('retention', 'last'),
  };
}
