import type { LimitClock } from '../calendar/index.ts';
import type { DomainEvent } from '../life/index.ts';
import type { DrawEventType, DrawState } from './draw-life.ts';
import type { DrawPayload, Outcome } from './draw-payload.ts';
import type { DrawPools, PoolHashes } from './pools.ts';
import type { Recusal } from './record.ts';
import type { DrawSlot } from './run-draw.ts';

/** 抽查计划. `drawAt`: the announced moment, before which nobody draws. `lastDay`: by when the checks are done, YYYY-MM-DD. */
export interface DrawPlan {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly areaCode: string;
  readonly itemCodes: readonly string[];
  readonly drawAt: number;
  readonly lastDay: string;
}

/** The pools as they stood when they were frozen, their fingerprints, the editions they came from, and the seed's commitment. */
export interface FrozenPools {
  readonly pools: DrawPools;
  readonly hashes: PoolHashes;
  readonly versions: Readonly<Record<keyof DrawPools, string>>;
  readonly commitment: string;
}

/** The result of one object, and the clock until it has to be public. */
export interface CheckResult {
  readonly outcome: Outcome;
  readonly note: string;
  readonly photos: readonly string[];
  readonly checkedAt: number;
  readonly recordedBy: string;
  readonly clock: LimitClock;
  readonly publishedAt: number | null;
}

/** A drawn object with its result. `slot` is as first drawn; who checks now follows from the recusals. */
export interface DrawnObject {
  readonly slot: DrawSlot;
  readonly result: CheckResult | null;
}

/** 双随机抽查: one draw. */
export interface Draw extends DrawPlan {
  readonly revision: number;
  readonly state: DrawState;
  readonly stateSince: number;
  readonly plannedAt: number;
  readonly committedAt: number | null;
  readonly frozen: FrozenPools | null;
  readonly drawnAt: number | null;
  /** Hexadecimal; null as long as it is secret. */
  readonly seed: string | null;
  readonly drawn: readonly DrawnObject[];
  readonly recusals: readonly Recusal[];
  readonly cancelledFor: string | null;
}

/** Something that happened to a draw; what was decided then is in it, so that folding decides nothing. */
export interface DrawEvent extends DomainEvent {
  readonly type: DrawEventType;
  readonly to: DrawState;
  readonly payload: DrawPayload;
  readonly plan?: DrawPlan;
  readonly frozen?: FrozenPools;
  readonly seed?: string;
  readonly slots?: readonly DrawSlot[];
  readonly recusal?: Recusal;
  readonly clock?: LimitClock;
}
