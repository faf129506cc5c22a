import type { Actor } from '../access/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { OversightEventType } from './life-cycle.ts';
import type { OversightFacts, OversightPayload, OversightState } from './oversight.ts';

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
