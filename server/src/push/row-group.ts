import type { DiffMessage } from '@wangge/shared/wire';
import { epochFor } from './audience-key.ts';
import type { Audience, OperationsChanges, OperationsSource } from './operations-source.ts';
import type { Session } from './session.ts';

/** The sessions of one audience that are in step: all were sent the same, and the next difference serves them all. */
export class RowGroup {
  readonly audience: Audience;
  readonly room: string;
  readonly sessions = new Set<Session>();
  /** Up to here the group holds everything it may see. */
  checkedSeq: number;
  /** The number the last message of rows led to; nothing it may see happened between this and `checkedSeq`. */
  toldSeq: number;
  /** When the group was last sent anything but positions; epoch ms. */
  lastSentAt = 0;

  constructor(audience: Audience, key: string, seq: number) {
    this.audience = audience;
    this.room = `rows ${key}`;
    this.checkedSeq = seq;
    this.toldSeq = seq;
  }

  admit(session: Session, seq: number): void {
    session.rowSeq = seq;
    session.isInStepWithRows = true;
    this.sessions.add(session);
    void session.socket.join(this.room);
  }

  /** Takes a session out; it keeps the number it has come to. */
  release(session: Session): void {
    session.rowSeq = this.checkedSeq;
    session.isInStepWithRows = false;
    this.sessions.delete(session);
    void session.socket.leave(this.room);
  }
}

export function isNothing(changes: OperationsChanges): boolean {
  return changes.cases.length === 0 && changes.gone.length === 0 && changes.ticker.length === 0;
}

/** The difference from `fromSeq` to the present, for one audience. */
export function diffOf(source: OperationsSource, audience: Audience, changes: OperationsChanges, fromSeq: number, at: number): DiffMessage {
  const { cases, gone, ticker } = changes;
  return { epoch: epochFor(source.epoch, audience), fromSeq, seq: source.lastSeq(), at, cases, gone, ticker };
}
