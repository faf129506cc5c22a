import { passedMs } from '../../platform/clock.ts';
import type { Jt808Counters } from './counters.ts';
import type { FrameHeader } from './header.ts';
import { decodeMediaHead } from './messages/0800-media-event.ts';
import type { MediaReply } from './replies/8800-media-reply.ts';

type Upload = { readonly startedAt: number; readonly arrived: Set<number>; mediaId: number | undefined };

export type UploadLimits = { readonly maxParts: number; readonly maxUploads: number; readonly timeoutMs: number };

/**
 * Recordings (多媒体数据) that a terminal sends in parts. Only which part came is held: the head is read and counted, the data is let go.
 * The reply is due when all parts came, and with those that are missing when the last one did.
 */
export class MediaUploads {
  readonly #limits: UploadLimits;
  readonly #counters: Jt808Counters['media'];
  readonly #open = new Map<string, Upload>();

  constructor(limits: UploadLimits, counters: Jt808Counters['media']) {
    this.#limits = limits;
    this.#counters = counters;
  }

  /** Takes one part; a reply when one is due, `refused` for a part that can't be. */
  add({ serial, partCount, partNumber, bodyStart, bodyEnd }: FrameHeader, bytes: Uint8Array, now: number): MediaReply | 'waiting' | 'refused' {
    for (const [key, { startedAt }] of this.#open) if (passedMs(startedAt, now) >= this.#limits.timeoutMs) this.#open.delete(key);
    if (partNumber < 1 || partNumber > partCount || partCount > this.#limits.maxParts) return 'refused';
    const key = `${(serial - partNumber + 1) & 0xffff}/${partCount}`;
    const known = this.#open.get(key);
    if (known === undefined && this.#open.size >= this.#limits.maxUploads) return 'refused';
    const upload = known ?? { startedAt: now, arrived: new Set<number>(), mediaId: undefined };
    if (partNumber === 1 && upload.mediaId === undefined) {
      const head = decodeMediaHead(bytes, bodyStart, bodyEnd);
      if (head === undefined) return 'refused';
      upload.mediaId = head.mediaId;
      this.#counters.uploads[head.kind] += 1;
    }
    this.#open.set(key, upload);
    upload.arrived.add(partNumber);
    this.#counters.bytes += bodyEnd - bodyStart;
    const isWhole = upload.arrived.size === partCount;
    if (upload.mediaId === undefined || !(isWhole || partNumber === partCount)) return 'waiting';
    if (isWhole) this.#open.delete(key);
    return { mediaId: upload.mediaId, missing: Array.from({ length: partCount }, (_, index) => index + 1).filter((part) => !upload.arrived.has(part)) };
  }
}
