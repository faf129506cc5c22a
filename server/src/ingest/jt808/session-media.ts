import type { FrameHeader } from './header.ts';
import { MediaUploads } from './media-uploads.ts';
import { decodeMediaHead, mediaEventId } from './messages/0800-media-event.ts';
import { generalResult } from './replies/8001-general-reply.ts';
import { encodeMediaReply, mediaReplyId } from './replies/8800-media-reply.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionTalk } from './session-talk.ts';

/** 多媒体 of one session: what was recorded is counted by its head; the recording itself is let go. */
export class SessionMedia {
  readonly #context: SessionContext;
  readonly #talk: SessionTalk;
  readonly #uploads: MediaUploads;

  constructor(context: SessionContext, talk: SessionTalk) {
    this.#context = context;
    this.#talk = talk;
    this.#uploads = new MediaUploads(context.limits.uploads, context.counters.media);
  }

  read(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const head = decodeMediaHead(bytes, start, end);
    if (head === undefined) return this.#talk.refuse('body', generalResult.badMessage, header, bytes);
    const { media } = this.#context.counters;
    if (header.messageId === mediaEventId) {
      media.events[head.kind] += 1;
      return this.#talk.reply(header, generalResult.ok);
    }
    media.uploads[head.kind] += 1;
    media.bytes += end - start;
    this.#talk.send(header, mediaReplyId, encodeMediaReply({ mediaId: head.mediaId, missing: [] }));
  }

  readPart(header: FrameHeader, bytes: Uint8Array): void {
    const reply = this.#uploads.add(header, bytes, this.#context.clock.now());
    if (reply === 'refused') return this.#talk.refuse('subPackage', generalResult.badMessage, header, bytes);
    if (reply === 'waiting') return this.#talk.reply(header, generalResult.ok);
    this.#talk.send(header, mediaReplyId, encodeMediaReply(reply));
  }
}
