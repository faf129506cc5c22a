import { itemAt } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { createNoise } from './noise.ts';
import { NEIGHBOUR_SEEDS } from './place-data.ts';
import { createRandom } from './random.ts';
import type { RoadCourse } from './road-course.ts';
import { SegmentField } from './segment-field.ts';
import { strewSites } from './sites.ts';
import type { Quarter } from './quarter.ts';
import type { VillageSeed } from './town-data.ts';
import { TOWN_SEEDS } from './towns/index.ts';
import type { Waters } from './waters.ts';

/** A cluster of house rows that roads lead to: a village centre or hamlet (自然村). */
export interface Settlement {
  readonly point: PlanePoint;
  readonly isInside: boolean;
  /** Whether connectors lead here; else lanes only. */
  readonly isCentre: boolean;
  /** At the centre of a village of a township. */
  readonly village?: VillageSeed;
  readonly radiusM: number;
  /** How much longer than round it is, along which direction (radians), and how its house rows lie. */
  readonly stretch: number;
  readonly axis: number;
  readonly tilt: number;
}

/** Strews village centres and hamlets over the land, thick in the townships and thin around them, none on water or trunk roads. */
export function strewSettlements({ seed, waters, trunks, quarters, isInside }: {
  seed: number;
  waters: Waters;
  trunks: readonly RoadCourse[];
  quarters: readonly Quarter[];
  isInside: (point: PlanePoint) => boolean;
}): Settlement[] {
  const random = createRandom(seed, 'hamlets');
  const crowd = createNoise(seed, 'hamlet crowd', 2_600);
  const lean = createNoise(seed, 'house lean', 3_000);
  const trunkField = new SegmentField(200);
  for (const trunk of trunks) trunkField.addCourse(trunk.course, 0);
  const isUnfit = (point: PlanePoint): boolean =>
    trunkField.distanceM(point, 120) < 110 || waters.field.distanceM(point, 60) < 25 || waters.isInPond(point);

  const villages = TOWN_SEEDS.flatMap((town) => town.villages);
  const centres = villages.map(({ eastKm, northKm }): PlanePoint => [eastKm * 1_000, northKm * 1_000]);
  const towns = NEIGHBOUR_SEEDS.map(({ eastKm, northKm }): PlanePoint => [eastKm * 1_000, northKm * 1_000]);
  const outer = strewSites({ random, tries: 900, taken: [...centres, ...towns], spacingAt: (point) => (isInside(point) || isUnfit(point) ? Infinity : 2_500) });
  const hamlets = strewSites({
    random, tries: 16_000, taken: [...centres, ...towns, ...outer],
    spacingAt: (point) => {
      if (isUnfit(point) || quarters.some((quarter) => quarter.remoteness(point) < 1.05)) return Infinity;
      return isInside(point) ? 440 + 130 * crowd(point) : 1_000 + 420 * crowd(point);
    },
  });
  const settle = (point: PlanePoint, isCentre: boolean, radiusM: number): Settlement => ({
    point, isCentre, radiusM, isInside: isInside(point),
    stretch: random.between(1, 1.55), axis: random.next() * Math.PI, tilt: 0.3 * lean(point) + random.bell() * 0.08,
  });
  return [
    ...centres.map((point, index) => ({ ...settle(point, true, 195), village: itemAt(villages, index) })),
    ...towns.map((point) => settle(point, true, random.between(360, 520))),
    ...outer.map((point) => settle(point, true, random.between(120, 260))),
    ...hamlets.map((point) => settle(point, false, isInside(point) ? random.between(80, 170) : random.between(45, 90))),
  ];
}
