import type { RetentionPolicy } from './retention-kind.api.ts';
import type { RetentionTally } from './retention-report.ts';

/** One run of retention, as each of its steps sees it. */
export interface RetentionRun {
  readonly now: number;
  readonly edition: string;
  readonly policy: RetentionPolicy;
  /** Counts what would be done and changes nothing. */
  readonly isDryRun: boolean;
  readonly tally: RetentionTally;
  /** Lets everything else have its turn; called after each small piece of work. */
  rest(): Promise<void>;
  /** Told how far a step is: pieces done, of how many. */
  onProgress(step: RetentionStepName, done: number, total: number): void;
}

export const RETENTION_STEPS = ['tracks', 'cases', 'reporters', 'sessions', 'audit'] as const;
export type RetentionStepName = (typeof RETENTION_STEPS)[number];

/** Part of retention. Whatever it did stays done when it throws; called again it goes on where it stopped. */
export type RetentionStep = (run: RetentionRun) => Promise<void>;
