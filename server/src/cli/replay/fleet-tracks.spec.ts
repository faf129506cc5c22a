import { describe, expect, it } from 'vitest';
import { distanceM } from '@wangge/shared/geo';
import { parseCsv } from '../read-csv.ts';
import { parseMapping } from './choose-mapping.ts';
import { readTracks } from './fleet-tracks.ts';
import { limitTracks } from './limit-tracks.ts';
import type { FleetMapping } from './mapping.ts';
import { timeShiftMs } from './pace.ts';

const base = {
  kind: 'fleet', name: '测试', time: { column: 't', format: 'ISO' }, device: 'd', phone: { prefix: '1440000', digits: 4 },
  place: { lng: 'x', lat: 'y' }, shift: { from: [-122.42, 37.77], to: 'district-centre' },
};
const mappingOf = (more: object = {}): FleetMapping => parseMapping('m.json', JSON.stringify({ ...base, ...more })).mapping as FleetMapping;
const centre = [114.35, 22.69] as const;
const read = (rows: string, more: object = {}): ReturnType<typeof readTracks> => readTracks(parseCsv('f.csv', `t,d,x,y\n${rows}`), mappingOf(more), centre);
const time = (second: number): string => new Date(Date.parse('2026-11-16T00:00:00+08:00') + second * 1_000).toISOString();

describe('tracks of a file', () => {
  it('come to lie around the district with every metre kept', () => {
    const { tracks } = read(`${time(0)},SF001,-122.42,37.77\n${time(60)},SF001,-122.40,37.78\n`);
    const [a, b] = tracks[0]?.fixes ?? [];
    expect([a?.lng, a?.lat]).toEqual(centre);
    const before = distanceM([-122.42, 37.77], [-122.4, 37.78]);
    expect(Math.abs(distanceM([a?.lng ?? 0, a?.lat ?? 0], [b?.lng ?? 0, b?.lat ?? 0]) - before)).toBeLessThan(before * 0.001);
    expect(b?.speedKmh).toBeCloseTo((before / 60) * 3.6, 0);
    expect(b?.headingDeg).toBeGreaterThan(50);
  });

  it('give each device its terminal number, and list rows without one', () => {
    const { tracks, refused } = read(`${time(0)},SF007,-122.42,37.77\n${time(0)},car,-122.42,37.77\n`);
    expect(tracks.map(({ phone }) => phone)).toEqual(['14400000007']);
    expect(refused).toEqual([{ line: 3, reason: '终端“car”在对照表里没有号码' }]);
    expect(read(`${time(0)},car,-122.42,37.77\n`, { phone: { table: { car: '013900000001' } } }).tracks[0]?.phone).toBe('13900000001');
  });

  it('list impossible places and times by line', () => {
    const { refused } = read(`${time(0)},SF001,-122.42,97\nnever,SF001,-122.42,37.77\n${time(0)},SF001,,37.77\n${time(0)},,-122.42,37.77\n`);
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  it('keep the first rows of all devices together under a limit', () => {
    const { tracks } = read(`${time(2)},SF001,-122.42,37.77\n${time(1)},SF003,-122.42,37.77\n${time(3)},SF003,-122.42,37.77\n`);
    expect(limitTracks(tracks, 2).map(({ device, fixes }) => [device, fixes.length])).toEqual([['SF001', 1], ['SF003', 1]]);
  });
});

describe('the shift in time', () => {
  const [first, last, now] = [1_000_000, 87_400_000, 2_000_000_000_000];

  it('is whole seconds and says the last moment when it is due, the faster the play the farther back the first', () => {
    expect(timeShiftMs(now, first, last, 1)).toBe(now - first);
    const fast = timeShiftMs(now, first, last, 600);
    expect(fast % 1_000).toBe(0);
    expect(Math.abs(last + fast - (now + 86_400_000 / 600))).toBeLessThan(1_000);
  });

  it('never lets a position come from the future', () => {
    for (const speed of [0.5, 1, 60, 600]) {
      const shift = timeShiftMs(now, first, last, speed);
      for (const share of [0, 0.25, 0.5, 1]) {
        const fileAt = first + share * (last - first);
        expect(fileAt + shift).toBeLessThanOrEqual(now + (fileAt - first) / speed);
      }
    }
  });
});
