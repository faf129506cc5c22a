/** A growing buffer that is written from the start again and again; `view` stays valid until the next `reset`. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #data: DataView;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
    this.#data = new DataView(this.#bytes.buffer);
  }

  reset(): void {
    this.#length = 0;
  }

  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  u32(value: number): void {
    this.#reserve(4);
    this.#data.setUint32(this.#length, value, true);
    this.#length += 4;
  }

  f64(value: number): void {
    this.#reserve(8);
    this.#data.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** Unsigned LEB128 of a 32-bit value. */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.#bytes[this.#length] = (rest & 0x7f) | 0x80;
      this.#length += 1;
      rest >>>= 7;
    }
    this.#bytes[this.#length] = rest;
    this.#length += 1;
  }

  /** A signed 32-bit value with the sign in the lowest bit. */
  zigzag(value: number): void {
    this.varint((value << 1) ^ (value >> 31));
  }

  /** Writes a u32 over what already lies at `offset`. */
  patchU32(offset: number, value: number): void {
    this.#data.setUint32(offset, value, true);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    wider.set(this.#bytes);
    this.#bytes = wider;
    this.#data = new DataView(wider.buffer);
  }
}
