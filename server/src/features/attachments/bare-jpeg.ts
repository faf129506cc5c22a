/** Markers (ISO/IEC 10918-1, table B.1): start and end of an image, start of a scan, and what a scan may hold within it. */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
const isWithinScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7) || marker === 0xff;
/** 说明段: APP1 to APP13, APP15 and comments hold where, when and by whom; APP0 and APP14 say how colours are meant. */
const isTelling = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

/** A JPEG without what camera and phone wrote into it (EXIF but which way is up, place, comments, anything behind its end); null for what is no whole JPEG. */
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
    if (marker === EXIF) kept.push(...onlyOrientation(bytes.subarray(at + 4, end)));
    else if (!isTelling(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

const EXIF_HEAD = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION_TAG = 0x0112;

/** Which way is up (Exif 2.32, 4.6.4: tag 0x0112, 1 to 8) and nothing else, as a segment of its own; none where the picture lies as it is. */
function onlyOrientation(segment: Buffer): Buffer[] {
  const tiff = segment.subarray(EXIF_HEAD.length);
  if (!segment.subarray(0, EXIF_HEAD.length).equals(EXIF_HEAD) || tiff.length < 10) return [];
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + 12 * entry;
    if (short(at) !== ORIENTATION_TAG) continue;
    const way = short(at + 8);
    return way < 2 || way > 8 ? [] : [Buffer.concat([Buffer.from([0xff, EXIF, 0, 34]), EXIF_HEAD, Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0])])];
  }
  return [];
}
