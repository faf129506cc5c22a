import type { LifeEntry } from '../life/index.ts';
import type { JointRaid, RaidEvent, RaidState } from './joint-raid.ts';
import type { PenaltyFigures } from './penalty-figures.ts';
import type { PenaltyEventType, PenaltyState } from './penalty-life.ts';
import type { Penalty } from './penalty.ts';

/** A penalty case in a list; no party in it. */
export interface PenaltyRowView extends Pick<Penalty, 'id' | 'no' | 'state' | 'procedure' | 'villageCode' | 'openedAt' | 'stateSince'> {
  readonly powerName: string;
  readonly unitName: string;
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

/** What the page shows of a penalty case as it is kept. */
type PenaltyField =
  | 'revision' | 'party' | 'officers' | 'place' | 'fact' | 'powersVersion' | 'reviewedAt' | 'caseId' | 'decisionNo' | 'fineYuan' | 'statementUntil' | 'stepClock' | 'decisionClock'
  | 'publishClock' | 'publishedAt';

/** The page of one penalty case. The party is masked unless the reader is of the handling unit (`isPartyMasked`). */
export interface PenaltyDetail extends PenaltyRowView, Pick<Penalty, PenaltyField> {
  readonly isPartyMasked: boolean;
  readonly basis: string;
  readonly needsReview: boolean;
  readonly timeline: readonly PenaltyEntry[];
  readonly allowed: readonly string[];
  readonly readAt: number;
}

/** A joint raid in short. */
export interface RaidRowView extends Pick<JointRaid, 'id' | 'title' | 'place' | 'startsAt' | 'state'> {
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
