import type { Logger } from '../../platform/logger.ts';
import type { FrameRefusal } from './counters.ts';
import { encodeMessage, partsOf } from './encode-frame.ts';
import type { FrameHeader } from './header.ts';
import { encodeGeneralReply, generalReplyId } from './replies/8001-general-reply.ts';
import type { GeneralResult } from './replies/8001-general-reply.ts';
import type { RequestReader } from './request-reader.ts';
import type { SessionLink } from './session-context.ts';

/** What the platform says in one conversation: each message under the next serial number, in the layout of what it answers. */
export class SessionTalk {
  readonly #link: Pick<SessionLink, 'send'>;
  readonly #reader: Pick<RequestReader, 'refuse'>;
  readonly #log: Pick<Logger, 'warn'>;
  #serial = 0;
  #hasWarned = false;

  constructor(link: Pick<SessionLink, 'send'>, reader: Pick<RequestReader, 'refuse'>, log: Pick<Logger, 'warn'>) {
    this.#link = link;
    this.#reader = reader;
    this.#log = log;
  }

  /** Answers the serial number it went under. */
  send({ layout, phone }: Pick<FrameHeader, 'layout' | 'phone'>, messageId: number, body: Uint8Array): number {
    const serial = this.#serial;
    this.#serial = (serial + partsOf(body.length)) & 0xffff;
    this.#link.send(encodeMessage({ messageId, layout, phone, serial }, body));
    return serial;
  }

  /** 平台通用应答. */
  reply(header: FrameHeader, result: GeneralResult): void {
    this.send(header, generalReplyId, encodeGeneralReply({ ackSerial: header.serial, ackId: header.messageId, result }));
  }

  /** Counts a message that can't be used, and says so to the terminal. */
  refuse(reason: FrameRefusal, result: GeneralResult, header: FrameHeader, bytes: Uint8Array): void {
    this.#reader.refuse(reason, bytes, header.bodyStart, header.bodyEnd);
    this.reply(header, result);
  }

  warnOnce(header: FrameHeader, message: string): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    this.#log.warn({ terminal: header.phone }, message);
  }
}
