import type { CaseId } from '@wangge/shared/base';
import { isUnanswered, type Case } from '@wangge/shared/case';
import type { ReceiptRow, ReopenAskRow } from '@wangge/shared/wire';
import { maskName, maskText } from './mask.api.ts';

/**
 * 回执 of every report of a case, its own first. Of a merged report the receipts are those of the case that goes on. A
 * reporter's name is shown to those who may see it and never when secrecy was asked for.
 */
export function receiptRows(item: Case, find: (id: CaseId) => Case | undefined, mayUnmask: boolean): ReceiptRow[] {
  const holder = holderOf(item, find);
  return holder.receipts.map((receipt) => {
    const { no, caseId, reportedAt, source, answeredAt, how, answer } = receipt;
    return {
      no, caseId, reportedAt, source, reporterName: reporterNameOf(receipt.caseId, find, mayUnmask),
      isOwed: isUnanswered(receipt), outcome: holder.state, answeredAt, how, answer: mayUnmask ? answer : null,
    };
  });
}

/** 重办申请 of a case, as they came; what a citizen wrote is masked like the rest of their words. */
export function reopenAskRows({ reopenAsks }: Case, find: (id: CaseId) => Case | undefined, mayUnmask: boolean): ReopenAskRow[] {
  const words = (text: string): string => (mayUnmask ? text : maskText(text));
  return reopenAsks.map((ask) => ({
    ...ask, reporterName: reporterNameOf(ask.reportCaseId, find, mayUnmask), reason: words(ask.reason), answer: ask.answer === null ? null : words(ask.answer),
  }));
}

function reporterNameOf(caseId: CaseId, find: (id: CaseId) => Case | undefined, mayUnmask: boolean): string | null {
  const { name = null, isSecret = false } = find(caseId)?.reporter ?? {};
  return name === null ? null : mayUnmask && !isSecret ? name : maskName(name);
}

/** The case that answers for a report: the one it was merged into, or itself. */
function holderOf(item: Case, find: (id: CaseId) => Case | undefined): Case {
  let holder = item;
  for (let next = holder.mergedInto && find(holder.mergedInto); next; next = holder.mergedInto && find(holder.mergedInto)) holder = next;
  return holder;
}
