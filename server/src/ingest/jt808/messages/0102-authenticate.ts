import type { HeaderLayout } from '../header.ts';
import { encodeText, readText, writeText } from '../text.ts';

/** 终端鉴权: a terminal shows the code it was given when it registered. JT/T 808-2013 and -2019 §8.8. */
export const authenticateId = 0x0102;

export type Authentication = {
  readonly code: string;
  /** Stated by 2019 terminals only. */
  readonly imei?: string;
  readonly softwareVersion?: string;
};

const imeiBytes = 15;
const softwareBytes = 20;

/** 2013: the whole body is the code. 2019: code length, code, IMEI, software version; undefined when cut short. */
export function decodeAuthenticate(bytes: Uint8Array, start: number, end: number, layout: HeaderLayout): Authentication | undefined {
  if (layout === '2013') return { code: readText(bytes, start, end) };
  if (start >= end) return undefined;
  const imeiAt = start + 1 + (bytes[start] as number);
  const softwareAt = imeiAt + imeiBytes;
  if (softwareAt + softwareBytes > end) return undefined;
  return {
    code: readText(bytes, start + 1, imeiAt),
    imei: readText(bytes, imeiAt, softwareAt),
    softwareVersion: readText(bytes, softwareAt, softwareAt + softwareBytes),
  };
}

export function encodeAuthenticate(authentication: Authentication, layout: HeaderLayout): Uint8Array {
  const code = encodeText(authentication.code);
  if (layout === '2013') return code;
  const body = new Uint8Array(1 + code.length + imeiBytes + softwareBytes);
  body[0] = code.length;
  body.set(code, 1);
  writeText(body, 1 + code.length, imeiBytes, authentication.imei ?? '');
  writeText(body, 1 + code.length + imeiBytes, softwareBytes, authentication.softwareVersion ?? '');
  return body;
}
