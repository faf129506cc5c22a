import type { CaseEvent, ReportedFacts } from './case-events.ts';
import type { Case } from './case.ts';
import { nextToContact, type Receipt } from './receipt.ts';

/** The receipt that a report begins with. Whoever solved it on the spot waits for no answer. */
export function firstReceipt(facts: ReportedFacts, event: CaseEvent): Receipt {
  const { name, phone, hasCode = false } = facts.reporter;
  const canBeTold = name !== null || phone !== null;
  return {
    no: `HZ-${facts.no}`, caseId: facts.id, reportedAt: event.at, source: facts.source,
    needsAnswer: event.type !== 'self-handling-reported' && (canBeTold || hasCode), contactedAt: null, answeredAt: null, answeredBy: null, how: null, answer: null,
    ...(hasCode && !canBeTold ? { isOnlineOnly: true } : {}),
  };
}

/** The receipts after an event: joined by those of a merged report, answered one by one, all open again with a new round. */
export function receiptsAfter(item: Case, event: CaseEvent): readonly Receipt[] {
  const { payload, at, actor } = event;
  const answered = (receipt: Receipt): Receipt => ({
    ...receipt, answeredAt: at, answeredBy: actor.name, how: payload.answerHow ?? null, answer: payload.note ?? payload.reason ?? null,
  });
  switch (event.type) {
    case 'report-joined': return [...item.receipts, ...(event.receipts ?? [])];
    case 'reporter-contacted': {
      const reached = nextToContact(item.receipts, payload.reportCaseId);
      return item.receipts.map((receipt) => (receipt === reached ? { ...receipt, contactedAt: at } : receipt));
    }
    case 'reporter-answered': return item.receipts.map((receipt) => (receipt.caseId === payload.reportCaseId ? answered(receipt) : receipt));
    case 'refused': case 'report-denied':
      return payload.answerHow ? item.receipts.map((receipt) => (receipt.caseId === item.id ? answered(receipt) : receipt)) : item.receipts;
    case 'reopened': return item.receipts.map((receipt) => ({ ...receipt, contactedAt: null, answeredAt: null, answeredBy: null, how: null, answer: null }));
    default: return item.receipts;
  }
}
