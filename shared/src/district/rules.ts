import type { TimeLimit } from '../calendar/index.ts';
import type { CaseState } from './case-states.ts';

/** Settings a county edits, with a version and the day from which they hold. All values here are 默认值 until confirmed. */
export interface CaseRules {
  readonly version: string;
  readonly effectiveFrom: string;
  /** Limit of the step that a case in this state waits for (环节时限). States not named have none. */
  readonly stepLimits: Partial<Record<CaseState, TimeLimit>>;
  /** 撤销派遣: how long after sending an order it can be undone. */
  readonly undoMs: number;
  /** 到场: how near the squad must be to be counted as arrived, metres. */
  readonly arrivalRadiusM: number;
  /** 结案率、按期结案率 target, percent. */
  readonly targetRate: number;
  /** A fix older than this does not count as a position (定位过旧). */
  readonly staleFixMs: number;
}
