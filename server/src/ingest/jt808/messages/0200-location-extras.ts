import { readDword, readWord, writeDword, writeWord } from '../words.ts';

/** Which area or route was entered or left; shape 1 circle, 2 rectangle, 3 polygon, 4 route. */
export type BorderCrossing = { readonly shape: number; readonly id: number; readonly isExit: boolean };

/** 超速报警附加信息: whose limit was passed; shape 0 nowhere in particular, 1 circle, 2 rectangle, 3 polygon, 4 section of a route. */
export type SpeedingPlace = { readonly shape: number; readonly id: number | undefined };

/** 路段行驶时间不足/过长报警附加信息. */
export type SectionTime = { readonly id: number; readonly tookS: number; readonly isTooLong: boolean };

/**
 * 位置附加信息项: id, length, value after the base part of 0x0200. Only what the standard names is kept; other ids and
 * known ids with another length are stepped over.
 */
export type LocationExtras = {
  readonly mileageKm: number | undefined;
  readonly fuelL: number | undefined;
  readonly recorderSpeedKmh: number | undefined;
  readonly manualAlarmId: number | undefined;
  readonly speeding: SpeedingPlace | undefined;
  /** 进出区域/路线报警附加信息. */
  readonly border: BorderCrossing | undefined;
  readonly section: SectionTime | undefined;
  readonly vehicleSignalBits: number | undefined;
  readonly ioBits: number | undefined;
  readonly analogBits: number | undefined;
  readonly signalStrength: number | undefined;
  readonly satellites: number | undefined;
  /** Bytes at the end that are no whole item; vendors with items of another shape leave some. */
  readonly unreadBytes: number;
};

/** Values of a body without additional items. */
export const noExtras: LocationExtras = {
  mileageKm: undefined, fuelL: undefined, recorderSpeedKmh: undefined, manualAlarmId: undefined, speeding: undefined, border: undefined, section: undefined,
  vehicleSignalBits: undefined, ioBits: undefined, analogBits: undefined, signalStrength: undefined, satellites: undefined, unreadBytes: 0,
};

/** Each case is item id and length in one number, so that a known id with a foreign length is stepped over. */
export function decodeExtras(bytes: Uint8Array, start: number, end: number): LocationExtras {
  if (start === end) return noExtras;
  let mileageKm: number | undefined;
  let fuelL: number | undefined;
  let recorderSpeedKmh: number | undefined;
  let manualAlarmId: number | undefined;
  let speeding: SpeedingPlace | undefined;
  let border: BorderCrossing | undefined;
  let section: SectionTime | undefined;
  let vehicleSignalBits: number | undefined;
  let ioBits: number | undefined;
  let analogBits: number | undefined;
  let signalStrength: number | undefined;
  let satellites: number | undefined;
  let at = start;
  while (at + 2 <= end) {
    const length = bytes[at + 1] as number;
    const value = at + 2;
    if (value + length > end) break;
    switch (((bytes[at] as number) << 8) | length) {
      case 0x0104: mileageKm = readDword(bytes, value) / 10; break;
      case 0x0202: fuelL = readWord(bytes, value) / 10; break;
      case 0x0302: recorderSpeedKmh = readWord(bytes, value) / 10; break;
      case 0x0402: manualAlarmId = readWord(bytes, value); break;
      case 0x1101: speeding = { shape: bytes[value] as number, id: undefined }; break;
      case 0x1105: speeding = { shape: bytes[value] as number, id: readDword(bytes, value + 1) }; break;
      case 0x1206: border = { shape: bytes[value] as number, id: readDword(bytes, value + 1), isExit: bytes[value + 5] === 1 }; break;
      case 0x1307: section = { id: readDword(bytes, value), tookS: readWord(bytes, value + 4), isTooLong: bytes[value + 6] === 1 }; break;
      case 0x2504: vehicleSignalBits = readDword(bytes, value); break;
      case 0x2a02: ioBits = readWord(bytes, value); break;
      case 0x2b04: analogBits = readDword(bytes, value); break;
      case 0x3001: signalStrength = bytes[value]; break;
      case 0x3101: satellites = bytes[value]; break;
    }
    at = value + length;
  }
  return {
    mileageKm, fuelL, recorderSpeedKmh, manualAlarmId, speeding, border, section, vehicleSignalBits, ioBits, analogBits, signalStrength,
    satellites, unreadBytes: end - at,
  };
}

/** The items that are present, in order of their ids. */
export function encodeExtras(extras: LocationExtras): Uint8Array {
  return Buffer.concat([
    encodeItem(0x01, 4, extras.mileageKm, 10),
    encodeItem(0x02, 2, extras.fuelL, 10),
    encodeItem(0x03, 2, extras.recorderSpeedKmh, 10),
    encodeItem(0x04, 2, extras.manualAlarmId, 1),
    encodeSpeeding(extras.speeding),
    encodeBorder(extras.border),
    encodeSection(extras.section),
    encodeItem(0x25, 4, extras.vehicleSignalBits, 1),
    encodeItem(0x2a, 2, extras.ioBits, 1),
    encodeItem(0x2b, 4, extras.analogBits, 1),
    encodeItem(0x30, 1, extras.signalStrength, 1),
    encodeItem(0x31, 1, extras.satellites, 1),
  ]);
}

function encodeSpeeding(speeding: SpeedingPlace | undefined): Uint8Array {
  if (speeding === undefined) return new Uint8Array(0);
  if (speeding.id === undefined) return Uint8Array.of(0x11, 1, speeding.shape);
  const item = new Uint8Array(7);
  item.set([0x11, 5, speeding.shape]);
  writeDword(item, 3, speeding.id);
  return item;
}

function encodeBorder(border: BorderCrossing | undefined): Uint8Array {
  if (border === undefined) return new Uint8Array(0);
  const item = new Uint8Array(8);
  item.set([0x12, 6, border.shape]);
  writeDword(item, 3, border.id);
  item[7] = border.isExit ? 1 : 0;
  return item;
}

function encodeSection(section: SectionTime | undefined): Uint8Array {
  if (section === undefined) return new Uint8Array(0);
  const item = new Uint8Array(9);
  item.set([0x13, 7]);
  writeDword(item, 2, section.id);
  writeWord(item, 6, section.tookS);
  item[8] = section.isTooLong ? 1 : 0;
  return item;
}

function encodeItem(id: number, length: 1 | 2 | 4, value: number | undefined, stepsPerUnit: number): Uint8Array {
  if (value === undefined) return new Uint8Array(0);
  const item = new Uint8Array(2 + length);
  const steps = Math.round(value * stepsPerUnit);
  item[0] = id;
  item[1] = length;
  if (length === 4) writeDword(item, 2, steps);
  else if (length === 2) writeWord(item, 2, steps);
  else item[2] = steps;
  return item;
}
