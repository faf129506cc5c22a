import type { CaseId, Refusal, Result } from '@wangge/shared/base';
import type { LetterRow, Topic } from '@wangge/shared/connector';
import type { ToldEntry } from '@wangge/shared/wire';
import type { Delivered } from './deliver-record.ts';

/** What came of each record of a message, by its place in it. Everything in it is durable: a case or a dead letter. */
export interface Taken {
  readonly taken: readonly (Delivered & { readonly index: number })[];
  readonly letters: readonly { readonly index: number; readonly letter: LetterRow }[];
}

/** How a message came: by which connector and topic, with what key, and from where. */
export interface Arrival {
  readonly connectorId: string;
  readonly topic: Topic;
  /** The channel whose key was shown; null where it came by a wire of this machine, which nobody shows a key for. */
  readonly channelId: string | null;
  readonly ip?: string;
}

/** 接入 of other systems: the one way by which their messages become cases, whatever wire they came over. */
export interface ConnectorsApi {
  /** Takes a message. A refusal means that nothing of it is promised: whoever sent it keeps it and sends it again. */
  take(arrival: Arrival, text: string, now: number): Promise<Result<Taken>>;
  /** Which systems were told of which step of a case (回传). */
  toldOf(id: CaseId): Promise<readonly ToldEntry[]>;
  /** Counts a message that never got as far as being read. */
  count(connectorId: string, outcome: string): void;
  /** Which connectors hear which topics of the county's broker now. */
  listeners(now: number): readonly { readonly connectorId: string; readonly filter: string }[];
  /** Says what hinders hearing a connector; null: nothing any more. */
  hinder(connectorId: string, refusal: Refusal | null, now: number): Promise<void>;
  /** Counts since the start, by `connector outcome`. */
  counters(): Readonly<Record<string, number>>;
}
