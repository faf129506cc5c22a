/**
 * Reads what `ByteWriter` wrote. Past the end it answers zeros and `isPastEnd` turns true, so that a reader checks once
 * per record instead of once per byte.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #data: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isPastEnd(): boolean {
    return this.#offset > this.#bytes.length;
  }

  get isAtEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  u8(): number {
    const value = this.#bytes[this.#offset] ?? 0;
    this.#offset += 1;
    return value;
  }

  u32(): number {
    const at = this.#skip(4);
    return at === undefined ? 0 : this.#data.getUint32(at, true);
  }

  f64(): number {
    const at = this.#skip(8);
    return at === undefined ? 0 : this.#data.getFloat64(at, true);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    this.#offset = this.#bytes.length + 1;
    return 0;
  }

  zigzag(): number {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  #skip(count: number): number | undefined {
    const at = this.#offset;
    this.#offset += count;
    return this.#offset <= this.#bytes.length ? at : undefined;
  }
}
