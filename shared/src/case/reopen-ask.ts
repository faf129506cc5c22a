import { DAY_MS, type CaseId } from '../base/index.ts';
import type { CaseRules } from '../district/index.ts';

/** 重办申请: somebody who reported is not content with how a round ended. Times are epoch ms; `answer` tells them why it stays closed, null until it was declined. */
export interface ReopenAsk {
  /** Whose report it is asked by. */
  readonly reportCaseId: CaseId;
  readonly reason: string;
  readonly askedAt: number;
  readonly answeredAt: number | null;
  readonly answer: string | null;
}

/** Whether an ask of this round waits for the duty chief. */
export function isReopenAsked({ reopenAsks }: { readonly reopenAsks: readonly ReopenAsk[] }): boolean {
  return reopenAsks.some(({ answeredAt }) => answeredAt === null);
}

/** Until when a closed case may be opened again, epoch ms. */
export function reopenableUntil({ closedAt }: { readonly closedAt: number | null }, { reopenDays }: Pick<CaseRules, 'reopenDays'>): number {
  return (closedAt ?? 0) + reopenDays * DAY_MS;
}
