/** Chunks that tell (WebP container specification, "Metadata"), and the bits of VP8X that announce them. */
const TELLING: ReadonlySet<string> = new Set(['EXIF', 'XMP ']);
const TELLING_BITS = 0x0c;
const HEAD_BYTES = 12;

/** A WebP without EXIF, XMP and anything behind its end; null for what is no whole WebP. */
export function bareWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < HEAD_BYTES || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return null;
  const kept: Buffer[] = [];
  for (let at = HEAD_BYTES; at < whole;) {
    if (at + 8 > whole) return null;
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > whole) return null;
    const name = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (name === 'VP8X') chunk[8] = chunk[8]! & ~TELLING_BITS;
    if (!TELLING.has(name)) kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) return null;
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}
