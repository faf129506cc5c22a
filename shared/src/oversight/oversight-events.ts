import type { Actor } from '../access/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { OversightEventType } from './life-cycle.ts';
import type { OversightFacts, OversightState } from './oversight.ts';

/** What a person gives with an action on an order; which of it an action needs stands in the table of its life. */
export interface OversightPayload {
  readonly text?: string;
  readonly photos?: readonly string[];
}

/** Something that happened to an order. `to` and the clock were decided when it happened. */
export interface OversightEvent {
  readonly type: OversightEventType;
  readonly at: number;
  readonly actor: Actor;
  readonly to: OversightState;
  readonly payload: OversightPayload;
  readonly facts?: OversightFacts;
  readonly replyClock: LimitClock | null;
}
