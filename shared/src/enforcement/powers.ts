import type { TimeLimit } from '../calendar/index.ts';
import type { PenaltyState } from './penalty-life.ts';

/** One administrative power to punish (赋权事项), as the list of powers names it. */
export interface EnforcementPower {
  readonly code: string;
  readonly name: string;
  /** County department it was handed down from. */
  readonly fromDepartment: string;
  readonly basis: string;
  /** Names of the squads and departments it is delegated to (1+X); a department's power is its squads' too. */
  readonly holders: readonly string[];
  /** 法制审核 before the notice. */
  readonly needsReview: boolean;
  /** 简易程序 may be used. */
  readonly allowsOnSpot: boolean;
}

/** Limits of the procedures (执法办案规则), data a county edits. Fines in yuan. */
export interface PenaltyRules {
  readonly onSpotMaxFineYuan: Readonly<Record<PartyKind, number>>;
  readonly officersRequired: number;
  /** From filing to the decision of an ordinary case. */
  readonly decisionLimit: TimeLimit;
  /** 陈述申辩、听证: how long the party has after the notice. */
  readonly statementLimit: TimeLimit;
  /** 执法公示: from the decision to its publication. */
  readonly publishLimit: TimeLimit;
  readonly stepLimits: Readonly<Partial<Record<PenaltyState, TimeLimit>>>;
}

export const PARTY_KINDS = ['person', 'organisation'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Whether one of these names (of a unit or its parent) holds the power. */
export function holdsPower(power: EnforcementPower, unitNames: readonly string[]): boolean {
  return unitNames.some((name) => power.holders.includes(name));
}
