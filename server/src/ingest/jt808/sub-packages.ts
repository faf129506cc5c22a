import { passedMs } from '../../platform/clock.ts';
import type { FrameHeader } from './header.ts';

export type PartOutcome = 'waiting' | 'refused' | Uint8Array;

type Assembly = {
  readonly parts: (Uint8Array | undefined)[];
  readonly startedAt: number;
  missing: number;
  bytes: number;
};

export type SubPackageLimits = {
  /** Bytes of all unfinished messages of one session together. */
  readonly maxBytes: number;
  readonly maxParts: number;
  /** Unfinished messages at one time. */
  readonly maxMessages: number;
  /** An unfinished message is given up this long after its first part. */
  readonly timeoutMs: number;
};

/**
 * Puts sub-packaged messages (分包, JT/T 808-2013 §4.4.3) of one session together. Parts may come in any order and more
 * than once; those of one message have consecutive serial numbers, which tells two messages of one id apart. What
 * would pass a limit is refused with everything its message had so far.
 */
export class SubPackages {
  readonly #limits: SubPackageLimits;
  readonly #open = new Map<string, Assembly>();
  #bytes = 0;
  #expired = 0;

  constructor(limits: SubPackageLimits) {
    this.#limits = limits;
  }

  /** Messages given up because a part never came. */
  get expired(): number {
    return this.#expired;
  }

  get heldBytes(): number {
    return this.#bytes;
  }

  /** Takes one part, copying it out of `bytes`; answers the whole body when it was the last one missing. */
  add(header: FrameHeader, bytes: Uint8Array, now: number): PartOutcome {
    this.#dropExpired(now);
    const { partCount, partNumber, bodyStart, bodyEnd } = header;
    if (partNumber < 1 || partNumber > partCount || partCount > this.#limits.maxParts) return 'refused';
    const firstSerial = (header.serial - partNumber + 1) & 0xffff;
    const key = `${header.messageId}/${firstSerial}/${partCount}`;
    const known = this.#open.get(key);
    if (known === undefined && this.#open.size >= this.#limits.maxMessages) return 'refused';
    const assembly = known ?? { parts: [], startedAt: now, missing: partCount, bytes: 0 };
    if (assembly.parts[partNumber - 1] !== undefined) return 'waiting';
    const length = bodyEnd - bodyStart;
    if (length === 0 || this.#bytes + length > this.#limits.maxBytes) {
      this.#drop(key);
      return 'refused';
    }
    assembly.parts[partNumber - 1] = bytes.slice(bodyStart, bodyEnd);
    assembly.missing -= 1;
    assembly.bytes += length;
    this.#bytes += length;
    this.#open.set(key, assembly);
    if (assembly.missing > 0) return 'waiting';
    this.#drop(key);
    return Buffer.concat(assembly.parts as Uint8Array[]);
  }

  #dropExpired(now: number): void {
    for (const [key, assembly] of this.#open) {
      if (passedMs(assembly.startedAt, now) < this.#limits.timeoutMs) continue;
      this.#expired += 1;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#open.get(key)?.bytes ?? 0;
    this.#open.delete(key);
  }
}
