import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, asId, type UnitId } from '../base/index.ts';
import { createPlane } from '../geo/index.ts';
import type { PositionFix } from '../position/index.ts';
import { endByWorker, mayBegin, roundByItself, roundFigures, type Round } from './index.ts';

const NINE = Date.parse('2026-03-16T09:00:00+08:00');
const unitId = asId<UnitId>('u1');
const round = (more: Partial<Round> = {}): Round => ({ id: 'r', personId: 'p', personName: '网格员甲', unitId, areaCode: '320281104201', startedAt: NINE, toldAt: NINE, revision: 1, endedAt: null, reason: null, figures: null, ...more });
const after = (minutes: number): number => NINE + minutes * MINUTE_MS;
const seen = (nowMin: number, lastMin: number | null, isOnDuty = true) => ({ now: after(nowMin), isOnDuty, lastFixAt: lastMin === null ? null : after(lastMin) });

describe('a round', () => {
  it('[RD3] given somebody off duty, then it does not begin', () => {
    expect(mayBegin(NINE, { now: NINE, isOnDuty: false })).toMatchObject({ error: { code: 'PATROL_OFF_DUTY', rule: 'RD3' } });
    expect(mayBegin(NINE - HOUR_MS, { now: NINE, isOnDuty: true })).toEqual({ ok: true, value: NINE - HOUR_MS });
  });

  it('[RD4] given a moment that cannot be, then it is refused; a clock a little ahead is brought to now', () => {
    for (const startedAt of [after(6), after(-25 * 60)]) expect(mayBegin(startedAt, { now: NINE, isOnDuty: true })).toMatchObject({ error: { code: 'PATROL_ROUND_TIME', field: 'startedAt' } });
    expect(mayBegin(after(2), { now: NINE, isOnDuty: true })).toEqual({ ok: true, value: NINE });
    expect(endByWorker(round(), after(-1), after(10))).toMatchObject({ error: { code: 'PATROL_ROUND_TIME', field: 'endedAt' } });
    expect(endByWorker(round({ endedAt: after(5), reason: 'worker' }), after(9), after(10))).toMatchObject({ error: { code: 'OBJECT_ACTION_NOT_IN_STATE', rule: 'RD4' } });
  });

  it('[RD5] given no positions for half an hour, or no duty, then it ended where the last one was', () => {
    expect(roundByItself(round(), seen(70, 40))).toBeNull();
    expect(roundByItself(round(), seen(71, 40))).toEqual({ endedAt: after(40), reason: 'silent' });
    expect(roundByItself(round(), seen(41, 40, false))).toEqual({ endedAt: after(40), reason: 'off-duty' });
    expect(roundByItself(round(), seen(31, null))).toEqual({ endedAt: NINE, reason: 'silent' });
    expect(roundByItself(round(), seen(12 * 60, 12 * 60))).toEqual({ endedAt: after(12 * 60), reason: 'too-long' });
  });

  it('[RD5] given a start that was told late, then its silence counts from then', () => {
    expect(roundByItself(round({ toldAt: after(60) }), seen(80, null))).toBeNull();
  });

  it('[RD5] given a silence that ended it, then it goes on with the next position, and its worker\'s end puts it right', () => {
    const silent = round({ endedAt: after(40), reason: 'silent' });
    expect(roundByItself(silent, seen(90, 89))).toBe('resumed');
    expect(roundByItself(silent, seen(90, 40))).toBeNull();
    expect(roundByItself(silent, seen(90, 89, false))).toBeNull();
    expect(roundByItself(silent, seen(200, 199))).toBeNull();
    expect(roundByItself(round({ endedAt: after(40), reason: 'worker' }), seen(90, 89))).toBeNull();
    expect(endByWorker(silent, after(80), after(90))).toEqual({ ok: true, value: after(80) });
  });
});

describe('what a round came to', () => {
  const { toLngLat } = createPlane([120.3, 31.75]);
  /** A fix each ten seconds at so many km/h to the east; grids are 500 m wide. */
  const way = (minutes: number, kmh: number, fromM = 10): PositionFix[] => Array.from({ length: minutes * 6 + 1 }, (_, i) => {
    const [lng, lat] = toLngLat([fromM + (kmh / 3.6) * 10 * i, 0]);
    return { unitId, at: NINE + i * 10_000, lng, lat, speedKmh: null, headingDeg: null, accuracyM: 5 };
  });
  const gridAt = ([lng]: readonly [number, number]): string | null => { const m = (lng - 120.3) * 94_500; return m < 0 ? null : `g${Math.floor(m / 500)}`; };
  const covered = (fixes: readonly PositionFix[]): string => roundFigures(fixes, { coverMs: 5 * MINUTE_MS, coverFootM: 300 }, gridAt).grids.map(({ gridCode, isCovered }) => `${gridCode}${isCovered ? '+' : '-'}`).join(' ');

  it('[RD7] given one on foot, then the grids are covered where they were long or walked far enough', () => {
    expect(covered(way(15, 4.5))).toBe('g0+ g1+ g2-');
  });
  it('[RD7] given one who drives through, then none is covered; one who stands long enough covers', () => {
    expect(covered(way(3, 40)).includes('+')).toBe(false);
    expect(covered(way(6, 0))).toBe('g0+');
    expect(covered(way(4, 0))).toBe('g0-');
  });
  it('[RD6] given no positions, then nothing is claimed', () => {
    expect(roundFigures([], { coverMs: 1, coverFootM: 1 }, gridAt)).toEqual({ footM: 0, driveM: 0, grids: [] });
  });
});
