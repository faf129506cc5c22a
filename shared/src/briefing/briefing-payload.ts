import type { BriefingNote } from './frozen.ts';

/** What an act on a briefing may carry. */
export interface BriefingPayload {
  readonly notes?: readonly BriefingNote[];
  readonly reason?: string;
}
