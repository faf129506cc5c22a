import type { CaseEvent } from './case-events.ts';
import type { Case } from './case.ts';
import type { ReopenAsk } from './reopen-ask.ts';

/** The asks for another round after an event: one more, one declined, none with a new round. */
export function reopenAsksAfter({ reopenAsks }: Case, { type, at, payload: { reportCaseId, reason = '', note } }: CaseEvent): readonly ReopenAsk[] {
  switch (type) {
    case 'reopening-asked': return reportCaseId ? [...reopenAsks, { reportCaseId, reason, askedAt: at, answeredAt: null, answer: null }] : reopenAsks;
    case 'reopening-declined': return reopenAsks.map((ask) => (ask.reportCaseId === reportCaseId ? { ...ask, answeredAt: at, answer: note ?? null } : ask));
    case 'reopened': return [];
    default: return reopenAsks;
  }
}
