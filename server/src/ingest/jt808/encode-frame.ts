import { delimiter, escapeMark, maxFrameBytes } from './frame-splitter.ts';
import { writeHeader } from './header.ts';
import type { FrameHeader, OutgoingHeader } from './header.ts';

const maxBodyBytes = 1023;

/** Everything of a message that is not its body; `serial` is the first one when it takes several frames. */
export type Envelope = Pick<FrameHeader, 'messageId' | 'layout' | 'phone' | 'serial'>;

/** How many frames, and so how many serial numbers, a body of this length takes. */
export function partsOf(bodyLength: number): number {
  return Math.max(1, Math.ceil(bodyLength / maxBodyBytes));
}

/**
 * The wire bytes of one message: header, body, checksum, escaped and delimited; sub-packages (分包) with consecutive
 * serial numbers when the body is longer than one frame carries. JT/T 808-2013 §4.4.
 */
export function encodeMessage(envelope: Envelope, body: Uint8Array): Uint8Array {
  const count = partsOf(body.length);
  if (count === 1) return encodeFrame({ ...envelope, partCount: 0, partNumber: 0 }, body);
  const frames: Uint8Array[] = [];
  for (let number = 1; number <= count; number += 1) {
    const serial = (envelope.serial + number - 1) & 0xffff;
    const piece = body.subarray((number - 1) * maxBodyBytes, number * maxBodyBytes);
    frames.push(encodeFrame({ ...envelope, serial, partCount: count, partNumber: number }, piece));
  }
  return Buffer.concat(frames);
}

/** One frame before escaping; filled and emptied within one call. */
const content = new Uint8Array(maxFrameBytes);

function encodeFrame(header: OutgoingHeader, body: Uint8Array): Uint8Array {
  const bodyAt = writeHeader(content, header, body.length);
  content.set(body, bodyAt);
  const checkAt = bodyAt + body.length;
  let check = 0;
  let escapes = 0;
  for (let i = 0; i < checkAt; i += 1) {
    const byte = content[i] as number;
    check ^= byte;
    if (needsEscape(byte)) escapes += 1;
  }
  content[checkAt] = check;
  if (needsEscape(check)) escapes += 1;
  const wire = Buffer.allocUnsafe(checkAt + 1 + escapes + 2);
  let length = 0;
  wire[length++] = delimiter;
  for (let i = 0; i <= checkAt; i += 1) {
    const byte = content[i] as number;
    if (needsEscape(byte)) {
      wire[length++] = escapeMark;
      wire[length++] = byte - 0x7c;
    } else wire[length++] = byte;
  }
  wire[length] = delimiter;
  return wire;
}

function needsEscape(byte: number): boolean {
  return byte === delimiter || byte === escapeMark;
}
