import type { LifeEntry } from '../life/index.ts';
import type { OversightAction, OversightEventType } from './life-cycle.ts';
import type { Oversight, OversightState } from './oversight.ts';
import type { Rung } from './rungs.ts';

/** One thing that happened to an order, as people read it. */
export type OversightEntry = LifeEntry<OversightEventType, OversightState>;

/** An order in a list, with when its case is due. */
export interface OversightListItem {
  readonly order: Oversight;
  /** 全案时限 of its case; null when the case has ended. */
  readonly caseDueAt: number | null;
}

/** The order's page: what the reader may do now, and what happened. */
export interface OversightDetail extends OversightListItem {
  readonly id: string;
  readonly revision: number;
  readonly allowed: readonly OversightAction[];
  readonly timeline: readonly OversightEntry[];
}

/** A case's orders, and the rungs that the reader may open on it by hand now. */
export interface CaseOversightView {
  readonly orders: readonly OversightDetail[];
  readonly mayOpen: readonly Rung[];
}

/** One order on the wall: no free text, nothing personal. */
export interface OversightBoardRow {
  readonly id: string;
  readonly no: string;
  readonly rung: Rung;
  readonly state: Oversight['state'];
  readonly matter: string;
  readonly villageCode: string;
  readonly post: Oversight['addressee']['post'];
  readonly departmentId: Oversight['addressee']['departmentId'];
  readonly openedAt: number;
  readonly replyDueAt: number | null;
  readonly caseDueAt: number | null;
}

/** 督办 as wall and desk show it: what is open by rung, what this month brought, and the oldest that are owed a reply. */
export interface OversightBoard {
  /** How many wait for a word of the reader: a reply, a striking off, a confirmation. */
  readonly waiting: number;
  readonly unfinished: Readonly<Record<Rung, number>>;
  /** Of the unfinished: whose reply is late. */
  readonly lateReplies: number;
  readonly month: { readonly opened: number; readonly replied: number; readonly repliedOnTime: number; readonly struckOff: number };
  /** The oldest unfinished, one for each case: that of its heaviest rung. */
  readonly oldest: readonly OversightBoardRow[];
  /** Whether the ladder in force was confirmed by the county; otherwise it is a default (默认值). */
  readonly isLadderConfirmed: boolean;
}
