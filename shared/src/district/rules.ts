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
  /** 到达圈: the rings drawn around a place, minutes of travel over the roads. */
  readonly arrivalRingsMin: readonly number[];
  /** 核查: how near the case the checker's fix must lie, metres. */
  readonly checkRadiusM: number;
  /** 核查: how old the checker's fix may be when the result comes in. */
  readonly checkFixMs: number;
  /** 离线补报: how long after it was done a deed may be told and still keep its time; 0 where no such time is taken. */
  readonly lateDeedMs: number;
  /** 语音: how long a voice note of a report may be, seconds, and how large, bytes. */
  readonly voiceNote: { readonly maxS: number; readonly maxBytes: number };
  /** 重新激活: days after closing within which a case opens again as a new round. */
  readonly reopenDays: number;
  /** 并案: how near and how close in time two reports of the same type must lie to be taken for one matter. */
  readonly mergeRadiusM: number;
  readonly mergeWindowMs: number;
  /** 自处置审核: share of self-handled reports that somebody must look into one by one, 0 to 1. */
  readonly selfHandledAuditShare: number;
  /** 工程类: groups of case types whose extension is decided as one of engineering works. */
  readonly engineeringGroups: readonly string[];
  /** An extension longer than this goes to the head of the centre. */
  readonly longExtensionMs: number;
}
