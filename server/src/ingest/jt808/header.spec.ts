import { describe, expect, it } from 'vitest';
import { decodeHeader, writeHeader } from './header.ts';
import type { OutgoingHeader } from './header.ts';

const header: OutgoingHeader = { messageId: 0x0200, layout: '2013', phone: '13957001234', serial: 65_535, partCount: 0, partNumber: 0 };

function encodeHeader(written: OutgoingHeader, bodyLength: number): Uint8Array {
  const bytes = new Uint8Array(21);
  return bytes.subarray(0, writeHeader(bytes, written, bodyLength));
}

describe('header', () => {
  it.each([
    [{ ...header }, 12],
    [{ ...header, partCount: 3, partNumber: 2 }, 16],
    [{ ...header, layout: '2019' }, 17],
    [{ ...header, layout: '2019', partCount: 3, partNumber: 2 }, 21],
  ] as [OutgoingHeader, number][])('reads back what it writes: %o in %d bytes', (written, length) => {
    const bytes = encodeHeader(written, 0);
    expect(bytes).toHaveLength(length);
    expect(decodeHeader(bytes, 0, length)).toEqual({ ...written, isEncrypted: false, bodyStart: length, bodyEnd: length });
  });

  it('refuses a body of another length than stated', () => {
    const bytes = Buffer.concat([encodeHeader(header, 5), Buffer.alloc(4)]);
    expect(decodeHeader(bytes, 0, bytes.length)).toBe('length');
  });

  it('refuses 2019 attributes on a frame too short for them', () => {
    const bytes = encodeHeader(header, 0);
    bytes[2] = 0x40;
    expect(decodeHeader(bytes, 0, bytes.length)).toBe('length');
  });

  it('refuses a number that is not decimal', () => {
    const bytes = encodeHeader(header, 0);
    bytes[4] = 0xab;
    expect(decodeHeader(bytes, 0, bytes.length)).toBe('phone');
  });

  it('tells an encrypted body', () => {
    const bytes = encodeHeader(header, 0);
    bytes[2] = 0x04;
    expect(decodeHeader(bytes, 0, bytes.length)).toMatchObject({ isEncrypted: true });
  });

  it('refuses to write a body that needs sub-packages', () => {
    expect(() => encodeHeader(header, 1_024)).toThrow(RangeError);
  });
});
