import type { LifeEntry } from '../life/index.ts';
import type { BriefingState } from './briefing-life.ts';
import type { Briefing, Signed } from './briefing.ts';
import type { BriefingKind } from './frozen.ts';

/** A briefing in a list. */
export interface BriefingRow {
  readonly id: string;
  readonly no: string;
  readonly revision: number;
  readonly state: BriefingState;
  readonly planId: string | null;
  readonly kind: BriefingKind;
  readonly title: string;
  readonly areaName: string;
  readonly periodKey: string;
  readonly asOf: number;
  readonly isDemo: boolean;
  readonly isUnmasked: boolean;
  readonly hash: string;
  /** Its pages when it is presented (汇报), by name. */
  readonly steps: readonly string[];
  readonly frozen: Signed;
  readonly issued: Signed | null;
}

/** `id` and `revision` are those of the briefing. */
export interface BriefingDetail {
  readonly id: string;
  readonly revision: number;
  readonly briefing: Briefing;
  readonly allowed: readonly string[];
  readonly timeline: readonly LifeEntry[];
}

/** A plan as the desk lists it (定时简报); `nextAt`: when it is made next, epoch ms. */
export interface BriefingPlanRow {
  readonly id: string;
  readonly name: string;
  readonly kind: BriefingKind;
  readonly areaName: string;
  readonly nextAt: number;
}

/** 简报 as the desk sees them: newest first; `waiting`: drafts that wait for a signature. */
export interface BriefingsBoard {
  readonly waiting: number;
  readonly briefings: readonly BriefingRow[];
  readonly plans: readonly BriefingPlanRow[];
  /** Whether the plans are the default ones, not confirmed by the county. */
  readonly isConfirmed: boolean;
}

/** What may be put into a briefing of a kind, each figure with its definition (口径), and what its plan puts in by itself. */
export interface BriefingChoices {
  readonly figures: readonly { readonly id: string; readonly name: string; readonly definition: string }[];
  readonly usual: readonly string[];
  /** Whether the reader may ask for personal data in the clear. */
  readonly mayUnmask: boolean;
}
