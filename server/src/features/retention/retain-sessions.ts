import type { DocumentStore } from '../../store/document-store.ts';
import type { RetentionStep } from './retention-step.ts';

/** Sessions that nobody used for as long as the list says. */
export function deleteSessions(documents: Pick<DocumentStore, 'list' | 'remove'>): RetentionStep {
  return async ({ now, policy, isDryRun, tally, rest, onProgress }) => {
    const due = (await documents.list<{ readonly seenAt: number }>('session')).filter(({ value }) => value.seenAt + policy.sessionsMs <= now);
    for (const [i, { id }] of due.entries()) {
      if (!isDryRun) await documents.remove('session', id);
      tally.add('sessionsDeleted', 1);
      onProgress('sessions', i + 1, due.length);
      await rest();
    }
  };
}
