import { readDword, writeDword } from '../words.ts';

/** 多媒体事件信息上传, JT/T 808-2013 §8.45. */
export const mediaEventId = 0x0800;

/** 多媒体数据上传: the same eight bytes, then (from 2013 on) a position and the data. JT/T 808-2013 §8.46. */
export const mediaDataId = 0x0801;

const headBytes = 8;
const kinds = ['image', 'audio', 'video'] as const;
export type MediaKind = (typeof kinds)[number] | 'other';

/** What a terminal says of something it recorded. */
export type MediaHead = {
  readonly mediaId: number;
  readonly kind: MediaKind;
  /** 0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV. */
  readonly format: number;
  /** 事件项编码: 0 ordered by the platform, 1 by time, 2 robbery alarm, 3 collision or rollover. */
  readonly event: number;
  readonly channel: number;
};

/** Reads the head of 0x0800 and of 0x0801; undefined when it is cut short. */
export function decodeMediaHead(bytes: Uint8Array, start: number, end: number): MediaHead | undefined {
  if (end - start < headBytes) return undefined;
  return {
    mediaId: readDword(bytes, start), kind: kinds[bytes[start + 4] as number] ?? 'other', format: bytes[start + 5] as number,
    event: bytes[start + 6] as number, channel: bytes[start + 7] as number,
  };
}

export function encodeMediaHead({ mediaId, kind, format, event, channel }: MediaHead): Uint8Array {
  const body = new Uint8Array(headBytes);
  writeDword(body, 0, mediaId);
  body.set([kind === 'other' ? 0xff : kinds.indexOf(kind), format, event, channel], 4);
  return body;
}
