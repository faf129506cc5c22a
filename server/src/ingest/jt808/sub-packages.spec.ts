import { describe, expect, it } from 'vitest';
import type { FrameHeader } from './header.ts';
import { SubPackages } from './sub-packages.ts';

const limits = { maxBytes: 100, maxParts: 10, maxMessages: 2, timeoutMs: 30_000 };

function part(number: number, count: number, firstSerial = 10, length = 2): [FrameHeader, Uint8Array] {
  const header: FrameHeader = {
    messageId: 0x0704, layout: '2013', phone: '1', serial: (firstSerial + number - 1) & 0xffff, isEncrypted: false, partCount: count,
    partNumber: number, bodyStart: 0, bodyEnd: length,
  };
  return [header, new Uint8Array(length).fill(number)];
}

describe('SubPackages', () => {
  it('puts parts together in their own order, whatever order they come in', () => {
    const held = new SubPackages(limits);
    expect(held.add(...part(3, 3, 65_535), 0)).toBe('waiting');
    expect(held.add(...part(1, 3, 65_535), 0)).toBe('waiting');
    expect(held.add(...part(2, 3, 65_535), 0)).toEqual(Buffer.from([1, 1, 2, 2, 3, 3]));
    expect(held.heldBytes).toBe(0);
  });

  it('takes a repeated part once', () => {
    const held = new SubPackages(limits);
    held.add(...part(1, 2), 0);
    expect(held.add(...part(1, 2), 0)).toBe('waiting');
    expect(held.heldBytes).toBe(2);
    expect(held.add(...part(2, 2), 0)).toEqual(Buffer.from([1, 1, 2, 2]));
  });

  it('keeps two messages of one kind apart', () => {
    const held = new SubPackages(limits);
    held.add(...part(1, 2, 10), 0);
    held.add(...part(1, 2, 50), 0);
    expect(held.add(...part(2, 2, 50), 0)).toHaveLength(4);
    expect(held.heldBytes).toBe(2);
  });

  it.each([[0, 3], [4, 3], [1, 11]])('refuses part %d of %d', (number, count) => {
    expect(new SubPackages(limits).add(...part(number, count), 0)).toBe('refused');
  });

  it('refuses what would pass the byte limit, and lets go of the rest of that message', () => {
    const held = new SubPackages(limits);
    held.add(...part(1, 3, 10, 60), 0);
    expect(held.add(...part(2, 3, 10, 60), 0)).toBe('refused');
    expect(held.heldBytes).toBe(0);
  });

  it('refuses more unfinished messages than it may hold', () => {
    const held = new SubPackages(limits);
    held.add(...part(1, 2, 10), 0);
    held.add(...part(1, 2, 50), 0);
    expect(held.add(...part(1, 2, 90), 0)).toBe('refused');
  });

  it('gives up a message whose part never came', () => {
    const held = new SubPackages(limits);
    held.add(...part(1, 2), 0);
    expect(held.add(...part(2, 2), 30_000)).toBe('waiting');
    expect(held.expired).toBe(1);
    expect(held.heldBytes).toBe(2);
  });
});
