import { describe, expect, it } from 'vitest';
import { noExtras } from './0200-location-extras.ts';
import { positionedBit } from './0200-location.ts';
import { decodeBatch, encodeBatch } from './0704-batch.ts';

const item = {
  alarmBits: 0, statusBits: positionedBit, lng: 120.54, lat: 31.79, altitudeM: 5, speedKmh: 30, headingDeg: 90,
  at: Date.UTC(2026, 2, 15), extras: noExtras,
};

describe('0x0704 batch', () => {
  it('reads back its items and its kind', () => {
    for (const isCatchUp of [true, false]) {
      const body = encodeBatch({ isCatchUp, items: [item, { ...item, at: item.at + 1_000 }] });
      expect(decodeBatch(body, 0, body.length)).toEqual({ isCatchUp, items: [item, { ...item, at: item.at + 1_000 }] });
    }
  });

  it('is refused whole at every length it could be cut to', () => {
    const body = encodeBatch({ isCatchUp: false, items: [item, item] });
    for (let length = 0; length < body.length; length += 1) expect(decodeBatch(body, 0, length)).toBeUndefined();
  });

  it('is refused when an item is too short to be a position', () => {
    expect(decodeBatch(Buffer.from('000100000100', 'hex'), 0, 6)).toBeUndefined();
  });
});
