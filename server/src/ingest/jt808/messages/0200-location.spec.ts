import { describe, expect, it } from 'vitest';
import { noExtras } from './0200-location-extras.ts';
import { decodeLocation, encodeLocation, hasReadableFix, positionedBit } from './0200-location.ts';
import type { Location } from './0200-location.ts';

const at = Date.UTC(2026, 2, 15, 1, 30, 5);
const base: Location = {
  alarmBits: 0, statusBits: positionedBit, lng: 120.54, lat: 31.79, altitudeM: 5, speedKmh: 30.5, headingDeg: 90, at, extras: noExtras,
};

function withTail(hex: string): Location | undefined {
  const body = Buffer.concat([encodeLocation(base), Buffer.from(hex, 'hex')]);
  return decodeLocation(body, 0, body.length);
}

describe('0x0200 position', () => {
  it.each([[-70.5, -33.4], [-70.5, 33.4], [70.5, -33.4]])('carries the hemispheres of %d/%d in the status word', (lng, lat) => {
    const body = encodeLocation({ ...base, lng, lat });
    expect(decodeLocation(body, 0, body.length)).toMatchObject({ lng, lat });
  });

  it('reads every additional item it knows', () => {
    const extras = {
      mileageKm: 429_496_729.5, fuelL: 12.5, recorderSpeedKmh: 30.1, manualAlarmId: 44, speeding: { shape: 3, id: 70_002 }, border: { shape: 4, id: 70_001, isExit: true },
      section: { id: 70_003, tookS: 600, isTooLong: true }, vehicleSignalBits: 0xffffffff, ioBits: 3, analogBits: 0x80000001, signalStrength: 31, satellites: 14, unreadBytes: 0,
    };
    const body = encodeLocation({ ...base, extras });
    expect(decodeLocation(body, 0, body.length)?.extras).toEqual(extras);
  });

  it('reads which area or route an alarm is about, byte by byte', () => {
    expect(withTail('110100')?.extras).toEqual({ ...noExtras, speeding: { shape: 0, id: undefined } });
    expect(withTail('11050200000007')?.extras).toEqual({ ...noExtras, speeding: { shape: 2, id: 7 } });
    expect(withTail('1206030000000c01')?.extras).toEqual({ ...noExtras, border: { shape: 3, id: 12, isExit: true } });
    expect(withTail('130700000009014000')?.extras).toEqual({ ...noExtras, section: { id: 9, tookS: 320, isTooLong: false } });
    expect(Buffer.from(encodeLocation({ ...base, extras: { ...noExtras, speeding: { shape: 0, id: undefined } } })).toString('hex').slice(56)).toBe('110100');
  });

  it('steps over unknown items and known ids with a foreign length', () => {
    expect(withTail('eb0501020304050102ffff31010e')?.extras).toEqual({ ...noExtras, satellites: 14 });
  });

  it('keeps the position when the items run past the end, and says how much was left', () => {
    const location = withTail('31010e0104000000');
    expect(location).toMatchObject({ lng: 120.54, lat: 31.79 });
    expect(location?.extras).toEqual({ ...noExtras, satellites: 14, unreadBytes: 5 });
  });

  it('refuses a body shorter than the base part', () => {
    expect(decodeLocation(encodeLocation(base), 0, 27)).toBeUndefined();
  });

  it('reads 360 degrees as north', () => {
    const body = encodeLocation(base);
    body.set([0x01, 0x68], 20);
    expect(decodeLocation(body, 0, body.length)?.headingDeg).toBe(0);
  });

  it('trusts coordinates only with a fix and in clear', () => {
    expect(hasReadableFix(0b000010)).toBe(true);
    expect(hasReadableFix(0b000001)).toBe(false);
    expect(hasReadableFix(0b100010)).toBe(false);
  });
});
