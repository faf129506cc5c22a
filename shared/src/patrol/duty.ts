/** How often a duty is asked for: `times` visits in each stretch of N days, calendar week (Monday to Sunday) or calendar month. */
export interface Frequency {
  readonly times: number;
  readonly per: 'days' | 'week' | 'month';
  /** Length of the stretch for `days`; 1 otherwise. */
  readonly days: number;
}

/** What counts as done beside being there: 拍照 (photos), 到点 (a fix in the grid alone), 记录 (a note). */
export const EVIDENCE_KINDS = ['photos', 'place', 'record'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** 网格事务: one item of the list of what a grid does day by day (网格事务准入清单). */
export interface GridDuty {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly frequency: Frequency;
  /** True: asked for on working days only (holidays and 调休 as in the calendar). */
  readonly isWorkdaysOnly: boolean;
  readonly evidence: readonly EvidenceKind[];
  /** Names of the posts of 一长五员 that do it. */
  readonly posts: readonly string[];
  readonly basis: string;
  /** Q, P, L, C, or F for values that were set here (默认值). */
  readonly source: string;
}

/** 一长五员: one post in a grid and its duties. */
export interface GridPost {
  readonly name: string;
  readonly duties: readonly string[];
  readonly count: string;
  readonly source: string;
}
