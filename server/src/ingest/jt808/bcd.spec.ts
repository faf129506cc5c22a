import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhone, readTime, writeDigits, writeTime } from './bcd.ts';

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex');
}

describe('readTime', () => {
  it('reads GMT+8 as epoch milliseconds', () => {
    expect(readTime(bytesOf('260315093005'), 0)).toBe(Date.UTC(2026, 2, 15, 1, 30, 5));
  });

  it('reads back every second of the century it can write', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 }), (second) => {
      const bytes = new Uint8Array(6);
      writeTime(bytes, 0, second * 1000);
      expect(readTime(bytes, 0)).toBe(second * 1000);
    }), { numRuns: 2_000, seed: 808 });
  });

  it.each(['000000000000', '261301000000', '260230000000', '250229000000', '260431000000', '260101240000', '260101006000', '26010100006a'])(
    'answers NaN for %s, which is no moment',
    (hex) => expect(readTime(bytesOf(hex), 0)).toBeNaN(),
  );

  it('knows 29 February of a leap year', () => {
    expect(readTime(bytesOf('240229000000'), 0)).toBe(Date.UTC(2024, 1, 28, 16));
  });
});

describe('readPhone', () => {
  it('drops leading zeros, so 2013 and 2019 headers name one terminal alike', () => {
    expect(readPhone(bytesOf('013957001234'), 0, 6)).toBe('13957001234');
    expect(readPhone(bytesOf('00000000013957001234'), 0, 10)).toBe('13957001234');
  });

  it('keeps all twenty digits of a long number', () => {
    expect(readPhone(bytesOf('12345678000000000019'), 0, 10)).toBe('12345678000000000019');
  });

  it('refuses half-bytes that are no digits', () => {
    expect(readPhone(bytesOf('01395700123f'), 0, 6)).toBeUndefined();
  });
});

describe('writeDigits', () => {
  it.each(['1234567890123', '12a4', ''])('refuses %j', (digits) => {
    expect(() => writeDigits(new Uint8Array(6), 0, 6, digits)).toThrow(RangeError);
  });
});
