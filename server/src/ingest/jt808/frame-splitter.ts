/** 标识位: opens and closes a frame. JT/T 808-2013 §4.4.2. */
export const delimiter = 0x7e;

/** 转义: 7D 01 stands for 7D, 7D 02 for 7E. JT/T 808-2013 §4.4.2. */
export const escapeMark = 0x7d;

/** Header without sub-package fields, no body, checksum. */
export const minFrameBytes = 12 + 1;

/**
 * The longest frame there is, unescaped and without delimiters: the 2019 header with sub-package fields (21), the
 * longest body ten length bits can state (1023), the checksum (1). On the wire it is at most 2 × 1045 + 2 bytes, but
 * escapes are undone while reading, so this is all a connection ever holds.
 */
export const maxFrameBytes = 21 + 1023 + 1;

export type SplitRefusal = 'short' | 'oversize' | 'escape' | 'checksum';

export type FrameHandler = {
  /** Header and body lie at `bytes[start…end)`, unescaped, checksum verified and left out; valid during the call only. */
  frame(bytes: Uint8Array, start: number, end: number): void;
  /** Something between two delimiters was no frame; `bytes[start…end)` is what of it is still at hand. */
  refused(reason: SplitRefusal, bytes: Uint8Array, start: number, end: number): void;
};

type Mode = 'seeking' | 'fresh' | 'assembling';

/**
 * Cuts a byte stream into frames, whatever the chunks. Each byte is looked at once: checksum, escapes and ends are found
 * in the same pass, and a frame that lies whole and without escapes in its chunk is handed over where it lies.
 * Every delimiter ends one candidate and begins the next, so a lost or doubled one costs no good frame.
 */
export class FrameSplitter {
  readonly #handler: FrameHandler;
  readonly #held = new Uint8Array(maxFrameBytes);
  #mode: Mode = 'seeking';
  #length = 0;
  #check = 0;
  #isEscaped = false;
  #skipped = 0;

  constructor(handler: FrameHandler) {
    this.#handler = handler;
  }

  /** Bytes passed over in search of a delimiter, since the beginning. */
  get skippedBytes(): number {
    return this.#skipped;
  }

  /** Bytes held until the rest of their frame arrives; never above `maxFrameBytes`. */
  get heldBytes(): number {
    return this.#length;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#mode === 'fresh') at = this.#readInPlace(chunk, at);
      else if (this.#mode === 'assembling') at = this.#assemble(chunk, at);
      else at = this.#seek(chunk, at);
    }
  }

  #seek(chunk: Uint8Array, start: number): number {
    const found = chunk.indexOf(delimiter, start);
    const end = found < 0 ? chunk.length : found;
    this.#skipped += end - start;
    if (found >= 0) this.#mode = 'fresh';
    return end + 1;
  }

  #readInPlace(chunk: Uint8Array, start: number): number {
    const end = chunk.length;
    let check = 0;
    let at = start;
    let byte = 0;
    while (at < end) {
      byte = chunk[at] as number;
      if (byte === delimiter || byte === escapeMark) break;
      check ^= byte;
      at += 1;
    }
    if (at < end && byte === delimiter) {
      this.#finish(chunk, start, at, check);
      return at + 1;
    }
    if (at - start > maxFrameBytes) return this.#abandon('oversize', chunk, start, at);
    for (let i = start; i < at; i += 1) this.#held[i - start] = chunk[i] as number;
    this.#length = at - start;
    this.#check = check;
    this.#mode = 'assembling';
    return at;
  }

  #assemble(chunk: Uint8Array, start: number): number {
    const held = this.#held;
    const end = chunk.length;
    let length = this.#length;
    let check = this.#check;
    let isEscaped = this.#isEscaped;
    for (let at = start; at < end; at += 1) {
      let byte = chunk[at] as number;
      if (byte === delimiter) {
        this.#reset('fresh');
        if (isEscaped) this.#handler.refused('escape', held, 0, length);
        else this.#finish(held, 0, length, check);
        return at + 1;
      }
      if (isEscaped) {
        if (byte !== 1 && byte !== 2) return this.#abandon('escape', held, 0, length, at);
        byte += 0x7c;
        isEscaped = false;
      } else if (byte === escapeMark) {
        isEscaped = true;
        continue;
      }
      if (length === maxFrameBytes) return this.#abandon('oversize', held, 0, length, at);
      held[length] = byte;
      length += 1;
      check ^= byte;
    }
    this.#length = length;
    this.#check = check;
    this.#isEscaped = isEscaped;
    return end;
  }

  /** XOR over header, body and checksum is zero exactly when the checksum is right. JT/T 808-2013 §4.4.4. */
  #finish(bytes: Uint8Array, start: number, end: number, check: number): void {
    const length = end - start;
    if (length === 0) return;
    if (length < minFrameBytes) this.#handler.refused('short', bytes, start, end);
    else if (length > maxFrameBytes) this.#handler.refused('oversize', bytes, start, end);
    else if (check !== 0) this.#handler.refused('checksum', bytes, start, end);
    else this.#handler.frame(bytes, start, end - 1);
  }

  #abandon(reason: SplitRefusal, bytes: Uint8Array, start: number, end: number, next = end): number {
    this.#reset('seeking');
    this.#handler.refused(reason, bytes, start, end);
    return next;
  }

  #reset(mode: Mode): void {
    this.#mode = mode;
    this.#length = 0;
    this.#check = 0;
    this.#isEscaped = false;
  }
}
