import { MINUTE_MS, SECOND_MS } from '../base/index.ts';

/** What a message out may tell of a step of a case; who reported it is never among it. */
export const PROGRESS_FACTS = ['externalNo', 'caseNo', 'caseId', 'step', 'event', 'state', 'at', 'unit', 'note', 'typeCode', 'villageCode', 'key'] as const;
export type ProgressFact = (typeof PROGRESS_FACTS)[number];
export type Progress = Readonly<Record<ProgressFact, string>>;

/**
 * 回传: which steps of a case another system is told of, in its words, and under which names. `own`: of the cases that came from it,
 * once for each of its orders; `all`: of every case.
 */
export interface OutPlan {
  /** Empty until the county knows it: then nothing is told. */
  readonly url: string;
  readonly cases: 'own' | 'all';
  /** Events of a case, and their word for it. */
  readonly steps: Readonly<Record<string, string>>;
  /** Their name of a field, and which fact of ours stands in it. */
  readonly fields: Readonly<Record<string, ProgressFact>>;
}

/** The body of a message: the facts under the names of whoever is told. */
export function progressBody({ fields }: OutPlan, facts: Progress): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, fact]) => [name, facts[fact]]));
}

const LONGEST_WAIT_MS = 10 * MINUTE_MS;

/** How long to wait after so many tries in vain: a second, then twice as long each time, ten minutes at most. */
export function retryDelayMs(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, SECOND_MS * 2 ** Math.min(tries - 1, 20));
}
