import type { DomainEvent } from '../life/index.ts';
import type { CallPayload } from './call-payload.ts';
import type { CallClocks, CallDraft, CallOrigin, CallState } from './call.ts';
import type { CallEventType } from './life-cycle.ts';

/** What the first event of a call holds beside its draft. */
export interface CallFacts extends CallOrigin {
  readonly draft: CallDraft;
}

/** Something that happened to a call. Clocks were decided when it happened, so that folding needs no calendar. */
export interface CallEvent extends DomainEvent {
  readonly type: CallEventType;
  readonly to: CallState;
  readonly payload: CallPayload;
  readonly facts?: CallFacts;
  readonly clocks?: CallClocks;
  readonly limitsVersion?: string;
}
