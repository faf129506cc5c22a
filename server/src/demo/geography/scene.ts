import { bboxContains, bboxOf, ringContains } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { layCountryRoads } from './country-roads.ts';
import type { Course } from './curve.ts';
import { joinRoads } from './join-roads.ts';
import type { RoadCourse } from './road-course.ts';
import { strewSettlements } from './settlements.ts';
import type { Settlement } from './settlements.ts';
import { generateQuarters, layAlleys, layStreets } from './streets.ts';
import type { Quarter } from './quarter.ts';
import type { Waters } from './waters.ts';

/** Everything on the land that buildings have to respect. */
export interface Scene {
  readonly waters: Waters;
  readonly roads: readonly RoadCourse[];
  readonly settlements: readonly Settlement[];
  readonly quarters: readonly Quarter[];
  /** Whether a place lies in one of the townships. */
  isInside(point: PlanePoint): boolean;
}

/** Settles the land between the given waters and trunk roads, and joins all its roads into one network. */
export function generateScene({ seed, outlines, waters, trunks }: {
  seed: number;
  outlines: readonly Course[];
  waters: Waters;
  trunks: readonly RoadCourse[];
}): Scene {
  const shapes = outlines.map((outline) => ({ outline, box: bboxOf(outline) }));
  const isInside = (point: PlanePoint): boolean => shapes.some(({ outline, box }) => bboxContains(box, point) && ringContains(outline, point));
  const quarters = generateQuarters(seed);
  const settlements = strewSettlements({ seed, waters, trunks, quarters, isInside });
  const country = layCountryRoads({ seed, sites: settlements, waters, trunks });
  const streets = layStreets({ seed, quarters, roads: [...trunks, ...country], isWet: waters.isInPond });
  const alleys = layAlleys(seed, settlements, quarters);
  return { waters, settlements, quarters, isInside, roads: joinRoads([...trunks, ...country, ...streets, ...alleys]) };
}
