import type { TeamId } from '../base/index.ts';

/** 转出: a team that did not sign, and from which the order went on to the next in line. Epoch ms. */
export interface PassedFrom {
  readonly teamId: TeamId;
  readonly sentAt: number;
  readonly at: number;
}

/** 签收阶梯: how far an order has climbed while nobody signed it. Instants are epoch ms, null while a rung was not reached. */
export interface OrderLadder {
  /** Since when nobody signs: when a person sent it last. What the ladder passes on by itself does not begin anew. */
  readonly since: number;
  readonly remindedAt: number | null;
  /** Since when it may go to the next in line, and to whom; `nextTeamId` is null where nobody else can go. */
  readonly nextAt: number | null;
  readonly nextTeamId: TeamId | null;
  readonly deskAt: number | null;
  /** Teams that had it before and no longer have it. */
  readonly passedFrom: readonly PassedFrom[];
}
