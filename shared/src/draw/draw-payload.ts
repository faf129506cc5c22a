/** What a check found: 未发现问题, 发现问题, 未开展经营或联系不上. */
export const OUTCOMES = ['no-problem', 'problem', 'not-reached'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a person gives with an action. */
export interface DrawPayload {
  readonly objectCode?: string;
  readonly inspectorCode?: string;
  readonly outcome?: Outcome;
  readonly note?: string;
  readonly reason?: string;
  readonly photos?: readonly string[];
}
