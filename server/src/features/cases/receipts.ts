import type { CaseId } from '@wangge/shared/base';
import { isUnanswered, type Case } from '@wangge/shared/case';
import type { ReceiptRow } from '@wangge/shared/wire';
import { maskName } from './mask.api.ts';

/**
 * 回执 of every report of a case, its own first. Of a merged report the receipts are those of the case that goes on. A
 * reporter's name is shown to those who may see it and never when secrecy was asked for.
 */
export function receiptRows(item: Case, find: (id: CaseId) => Case | undefined, mayUnmask: boolean): ReceiptRow[] {
  const holder = holderOf(item, find);
  return holder.receipts.map((receipt) => {
    const { name = null, isSecret = false } = find(receipt.caseId)?.reporter ?? {};
    const { no, caseId, reportedAt, source, answeredAt, how, answer } = receipt;
    return {
      no, caseId, reportedAt, source, reporterName: name === null ? null : mayUnmask && !isSecret ? name : maskName(name),
      isOwed: isUnanswered(receipt), outcome: holder.state, answeredAt, how, answer: mayUnmask ? answer : null,
    };
  });
}

/** The case that answers for a report: the one it was merged into, or itself. */
function holderOf(item: Case, find: (id: CaseId) => Case | undefined): Case {
  let holder = item;
  for (let next = holder.mergedInto && find(holder.mergedInto); next; next = holder.mergedInto && find(holder.mergedInto)) holder = next;
  return holder;
}
