import { inflateSync } from 'node:zlib';

const ENTRY = 20;
const HEAD = 44;

/** A font of WOFF 1.0 (W3C) as the bare OpenType it holds, which a subset is cut from much faster. Throws for other bytes: the file is ours. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  const log = Math.floor(Math.log2(count));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** log, 6);
  head.writeUInt16BE(log, 8);
  head.writeUInt16BE(16 * count - 16 * 2 ** log, 10);
  const parts: Uint8Array[] = [head];
  let at = head.length;
  for (let i = 0; i < count; i += 1) {
    const entry = HEAD + ENTRY * i;
    const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [number, number, number];
    const raw = woff.subarray(offset, offset + packed);
    const table = packed < size ? inflateSync(raw) : raw;
    const row = 12 + 16 * i;
    woff.copy(head, row, entry, entry + 4);
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), row + 4);
    head.writeUInt32BE(at, row + 8);
    head.writeUInt32BE(size, row + 12);
    const padding = Buffer.alloc((4 - (size % 4)) % 4);
    parts.push(table, padding);
    at += size + padding.length;
  }
  return Buffer.concat(parts);
}
