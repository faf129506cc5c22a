import { readTime, writeTime } from '../bcd.ts';
import { readDword, readWord, writeDword, writeWord } from '../words.ts';
import { decodeExtras, encodeExtras } from './0200-location-extras.ts';
import type { LocationExtras } from './0200-location-extras.ts';

/** 位置信息汇报, JT/T 808-2013 §8.18. */
export const locationId = 0x0200;

/** Bytes before the additional items; a body may not be shorter. */
export const locationBaseBytes = 28;

/** 紧急报警: bit 0 of the alarm word. */
export const sosAlarmBit = 1 << 0;

/** 定位: bit 1 of the status word, set while the terminal has a fix. */
export const positionedBit = 1 << 1;
const southBit = 1 << 2;
const westBit = 1 << 3;
const encryptedBit = 1 << 5;

export type Location = {
  readonly alarmBits: number;
  readonly statusBits: number;
  /** Degrees with the hemisphere of the status word applied: south and west are negative. */
  readonly lng: number;
  readonly lat: number;
  readonly altitudeM: number;
  readonly speedKmh: number;
  /** Clockwise from north, 0–359. */
  readonly headingDeg: number;
  /** Epoch ms; NaN where the terminal sent no calendar time. */
  readonly at: number;
  readonly extras: LocationExtras;
};

/** Undefined when the body is shorter than the base part. */
export function decodeLocation(bytes: Uint8Array, start: number, end: number): Location | undefined {
  if (end - start < locationBaseBytes) return undefined;
  const statusBits = readDword(bytes, start + 4);
  const lat = readDword(bytes, start + 8) / 1e6;
  const lng = readDword(bytes, start + 12) / 1e6;
  return {
    alarmBits: readDword(bytes, start),
    statusBits,
    lng: (statusBits & westBit) === 0 ? lng : -lng,
    lat: (statusBits & southBit) === 0 ? lat : -lat,
    altitudeM: readWord(bytes, start + 16),
    speedKmh: readWord(bytes, start + 18) / 10,
    headingDeg: readWord(bytes, start + 20) % 360,
    at: readTime(bytes, start + 22),
    extras: decodeExtras(bytes, start + locationBaseBytes, end),
  };
}

/** True when the terminal has a fix (status bit 1) and its coordinates are in clear (bit 5 marks them encrypted). */
export function hasReadableFix(statusBits: number): boolean {
  return (statusBits & (positionedBit | encryptedBit)) === positionedBit;
}

/** The body of a position; the hemisphere bits are set from the coordinates, all other status bits are the caller's. */
export function encodeLocation(location: Location): Uint8Array {
  const extras = encodeExtras(location.extras);
  const body = new Uint8Array(locationBaseBytes + extras.length);
  const hemisphere = (location.lat < 0 ? southBit : 0) | (location.lng < 0 ? westBit : 0);
  writeDword(body, 0, location.alarmBits);
  writeDword(body, 4, (location.statusBits & ~(southBit | westBit)) | hemisphere);
  writeDword(body, 8, Math.round(Math.abs(location.lat) * 1e6));
  writeDword(body, 12, Math.round(Math.abs(location.lng) * 1e6));
  writeWord(body, 16, Math.max(0, Math.round(location.altitudeM)));
  writeWord(body, 18, Math.round(location.speedKmh * 10));
  writeWord(body, 20, Math.round(location.headingDeg) % 360);
  writeTime(body, 22, location.at);
  body.set(extras, locationBaseBytes);
  return body;
}
