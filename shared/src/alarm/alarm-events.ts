import type { Actor } from '../access/index.ts';
import type { AlarmFacts, AlarmPayload, AlarmState } from './alarm.ts';
import type { AlarmEventType } from './life-cycle.ts';

/** Something that happened to an alarm. `to` was decided when it happened. */
export interface AlarmEvent {
  readonly type: AlarmEventType;
  readonly at: number;
  readonly actor: Actor;
  readonly to: AlarmState;
  readonly payload: AlarmPayload;
  readonly facts?: AlarmFacts;
}
