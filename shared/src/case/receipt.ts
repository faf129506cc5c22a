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
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly how: AnswerWay | null;
  readonly answer: string | null;
}

/** Whether this report still waits for its answer. */
export function isUnanswered(receipt: Receipt): boolean {
  return receipt.needsAnswer && receipt.answeredAt === null;
}
