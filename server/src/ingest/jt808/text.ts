import iconv from 'iconv-lite';

const gbk = new TextDecoder('gbk');

/** STRING in GBK (JT/T 808-2013 §4.2); fixed fields are padded with zero bytes or spaces, which are left out. */
export function readText(bytes: Uint8Array, start: number, end: number): string {
  return gbk.decode(bytes.subarray(start, end)).replace(/[\0 ]+$/, '').replace(/^[\0 ]+/, '');
}

export function encodeText(text: string): Uint8Array {
  return iconv.encode(text, 'gbk');
}

/** Writes GBK text into a field of `count` bytes, the rest zero; throws RangeError when it does not fit. */
export function writeText(bytes: Uint8Array, start: number, count: number, text: string): void {
  const encoded = encodeText(text);
  if (encoded.length > count) throw new RangeError(`'${text}' does not fit ${count} bytes`);
  bytes.set(encoded, start);
}
