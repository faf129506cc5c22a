import { HOUR_MS } from '../base/index.ts';
import type { CaseFacts, TaskFact } from './case-facts.ts';
import type { CountingSettings, Obligation } from './entry.ts';

/** What a task owes whoever reported; null where nobody of the public can be reached. A task that ended before its limit owes nothing. */
export function contactOwed(facts: CaseFacts, task: TaskFact, { publicSources, contactHours }: CountingSettings): Obligation | null {
  if (!facts.isReachable || facts.isSelfHandled || !publicSources.includes(facts.source)) return null;
  if (task.contactedAt === null && (task.hasEnded || facts.isVoided)) return null;
  return { doneAt: task.contactedAt, dueAt: task.sentAt + contactHours * HOUR_MS };
}
