import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, asId, type UnitId } from '../base/index.ts';
import type { Fence, FenceHappening, FenceWatch } from '../district-map/index.ts';
import { createPlane, type LngLat } from '../geo/index.ts';
import type { PositionFix } from '../position/index.ts';
import { NO_STANDING, createGuard, createGuardIndex, decideFix, isMeant, isWithinHours, type FenceFinding, type Guard, type UnitStanding } from './index.ts';

const UNIT = asId<UnitId>('u1');
const NOON = Date.parse('2026-03-16T12:00:00+08:00');
const { toLngLat } = createPlane([120.3, 31.75]);
const WATCH: FenceWatch = { tells: ['enter', 'leave'], stayMs: null, offM: null, offMs: null, unitKinds: [], squads: [], units: [], hours: [], isAlarm: false };
const square = (halfM: number): readonly LngLat[] => [[-halfM, -halfM], [halfM, -halfM], [halfM, halfM], [-halfM, halfM], [-halfM, -halfM]].map(([e, n]) => toLngLat([e!, n!]));

const about = (watch: Partial<FenceWatch>, shape: Fence['shape']): Guard =>
  createGuard({ id: 'f', name: '围栏', kind: 'watch', areaCode: '320281104', validFrom: '2026-01-01', validUntil: null, shape, watch: { ...WATCH, ...watch } }, 'k');
/** An area of 400 m by 400 m around the origin. */
const area = (watch: Partial<FenceWatch> = {}, halfM = 200): Guard => about(watch, { type: 'Polygon', coordinates: [square(halfM)] });
/** A route from the origin 1 km to the east. */
const route = (watch: Partial<FenceWatch> = {}): Guard =>
  about({ tells: ['off-route'], offM: 80, offMs: 5 * MINUTE_MS, ...watch }, { type: 'LineString', coordinates: [toLngLat([0, 0]), toLngLat([1_000, 0])] });

/** A fix so many seconds after noon, metres east and north of the origin. */
const at = (second: number, eastM: number, northM = 0, accuracyM: number | null = 5): PositionFix => {
  const [lng, lat] = toLngLat([eastM, northM]);
  return { unitId: UNIT, at: NOON + second * 1_000, lng, lat, speedKmh: null, headingDeg: null, accuracyM };
};

function run(guard: Guard, fixes: readonly PositionFix[], begin: UnitStanding = NO_STANDING): { told: string[]; findings: FenceFinding[]; standing: UnitStanding } {
  const index = createGuardIndex([guard]);
  const guards = new Map([[guard.fence.id, guard]]);
  const findings: FenceFinding[] = [];
  let standing = begin;
  for (const fix of fixes) {
    const decided = decideFix(standing, fix, index.near([fix.lng, fix.lat]), guards);
    standing = decided.standing;
    findings.push(...decided.findings);
  }
  return { standing, findings, told: findings.map(({ happening, at: when }) => `${happening} ${(when - NOON) / 1_000}`) };
}

/** A fix each ten seconds on the way between two places, metres east. */
const drive = (fromM: number, toM: number, fromS: number, stepM = 50): PositionFix[] =>
  Array.from({ length: Math.round(Math.abs(toM - fromM) / stepM) + 1 }, (_, i) => at(fromS + i * 10, fromM + Math.sign(toM - fromM) * stepM * i));

describe('a unit and an area', () => {
  it('[FN2] given one that drives in and out, then each is told once, since the first fix that was sure', () => {
    const { told, findings } = run(area(), [...drive(-600, 600, 0), ...drive(600, -600, 300)]);
    expect(told).toEqual(['enter 90', 'leave 170', 'enter 390', 'leave 470']);
    expect(findings[0]).toMatchObject({ before: NOON + 70_000, since: null });
  });

  it('[FN2] given the first fix of a unit inside, then nothing is told of it', () => {
    expect(run(area(), drive(0, 100, 0)).told).toEqual([]);
  });

  it('[FN3] given a receiver that wanders over the border, then nothing is told', () => {
    const wander = fc.array(fc.record({ eastM: fc.integer({ min: -214, max: -186 }), northM: fc.integer({ min: -60, max: 60 }) }), { minLength: 5, maxLength: 60 });
    fc.assert(fc.property(wander, fc.boolean(), (places, isIn) => {
      const told = run(area(), [at(0, isIn ? -100 : -300), ...places.map(({ eastM, northM }, i) => at(10 + i * 10, eastM, northM))]).told;
      expect(told).toEqual([]);
    }));
  });

  it('[FN3] given fixes that claim to be right within 80 m only, then the border is that wide, and worse than 100 m says nothing', () => {
    expect(run(area(), [at(0, -400), at(10, -140, 0, 80), at(20, -140, 0, 80)]).told).toEqual([]);
    expect(run(area(), [at(0, -400), at(10, -110, 0, 80), at(20, -110, 0, 80)]).told).toEqual(['enter 10']);
    expect(run(area(), [at(0, -400), at(10, 0, 0, 300), at(20, 0, 0, 300)]).told).toEqual([]);
  });

  it('[FN3] given one fix inside alone, then nothing is told; a small area is entered in its middle', () => {
    expect(run(area(), [at(0, -400), at(10, 0), at(20, -400), at(30, -400)]).told).toEqual([]);
    expect(run(area({}, 12), [at(0, -60), at(10, -60), at(30, 0), at(45, 0)]).told).toEqual(['enter 30']);
  });

  it('[FN12] given one that passes through with a single fix inside, then it entered and left, wherever it bends', () => {
    const { told, findings } = run(area(), [at(0, -700, 20), at(30, -350, 20), at(60, 0, 20), at(90, 350, 20), at(120, 700, 20)]);
    expect(told).toEqual(['enter 60', 'leave 90']);
    expect(findings.map(({ before }) => (before! - NOON) / 1_000)).toEqual([30, 60]);
    expect(run(area(), [at(0, -250), at(30, 20, -20), at(60, 60, -250), at(90, 60, -600)]).told).toEqual(['enter 30', 'leave 60']);
    expect(run(area(), [at(0, -100), at(30, 0), at(60, 250, 10), at(90, 0), at(120, -100)]).told, 'a fix outside that no way leads to').toEqual([]);
    expect(run(area({}, 60), [at(0, -300), at(30, 0), at(60, 300)]).told).toEqual(['enter 30', 'leave 60']);
  });

  it('[FN12] given a bad fix inside beside a way along the border, a leap and return, too long a gap, or no fix inside at all, then nothing is told', () => {
    const along = (wrongM: number): PositionFix[] => [-300, -150, 0, 150, 300].map((northM, i) => at(i * 30, northM === 0 ? wrongM : -230, northM));
    expect(run(area(), along(-150)).told).toEqual([]);
    expect(run(area(), [at(0, -400), at(30, 0), at(60, -410)]).told).toEqual([]);
    expect(run(area(), [at(0, -400), at(70, 0), at(140, 400)]).told).toEqual([]);
    expect(run(area(), [at(0, -250, 0), at(30, 0, 250), at(60, 0, 600)]).told, 'across a corner').toEqual([]);
  });

  it('[FN4] given a jump of 500 km and back, or one that stays, then nothing is told', () => {
    const far = [at(100, 500_000), at(110, 500_010)];
    expect(run(area(), [at(0, 0), at(10, 5), ...far, at(120, 0), at(130, 5)]).told).toEqual([]);
    expect(run(area(), [at(0, 0), at(10, 5), ...far, at(120, 500_020), at(130, 500_030), at(140, 500_040)]).told).toEqual([]);
    expect(run(area(), [at(0, 0), ...far, at(120, 500_020), at(130, 0), at(140, 0), at(150, 0), ...drive(0, 400, 160)]).told).toEqual(['leave 210']);
  });

  it('[FN4] given fixes that come late, twice or in any order, then what is decided stays', () => {
    const track = [...drive(-600, 600, 0), ...drive(600, -600, 300)];
    const whole = run(area(), track).told;
    fc.assert(fc.property(fc.array(fc.nat({ max: track.length - 1 }), { maxLength: 30 }), (late) => {
      const sent = track.flatMap((fix, i) => [fix, ...late.filter((one) => one < i).slice(0, 2).map((one) => track[one]!)]);
      expect(run(area(), sent).told).toEqual(whole);
    }));
  });

  it('[FN4] given one jump alone, then what was known before it still holds: who left is told', () => {
    expect(run(area(), [at(0, 0), at(10, 5), at(100, 500_000), at(110, 260), at(130, 270)]).told).toEqual(['leave 110']);
  });

  it('[FN4] given places told late that agree among themselves, then who is inside has entered once', () => {
    expect(run(area(), [at(0, 400), at(40, 0), at(60, 0), at(5, 400), at(6, 400), at(7, 400), at(80, 0), at(100, 0)]).told).toEqual(['enter 40']);
  });

  it('[FN4] given a silence, then what was crossed meanwhile is told with when it was last seen; after a day nothing is', () => {
    const away = run(area(), [at(0, 0), at(10, 0), at(7_200, 800), at(7_210, 800)]);
    expect(away.told).toEqual(['leave 7200']);
    expect(away.findings[0]?.before).toBe(NOON + 10_000);
    expect(run(area(), [at(0, 0), at(90_000, 800), at(90_010, 800)]).told).toEqual([]);
  });

  it('[FN5] given one that stays, then it is told once, and a silence begins the time anew', () => {
    const rest = (fromS: number, minutes: number): PositionFix[] => Array.from({ length: minutes + 1 }, (_, i) => at(fromS + i * 60, 3 * (i % 4)));
    const guard = area({ tells: ['stay'], stayMs: 10 * MINUTE_MS });
    expect(run(guard, [...drive(-600, 0, 0), ...rest(180, 8)]).told).toEqual([]);
    const { told, findings } = run(guard, [...drive(-600, 0, 0), ...rest(180, 30)]);
    expect(told).toEqual(['stay 720']);
    expect(findings[0]?.since).toBe(NOON + 90_000);
    expect(run(guard, [...rest(0, 6), ...rest(360 + 1_200, 6)]).told).toEqual([]);
    expect(run(guard, [...rest(0, 12), ...drive(0, 600, 800), ...drive(600, 0, 1_000), ...rest(1_200, 15)]).told).toHaveLength(2);
  });

  it('[FN6] given hours, then nothing is told outside them, and staying counts from their beginning', () => {
    const evening = area({ tells: ['enter', 'stay'], stayMs: 10 * MINUTE_MS, hours: [{ from: '13:00', to: '14:00' }] });
    const rest = Array.from({ length: 120 }, (_, i) => at(i * 60, 0));
    const { told, findings } = run(evening, [at(-60, -400), at(-40, -400), ...rest]);
    expect(told).toEqual(['stay 4200']);
    expect(findings[0]?.since).toBe(NOON + HOUR_MS);
    expect([NOON + 10 * HOUR_MS, NOON - 8 * HOUR_MS, NOON].map((when) => isWithinHours([{ from: '22:00', to: '06:00' }], when))).toEqual([true, true, false]);
  });

  it('[FN6] is about kinds of units, squads and vehicles that its list names', () => {
    const car = { kind: 'vehicle' as const, name: '巡逻车03', plate: '苏B·A1234' };
    const meant = (watch: Partial<FenceWatch>, squad: string | null = '一队') => isMeant({ ...WATCH, ...watch }, car, squad);
    expect([meant({}), meant({ unitKinds: ['person'] }), meant({ squads: ['一队'] }), meant({ squads: ['一队'] }, null), meant({ units: ['苏B·A1234'] }), meant({ units: ['巡逻车03'], squads: ['二队'] })])
      .toEqual([true, false, true, false, true, false]);
  });
});

describe('a unit and a route', () => {
  const off = (fromS: number, minutes: number, northM = 200): PositionFix[] => Array.from({ length: minutes * 2 + 1 }, (_, i) => at(fromS + i * 30, 900, northM));
  const along = drive(0, 900, 0, 20);

  it('[FN7] given one that followed it and then is off for long enough, then it is told once', () => {
    const { told, findings } = run(route(), [...along, ...off(480, 12)]);
    expect(told).toEqual(['off-route 780']);
    expect(findings[0]?.since).toBe(NOON + 480_000);
  });

  it('[FN7] given a detour, a wander at its edge, or one that only crosses it, then nothing is told', () => {
    expect(run(route(), [...along, ...off(480, 3), ...drive(900, 0, 700)]).told).toEqual([]);
    expect(run(route(), [...along, ...off(480, 12, 90)]).told).toEqual([]);
    expect(run(route(), [at(0, 500, -400), at(30, 500, 0), at(60, 500, 0), at(90, 500, 400), ...off(120, 12, 500)]).told).toEqual([]);
  });
});

describe('a standing', () => {
  it.each<[FenceHappening[], Guard]>([[['enter', 'leave', 'stay'], area({ tells: ['enter', 'leave', 'stay'], stayMs: 60_000 })], [['off-route'], route({ offMs: MINUTE_MS })]])('[FN8] %s: kept as text and read again anywhere, what is told is the same', (_tells, guard) => {
    const step = fc.record({ gapS: fc.integer({ min: 1, max: 90 }), eastM: fc.integer({ min: -500, max: 1_300 }), northM: fc.integer({ min: -300, max: 300 }) });
    fc.assert(fc.property(fc.array(step, { minLength: 2, maxLength: 60 }), fc.nat({ max: 59 }), (steps, cut) => {
      let second = 0;
      const fixes = steps.map(({ gapS, eastM, northM }) => at((second += gapS), eastM, northM));
      const first = run(guard, fixes.slice(0, cut));
      const kept = first.standing === NO_STANDING ? NO_STANDING : JSON.parse(JSON.stringify(first.standing)) as UnitStanding;
      expect([...first.findings, ...run(guard, fixes.slice(cut), kept).findings]).toEqual(run(guard, fixes).findings);
    }));
  });
});
