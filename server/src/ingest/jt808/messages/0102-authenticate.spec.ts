import { describe, expect, it } from 'vitest';
import { decodeAuthenticate, encodeAuthenticate } from './0102-authenticate.ts';

describe('0x0102 authentication', () => {
  it('refuses a 2019 body whose code length runs past its end', () => {
    const body = encodeAuthenticate({ code: 'A1', imei: '860000000000001', softwareVersion: 'V1' }, '2019');
    body[0] = 3;
    expect(decodeAuthenticate(body, 0, body.length, '2019')).toBeUndefined();
    expect(decodeAuthenticate(body, 0, 0, '2019')).toBeUndefined();
  });
});
