import { describe, expect, it } from 'vitest';
import { decodeRegister, encodeRegister } from './0100-register.ts';
import type { Edition, Registration } from './0100-register.ts';

const terminal: Omit<Registration, 'edition'> = {
  provinceId: 32, countyId: 281, makerId: '70111', model: 'M-1', terminalId: 'T000001', plateColour: 2, plate: '苏B12345',
};

function reread(registration: Registration): Registration | undefined {
  const body = encodeRegister(registration);
  return decodeRegister(body, 0, body.length, registration.edition === '2019' ? '2019' : '2013');
}

describe('0x0100 registration', () => {
  it.each(['2011', '2013', '2019'] as const)('reads back what a %s terminal says', (edition: Edition) => {
    expect(reread({ ...terminal, edition })).toEqual({ ...terminal, edition });
  });

  it.each(['2011', '2013'] as const)('tells %s by its colour byte when an identification number makes the body long', (edition) => {
    const unplated = { ...terminal, edition, plateColour: 0, plate: 'LSVAA4182E2184841' };
    expect(reread(unplated)).toEqual(unplated);
  });

  it.each([['2011', 24], ['2013', 24], ['2019', 75]] as const)('refuses a %s body without a plate colour', (edition, length) => {
    const body = encodeRegister({ ...terminal, edition });
    expect(decodeRegister(body, 0, length, edition === '2019' ? '2019' : '2013')).toBeUndefined();
  });

  it('refuses to build what does not fit its field', () => {
    expect(() => encodeRegister({ ...terminal, edition: '2011', model: 'MODEL-TOO-LONG' })).toThrow(RangeError);
  });
});
