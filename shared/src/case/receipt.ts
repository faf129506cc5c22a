import type { CaseId } from '../base/index.ts';

/** How a reporter was told: 电话, 短信, 上门, 网上. */
export const ANSWER_WAYS = ['phone', 'message', 'visit', 'online'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

/**
 * 回执: what the one who reported can ask by. Every report of a case has one, those of merged reports too (一事多报); who
 * reported stands in the case named by `caseId`. `needsAnswer`: somebody waits for an answer (事事有回音).
 */
export interface Receipt {
  readonly no: string;
  readonly caseId: CaseId;
  readonly reportedAt: number;
  readonly source: string;
  readonly needsAnswer: boolean;
  /** When whoever has the case in hand first got in touch (联系诉求人); null until then. */
  readonly contactedAt: number | null;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly how: AnswerWay | null;
  readonly answer: string | null;
  /** Left neither name nor number: reads the answer by the receipt code, and nobody can get in touch. */
  readonly isOnlineOnly?: true;
}

/** Whether this report still waits for its answer. */
export function isUnanswered(receipt: Receipt): boolean {
  return receipt.needsAnswer && receipt.answeredAt === null;
}

/** Whom to get in touch with next: the reporter that is named, else the first who waits and was not reached yet; undefined when there is none. */
export function nextToContact(receipts: readonly Receipt[], caseId?: CaseId): Receipt | undefined {
  return receipts.find((receipt) => isUnanswered(receipt) && !receipt.isOnlineOnly && receipt.contactedAt === null && (caseId ?? receipt.caseId) === receipt.caseId);
}
