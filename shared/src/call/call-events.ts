import type { CaseId } from '../base/index.ts';
import type { DomainEvent } from '../life/index.ts';
import type { CallPayload } from './call-payload.ts';
import type { CallClocks, CallDraft, CallState, Tier } from './call.ts';
import type { CallEventType } from './life-cycle.ts';

/** What the first event of a call holds beside its draft. */
export interface CallFacts {
  readonly id: string;
  readonly no: string;
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly matter: string;
  readonly source: string;
  readonly isDispute: boolean;
  readonly from: Tier;
  readonly to: Tier;
  readonly areaCode: string;
  readonly townCode: string;
  readonly fromUnitId: string | null;
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
