export type AudioType = 'audio/webm' | 'audio/ogg' | 'audio/mp4';

const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);
/** How far into a file its container names itself. */
const HEAD_BYTES = 64;
/** Brands of MP4 that recorders of phones write (ISO/IEC 14496-12, 4.3); pictures in the same container have others. */
const MP4_BRANDS: ReadonlySet<string> = new Set(['isom', 'iso2', 'iso5', 'iso6', 'mp41', 'mp42', 'M4A ', 'dash']);

/** The media type of a voice note by its first bytes, as browsers record it: WebM or Ogg with Opus, MP4 with AAC; null for anything else. */
export function sniffAudio(bytes: Buffer): AudioType | null {
  if (bytes.length < 16) return null;
  if (bytes.subarray(0, 4).equals(EBML) && bytes.subarray(0, HEAD_BYTES).includes('webm')) return 'audio/webm';
  if (bytes.toString('latin1', 0, 4) === 'OggS' && bytes.subarray(0, HEAD_BYTES).includes('OpusHead')) return 'audio/ogg';
  if (bytes.toString('latin1', 4, 8) === 'ftyp' && MP4_BRANDS.has(bytes.toString('latin1', 8, 12))) return 'audio/mp4';
  return null;
}
