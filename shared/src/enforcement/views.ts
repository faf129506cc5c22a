import type { CaseId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { LifeEntry } from '../life/index.ts';
import type { JointRaid, RaidEvent, RaidState } from './joint-raid.ts';
import type { PenaltyFigures } from './penalty-figures.ts';
import type { PenaltyEventType, PenaltyState, Procedure } from './penalty-life.ts';
import type { Officer } from './penalty-payload.ts';
import type { Party } from './penalty.ts';

/** A penalty case in a list; no party in it. */
export interface PenaltyRowView {
  readonly id: string;
  readonly no: string;
  readonly state: PenaltyState;
  readonly procedure: Procedure;
  readonly powerName: string;
  readonly unitName: string;
  readonly villageCode: string;
  readonly openedAt: number;
  readonly stateSince: number;
  readonly dueAt: number | null;
  readonly decisionDueAt: number | null;
  readonly isLate: boolean;
}

/** A penalty case in the list of whoever asks; `allowed`: what they may do with it now. */
export interface PenaltyListRow extends PenaltyRowView {
  readonly allowed: readonly string[];
}

/** One line of the whole-process record (全过程记录). */
export interface PenaltyEntry extends LifeEntry<PenaltyEventType, PenaltyState> {
  readonly officers: readonly string[];
}

/** The page of one penalty case. The party is masked unless the reader is of the handling unit (`isPartyMasked`). */
export interface PenaltyDetail extends PenaltyRowView {
  readonly revision: number;
  readonly party: Party;
  readonly isPartyMasked: boolean;
  readonly officers: readonly Officer[];
  readonly place: string;
  readonly fact: string;
  readonly basis: string;
  readonly powersVersion: string;
  readonly needsReview: boolean;
  readonly reviewedAt: number | null;
  readonly caseId: CaseId | null;
  readonly decisionNo: string | null;
  readonly fineYuan: number | null;
  readonly statementUntil: number | null;
  readonly stepClock: LimitClock | null;
  readonly decisionClock: LimitClock | null;
  readonly publishClock: LimitClock | null;
  readonly publishedAt: number | null;
  readonly timeline: readonly PenaltyEntry[];
  readonly allowed: readonly string[];
  readonly readAt: number;
}

/** A joint raid in short. */
export interface RaidRowView {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: number;
  readonly state: RaidState;
  readonly leadName: string;
  readonly units: number;
  readonly reported: number;
  readonly headcount: number;
}

/** A joint raid in the list of whoever asks. `isYours`: their unit takes part. */
export interface RaidListRow extends RaidRowView {
  readonly isYours: boolean;
  readonly allowed: readonly string[];
}

/** The page of one joint raid. */
export interface RaidDetail extends JointRaid {
  readonly timeline: readonly LifeEntry<RaidEvent['type'], RaidState>[];
  readonly allowed: readonly string[];
}

/** The board `enforcement`: counts and stages only, never a name of a party. */
export interface EnforcementBoard extends PenaltyFigures {
  readonly lateRows: readonly PenaltyRowView[];
  readonly raidsToday: readonly RaidRowView[];
}
