import { readWord, writeWord } from '../words.ts';
import { decodeLocation, encodeLocation, type Location } from './0200-location.ts';

/** 位置信息查询应答, JT/T 808-2013 §8.20. */
export const locationAnswerId = 0x0201;

export type LocationAnswer = { readonly ackSerial: number; readonly location: Location };

/** Undefined when there is no whole position behind the serial number. */
export function decodeLocationAnswer(bytes: Uint8Array, start: number, end: number): LocationAnswer | undefined {
  const location = decodeLocation(bytes, start + 2, end);
  return location && { ackSerial: readWord(bytes, start), location };
}

export function encodeLocationAnswer({ ackSerial, location }: LocationAnswer): Uint8Array {
  const head = new Uint8Array(2);
  writeWord(head, 0, ackSerial);
  return Buffer.concat([head, encodeLocation(location)]);
}
