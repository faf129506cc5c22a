import { delimiter, escapeMark } from './frame-splitter.ts';
import { encodeHeader } from './header.ts';
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

function encodeFrame(header: OutgoingHeader, body: Uint8Array): Uint8Array {
  const head = encodeHeader(header, body.length);
  const wire = new Uint8Array(2 * (head.length + body.length + 1) + 2);
  let length = 0;
  let check = 0;
  wire[length++] = delimiter;
  for (const part of [head, body]) {
    for (let i = 0; i < part.length; i += 1) {
      const byte = part[i] as number;
      check ^= byte;
      length = escapeInto(wire, length, byte);
    }
  }
  length = escapeInto(wire, length, check);
  wire[length++] = delimiter;
  return wire.subarray(0, length);
}

function escapeInto(wire: Uint8Array, length: number, byte: number): number {
  if (byte !== delimiter && byte !== escapeMark) {
    wire[length] = byte;
    return length + 1;
  }
  wire[length] = escapeMark;
  wire[length + 1] = byte - 0x7c;
  return length + 2;
}
