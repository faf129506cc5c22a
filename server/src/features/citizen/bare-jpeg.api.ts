/** Markers (ISO/IEC 10918-1, table B.1): start and end of an image, start of a scan, and what a scan may hold within it. */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const isWithinScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7) || marker === 0xff;
/** 说明段: APP1 to APP13, APP15 and comments hold where, when and by whom; APP0 and APP14 say how colours are meant. */
const isTelling = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

/** A JPEG without what camera and phone wrote into it (EXIF, place, comments, anything behind its end); null for what is no whole JPEG. */
export function bareJpeg(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== START) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length || (at + 2 <= bytes.length && bytes[at + 1] === END)) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return null;
    if (marker === END) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === SCAN) while (end < bytes.length && !(bytes[end] === 0xff && !isWithinScan(bytes[end + 1] ?? 0))) end += 1;
    if (end > bytes.length || end < at + 4) return null;
    if (!isTelling(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}
