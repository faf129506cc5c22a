/** 通知公告、办事指南、村务公开、财务公开. */
export const NOTICE_KINDS = ['news', 'guide', 'affairs', 'money'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One line of 财务公开, in fen: what came in and what went out under one item. */
export interface MoneyLine {
  readonly item: string;
  readonly inFen: number;
  readonly outFen: number;
}

/**
 * What is made public: plain text, photos by the ids under which they are stored. `areaCode`: 12 digits a village, 9 a township, 6 the county.
 * `from`, `until`: when it is shown, epoch ms; null: from when it is published, until it is withdrawn. `openingFen` and `lines`: of 财务公开 alone.
 */
export interface NoticeContent {
  readonly kind: NoticeKind;
  readonly areaCode: string;
  readonly title: string;
  readonly text: string;
  readonly openingFen: number;
  readonly lines: readonly MoneyLine[];
  readonly photos: readonly string[];
  readonly from: number | null;
  readonly until: number | null;
}

/** What an act may carry. `arePhonesMeant`: whoever writes says that the telephone numbers in it are meant to be public. */
export interface NoticePayload {
  readonly content?: NoticeContent;
  readonly arePhonesMeant?: boolean;
  readonly reason?: string;
}
