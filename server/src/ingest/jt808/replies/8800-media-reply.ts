import { readDword, readWord, writeDword, writeWord } from '../words.ts';

/** 多媒体数据上传应答, JT/T 808-2013 §8.47. */
export const mediaReplyId = 0x8800;

/** `missing`: numbers of the parts that have to be sent again; none when everything came. */
export type MediaReply = { readonly mediaId: number; readonly missing: readonly number[] };

/** A body names no more parts than one byte can count. */
const mostMissing = 255;

export function encodeMediaReply({ mediaId, missing }: MediaReply): Uint8Array {
  const named = missing.slice(0, mostMissing);
  const body = new Uint8Array(named.length === 0 ? 4 : 5 + named.length * 2);
  writeDword(body, 0, mediaId);
  if (named.length > 0) body[4] = named.length;
  named.forEach((part, index) => writeWord(body, 5 + index * 2, part));
  return body;
}

/** Undefined when the body is cut short. */
export function decodeMediaReply(bytes: Uint8Array, start: number, end: number): MediaReply | undefined {
  const count = end - start > 4 ? (bytes[start + 4] as number) : 0;
  if (end - start < 4 || (count > 0 && end - start < 5 + count * 2)) return undefined;
  return { mediaId: readDword(bytes, start), missing: Array.from({ length: count }, (_, index) => readWord(bytes, start + 5 + index * 2)) };
}
