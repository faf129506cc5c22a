import type { CaseId, Refusal } from '../base/index.ts';
import type { Topic } from './connector.ts';

/** What is done with a dead letter: sent through again as it is, mended first, or put aside for good with a reason. */
export const LETTER_ACTIONS = ['replay', 'mend', 'discard'] as const;
export type LetterAction = (typeof LETTER_ACTIONS)[number];
export const LETTER_STATES = ['open', 'taken', 'discarded'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What a dead letter is about; `progress`: what another system was to be told and refused. */
export type LetterTopic = Topic | 'progress';

/** 死信 for those who look after it: what could not be taken and why; its text is read letter by letter. */
export interface LetterRow {
  readonly id: string;
  readonly revision: number;
  readonly state: LetterState;
  readonly connectorId: string;
  readonly topic: LetterTopic;
  /** Whether it is one record, or a whole message in which none could be found. */
  readonly isWhole: boolean;
  /** Null where it could not be read. */
  readonly externalNo: string | null;
  readonly refusal: Refusal;
  /** Epoch ms of when it first and last came, and how often. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
  readonly endedAt: number | null;
  readonly endedBy: string | null;
  readonly reason: string | null;
  /** The last thing that was done with it, so that it is done once however often it is told; null before. */
  readonly commandId: string | null;
  /** The case that it became or is about. */
  readonly caseId: CaseId | null;
  readonly caseNo: string | null;
}

/** How a connector stands. `silent`: it said nothing for longer than it may. */
export const CONNECTOR_STANDINGS = ['off', 'new', 'well', 'silent'] as const;
export type ConnectorStanding = (typeof CONNECTOR_STANDINGS)[number];

/** Why a connector can't be heard, and since when; epoch ms. */
export interface InTrouble extends Refusal {
  readonly since: number;
}

export interface ConnectorRow {
  readonly id: string;
  readonly name: string;
  readonly standing: ConnectorStanding;
  /** When it last said something; null when it never did. */
  readonly lastAt: number | null;
  readonly openLetters: number;
  /** Why it can't be heard over a wire that we open; null while nothing hinders. */
  readonly inTrouble: InTrouble | null;
  /** Why it can't be told what it should be, and how often that was tried; null while nothing hinders. */
  readonly outTrouble: (Refusal & { readonly tries: number }) | null;
  /** Since this server started: messages by what came of them. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface ConnectorsView {
  readonly connectors: readonly ConnectorRow[];
  readonly letters: readonly LetterRow[];
}
