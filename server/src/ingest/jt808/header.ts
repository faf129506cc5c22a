import { readPhone, writeDigits } from './bcd.ts';
import { readWord, writeWord } from './words.ts';

/** 2011 and 2013 share one header; 2019 says so by attribute bit 14 and carries a version byte and a longer number. */
export type HeaderLayout = '2013' | '2019';

/** 消息头, JT/T 808-2013 and -2019 §4.4.3. The body lies at `bodyStart…bodyEnd` of the bytes the header was read from. */
export type FrameHeader = {
  readonly messageId: number;
  readonly layout: HeaderLayout;
  readonly phone: string;
  readonly serial: number;
  readonly isEncrypted: boolean;
  /** Sub-packages of the whole message, and which one this is from 1; 0 and 0 for a message in one piece. */
  readonly partCount: number;
  readonly partNumber: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
};

/** `length`: the attributes state another body length than arrived. `phone`: the number is not decimal. */
export type HeaderRefusal = 'length' | 'phone';

const lengthMask = 0x03ff;
const encryptionMask = 0x1c00;
const subPackageBit = 0x2000;
const versionBit = 0x4000;

/** Reads a frame's header and checks it against the frame's length; the frame is at least `minFrameBytes - 1` long. */
export function decodeHeader(bytes: Uint8Array, start: number, end: number): FrameHeader | HeaderRefusal {
  const attributes = readWord(bytes, start + 2);
  const is2019 = (attributes & versionBit) !== 0;
  const isPart = (attributes & subPackageBit) !== 0;
  const fixed = is2019 ? 17 : 12;
  const bodyStart = start + fixed + (isPart ? 4 : 0);
  if (end - bodyStart !== (attributes & lengthMask)) return 'length';
  const phone = is2019 ? readPhone(bytes, start + 5, 10) : readPhone(bytes, start + 4, 6);
  if (phone === undefined) return 'phone';
  return {
    messageId: readWord(bytes, start),
    layout: is2019 ? '2019' : '2013',
    phone,
    serial: readWord(bytes, start + fixed - 2),
    isEncrypted: (attributes & encryptionMask) !== 0,
    partCount: isPart ? readWord(bytes, start + fixed) : 0,
    partNumber: isPart ? readWord(bytes, start + fixed + 2) : 0,
    bodyStart,
    bodyEnd: end,
  };
}

export type OutgoingHeader = Pick<FrameHeader, 'messageId' | 'layout' | 'phone' | 'serial' | 'partCount' | 'partNumber'>;

/** Writes the header for a body of `bodyLength` ≤ 1023, never encrypted, and returns its length; throws RangeError when a field does not fit. */
export function writeHeader(bytes: Uint8Array, header: OutgoingHeader, bodyLength: number): number {
  if (bodyLength > lengthMask) throw new RangeError(`a body of ${bodyLength} bytes needs sub-packages`);
  const is2019 = header.layout === '2019';
  const isPart = header.partCount > 0;
  const fixed = is2019 ? 17 : 12;
  writeWord(bytes, 0, header.messageId);
  writeWord(bytes, 2, bodyLength | (isPart ? subPackageBit : 0) | (is2019 ? versionBit : 0));
  if (is2019) bytes[4] = 1;
  writeDigits(bytes, is2019 ? 5 : 4, is2019 ? 10 : 6, header.phone);
  writeWord(bytes, fixed - 2, header.serial);
  if (!isPart) return fixed;
  writeWord(bytes, fixed, header.partCount);
  writeWord(bytes, fixed + 2, header.partNumber);
  return fixed + 4;
}
