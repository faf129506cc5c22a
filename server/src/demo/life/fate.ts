import type { Case } from '@wangge/shared/case';
import { chance } from './chance.ts';
import { hasPetitioner } from './sources.ts';

/** What will be out of the ordinary in the life of a case, drawn once from its id. */
export interface Fate {
  readonly isRefused: boolean;
  /** A grid worker looks first and finds nothing (不属实). */
  readonly isUnfounded: boolean;
  readonly isVoid: boolean;
  readonly isLate: boolean;
  readonly callsCounty: boolean;
  readonly isReturned: boolean;
  readonly isSuspended: boolean;
  readonly isExtended: boolean;
  readonly needsRework: boolean;
  readonly isEvaluated: boolean;
}

/** The fate of a case: for the same case always the same. */
export function fateOf(item: Case): Fate {
  const draw = (what: string, share: number): boolean => chance(item.id, what) < share;
  const isGrave = item.level !== 'ordinary';
  const isCalm = item.urgency === 'normal';
  return {
    isRefused: isCalm && draw('refused', 0.028),
    isUnfounded: isCalm && hasPetitioner(item.source) && draw('unfounded', 0.025),
    isVoid: isCalm && draw('void', 0.009),
    isLate: draw('late', 0.12),
    callsCounty: draw('county', isGrave ? 0.07 : 0.045),
    isReturned: draw('returned', 0.05),
    isSuspended: isCalm && draw('suspended', 0.045),
    isExtended: draw('extended', 0.04),
    needsRework: draw('rework', 0.032),
    isEvaluated: draw('evaluated', hasPetitioner(item.source) ? 0.7 : 0.12),
  };
}
