import type { Logger } from '../../platform/logger.ts';
import type { FrameRefusal, Jt808Counters } from './counters.ts';
import { FrameSplitter } from './frame-splitter.ts';
import { decodeHeader } from './header.ts';
import type { FrameHeader } from './header.ts';
import { heartbeatId } from './messages/0002-heartbeat.ts';
import { logoutId } from './messages/0003-logout.ts';
import { terminalReplyId } from './messages/0001-terminal-reply.ts';
import { registerId } from './messages/0100-register.ts';
import { authenticateId } from './messages/0102-authenticate.ts';
import { locationId } from './messages/0200-location.ts';
import { locationAnswerId } from './messages/0201-location-answer.ts';
import { parametersId } from './messages/0104-parameters.ts';
import { batchId } from './messages/0704-batch.ts';
import { mediaDataId, mediaEventId } from './messages/0800-media-event.ts';

const firstPlatformId = 0x8000;
const sampleBytes = 64;
const countedIds = [terminalReplyId, heartbeatId, logoutId, registerId, authenticateId, locationId, batchId, parametersId, locationAnswerId, mediaEventId, mediaDataId];
const counterNames: ReadonlyMap<number, string> = new Map(countedIds.map((id) => [id, `0x${id.toString(16).padStart(4, '0')}`]));

/**
 * Turns one connection's bytes into messages of a terminal: whole frames with a sound header. All else is counted
 * by reason, and the first of each reason goes into the log as hex.
 */
export class RequestReader {
  readonly #counters: Jt808Counters;
  readonly #log: Pick<Logger, 'warn'>;
  readonly #splitter: FrameSplitter;
  readonly #sampled = new Set<FrameRefusal>();
  #seenFrames = 0;

  /** `onRequest` reads the body at `bytes[header.bodyStart…bodyEnd)` before it returns. */
  constructor(counters: Jt808Counters, log: Pick<Logger, 'warn'>, onRequest: (header: FrameHeader, bytes: Uint8Array) => void) {
    this.#counters = counters;
    this.#log = log;
    this.#splitter = new FrameSplitter({
      frame: (bytes, start, end) => {
        this.#seenFrames += 1;
        const header = decodeHeader(bytes, start, end);
        if (typeof header === 'string') return this.refuse(header, bytes, start, end);
        this.#count(header.messageId);
        if (header.messageId >= firstPlatformId) return this.refuse('direction', bytes, start, end);
        onRequest(header, bytes);
      },
      refused: (reason, bytes, start, end) => {
        this.#seenFrames += 1;
        this.refuse(reason, bytes, start, end);
      },
    });
  }

  /** Returns how many frames, good or bad, the chunk completed. */
  push(chunk: Uint8Array): number {
    const seenBefore = this.#seenFrames;
    const skippedBefore = this.#splitter.skippedBytes;
    this.#splitter.push(chunk);
    this.#counters.bytes += chunk.length;
    this.#counters.skippedBytes += this.#splitter.skippedBytes - skippedBefore;
    return this.#seenFrames - seenBefore;
  }

  refuse(reason: FrameRefusal, bytes: Uint8Array, start: number, end: number): void {
    this.#counters.refused[reason] += 1;
    if (this.#sampled.has(reason)) return;
    this.#sampled.add(reason);
    const sample = Buffer.from(bytes.subarray(start, Math.min(end, start + sampleBytes))).toString('hex');
    this.#log.warn({ reason, sample }, 'frame was refused');
  }

  #count(messageId: number): void {
    const { frames } = this.#counters;
    const name = counterNames.get(messageId) ?? 'other';
    frames[name] = (frames[name] ?? 0) + 1;
  }
}
