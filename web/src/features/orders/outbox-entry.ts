import type { CaseId, RefusalCode } from '@wangge/shared/base';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { CaseState } from '@wangge/shared/district';

/** Why an entry could not be delivered and waits for the person. `state` is where the case stood then; null when unknown. */
export interface OutboxTrouble {
  readonly code: RefusalCode;
  readonly detail: string | null;
  readonly state: CaseState | null;
  readonly at: number;
}

interface Kept {
  /** Names the wish for ever: the server carries it out once, however often it is sent. */
  readonly id: string;
  /** Who pressed. On a phone that changes hands, an entry is sent only while this person is signed in. */
  readonly personId: string;
  /** What they are called, for the page where nobody is signed in; absent where an older build kept it. */
  readonly personName?: string;
  /** When the person pressed, server time, epoch ms. */
  readonly pressedAt: number;
  /** What it is about, in the words of the case type; empty where the deed says all. */
  readonly matter: string;
  /** Photos on this phone that go with it, by their local id. */
  readonly photoIds: readonly string[];
  readonly attempts: number;
  readonly trouble: OutboxTrouble | null;
}

/** An action on a case, as the person saw the case. */
export interface CommandEntry extends Kept {
  readonly kind: 'command';
  readonly caseId: CaseId;
  readonly action: CaseAction;
  readonly expectedRevision: number;
  readonly payload: CasePayload;
}

/** What a person in the field reports (登记上报); the place is WGS-84. */
export interface FieldReport {
  readonly typeCode: string;
  readonly description: string;
  readonly lng: number;
  readonly lat: number;
  readonly address: string;
  /** 草稿 that is handed in with it, as it was when the person pressed. */
  readonly draft?: { readonly id: string; readonly revision: number };
  /** The drill (演练) it is made up for. */
  readonly drillId?: string;
}

export interface ReportEntry extends Kept {
  readonly kind: 'report';
  readonly report: FieldReport;
  /** 自处置: which of the photos show the place put right; absent where it was only reported. */
  readonly afterPhotoIds?: readonly string[];
  /** 语音: which of the photos are voice notes; absent where there are none. */
  readonly voiceIds?: readonly string[];
}

/** Anything else that is done away from a desk: a visit of the grid, a step of a penalty case, an application taken at home. */
export interface DeedEntry extends Kept {
  readonly kind: 'deed';
  /** What was done, in the words of the page on which it was pressed. */
  readonly deed: string;
  /** Where it is told; told twice with this body it has one effect. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Goes before whatever else waits: a call for help. */
  readonly isUrgent?: boolean;
}

/** 待发: one thing a person did that the server has not confirmed yet. */
export type OutboxEntry = CommandEntry | ReportEntry | DeedEntry;

/** A photo, or a voice note, kept on the phone. `caseId` is the case, or the other object, it was taken for; null while reporting a new case. */
export interface KeptPhoto {
  readonly id: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly takenAt: number;
  readonly image: Blob;
  /** Its name on the server once uploaded. */
  readonly attachmentId: string | null;
}
