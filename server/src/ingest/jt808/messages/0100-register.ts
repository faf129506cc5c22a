import type { HeaderLayout } from '../header.ts';
import { encodeText, readText, writeText } from '../text.ts';
import { readWord, writeWord } from '../words.ts';

/** 终端注册: a terminal introduces itself and its vehicle. JT/T 808-2013 §8.5. */
export const registerId = 0x0100;

/** The three layouts differ in the length of maker, model and terminal id; the header tells only 2019 apart. */
export type Edition = '2011' | '2013' | '2019';

export type Registration = {
  readonly edition: Edition;
  /** First two, and following four, digits of the administrative code (GB/T 2260); 0 leaves it to the platform. */
  readonly provinceId: number;
  readonly countyId: number;
  readonly makerId: string;
  readonly model: string;
  readonly terminalId: string;
  /** 0 without a plate, otherwise JT/T 415: 1 blue, 2 yellow, 3 black, 4 white, 9 other. */
  readonly plateColour: number;
  /** The plate, or the vehicle identification number where the colour is 0. */
  readonly plate: string;
};

type FieldBytes = { readonly maker: number; readonly model: number; readonly terminalId: number };

const fieldBytes: Record<Edition, FieldBytes> = {
  2011: { maker: 5, model: 8, terminalId: 7 },
  2013: { maker: 5, model: 20, terminalId: 7 },
  2019: { maker: 11, model: 30, terminalId: 30 },
};

/** Undefined when the body is shorter than its layout. */
export function decodeRegister(bytes: Uint8Array, start: number, end: number, layout: HeaderLayout): Registration | undefined {
  const edition = layout === '2019' ? '2019' : guessEdition(bytes, start, end);
  const colourAt = start + colourOffset(edition);
  if (colourAt >= end) return undefined;
  const { maker, model, terminalId } = fieldBytes[edition];
  const modelAt = start + 4 + maker;
  const terminalIdAt = modelAt + model;
  return {
    edition,
    provinceId: readWord(bytes, start),
    countyId: readWord(bytes, start + 2),
    makerId: readText(bytes, start + 4, modelAt),
    model: readText(bytes, modelAt, terminalIdAt),
    terminalId: readText(bytes, terminalIdAt, terminalIdAt + terminalId),
    plateColour: bytes[colourAt] as number,
    plate: readText(bytes, colourAt + 1, end),
  };
}

/**
 * A body too short for 2013 is 2011. A longer one is 2011 only if the colour byte makes sense there and not in the 2013
 * place, as when an unplated vehicle sends its 17 character identification number.
 */
function guessEdition(bytes: Uint8Array, start: number, end: number): '2011' | '2013' {
  const at2013 = start + colourOffset('2013');
  if (at2013 >= end) return '2011';
  if (isPlateColour(bytes[at2013] as number)) return '2013';
  return isPlateColour(bytes[start + colourOffset('2011')] as number) ? '2011' : '2013';
}

/** 0–9 by JT/T 415; 91–94 for farm and new-energy plates by JT/T 697.7. */
function isPlateColour(value: number): boolean {
  return value <= 9 || (value >= 91 && value <= 94);
}

function colourOffset(edition: Edition): number {
  const { maker, model, terminalId } = fieldBytes[edition];
  return 4 + maker + model + terminalId;
}

export function encodeRegister(registration: Registration): Uint8Array {
  const { maker, model, terminalId } = fieldBytes[registration.edition];
  const plate = encodeText(registration.plate);
  const colourAt = colourOffset(registration.edition);
  const body = new Uint8Array(colourAt + 1 + plate.length);
  writeWord(body, 0, registration.provinceId);
  writeWord(body, 2, registration.countyId);
  writeText(body, 4, maker, registration.makerId);
  writeText(body, 4 + maker, model, registration.model);
  writeText(body, 4 + maker + model, terminalId, registration.terminalId);
  body[colourAt] = registration.plateColour;
  body.set(plate, colourAt + 1);
  return body;
}
