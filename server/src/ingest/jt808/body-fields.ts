import { readTime, writeTime } from './bcd.ts';
import { encodeText, readText } from './text.ts';
import { readDword, readWord } from './words.ts';

const timeBytes = 6;

/** Fields of a message body one after the other, big-endian. JT/T 808-2013 §4.2. */
export class BodyWriter {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  word(value: number): void {
    this.#bytes.push((value >>> 8) & 0xff, value & 0xff);
  }

  dword(value: number): void {
    this.word(value >>> 16);
    this.word(value & 0xffff);
  }

  /** BCD[6] in GMT+8. */
  time(at: number): void {
    const digits = new Uint8Array(timeBytes);
    writeTime(digits, 0, at);
    this.#bytes.push(...digits);
  }

  /** Its length in bytes as WORD, then the text in GBK. */
  text(text: string): void {
    const encoded = encodeText(text);
    this.word(encoded.length);
    this.#bytes.push(...encoded);
  }

  body(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** The same fields read back. What lies past the end reads as 0, and `isWhole` says so. */
export class BodyReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  /** Whether everything read so far was there. */
  get isWhole(): boolean {
    return this.#at <= this.#end;
  }

  byte(): number {
    return this.#take(1, (at) => this.#bytes[at] as number);
  }

  word(): number {
    return this.#take(2, (at) => readWord(this.#bytes, at));
  }

  dword(): number {
    return this.#take(4, (at) => readDword(this.#bytes, at));
  }

  time(): number {
    return this.#take(timeBytes, (at) => readTime(this.#bytes, at));
  }

  text(): string {
    const length = this.word();
    const at = this.#at;
    this.#at += length;
    return this.isWhole ? readText(this.#bytes, at, this.#at) : '';
  }

  #take(count: number, read: (at: number) => number): number {
    const at = this.#at;
    this.#at += count;
    return this.isWhole ? read(at) : 0;
  }
}
