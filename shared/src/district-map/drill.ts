import { areaBbox, areaContains, bboxContains, nearestOnLine, polygonsOf } from '../geo/index.ts';
import type { Area, Feature, FeatureCollection, LngLat } from '../geo/index.ts';
import type { BuildingKind, DistrictMap } from './district-map.ts';

/** From the county down to one house (逐级下钻). */
export const DRILL_LEVELS = ['town', 'village', 'grid', 'house'] as const;
export type DrillLevel = (typeof DRILL_LEVELS)[number];

/** One step on the way down. A house has no code of its own: it is named by kind and place in its village's buildings. */
export interface DrillStep {
  readonly level: DrillLevel;
  readonly code: string;
  /** Empty for a house, which is named by its address. */
  readonly name: string;
  readonly area: Area;
  readonly buildingKind?: BuildingKind;
}

/** A case belongs to a house when it lies in it or no farther from its walls, metres. */
const AT_HOUSE_M = 25;

/** The levels of a district from the top: one township is the top itself, so its villages come first. */
function levelsOf({ towns }: DistrictMap): readonly DrillLevel[] {
  return (towns?.features.length ?? 0) > 1 ? DRILL_LEVELS : DRILL_LEVELS.slice(1);
}

type Coded = { readonly code: string; readonly name: string };

function areaAt({ features }: FeatureCollection<Area, Coded>, level: DrillLevel, place: LngLat): DrillStep | null {
  const found = features.find(({ geometry }: Feature<Area, Coded>) => bboxContains(areaBbox(geometry), place) && areaContains(geometry, place));
  return found === undefined ? null : { level, code: found.properties.code, name: found.properties.name, area: found.geometry };
}

function houseAt({ buildings }: DistrictMap, place: LngLat): DrillStep | null {
  for (const { geometry, properties: { kind, villageCode } } of buildings?.features ?? []) {
    if (villageCode === undefined) continue;
    const index = polygonsOf(geometry).findIndex((rings) => {
      const area: Area = { type: 'Polygon', coordinates: rings };
      return bboxContains(areaBbox(area), place) && areaContains(area, place);
    });
    const rings = polygonsOf(geometry)[index];
    if (rings !== undefined) return { level: 'house', code: `${villageCode}/${kind}/${index}`, name: '', area: { type: 'Polygon', coordinates: rings }, buildingKind: kind };
  }
  return null;
}

/** What holds a place at a level; null where nothing does. */
function stepAt(map: DistrictMap, level: DrillLevel, place: LngLat): DrillStep | null {
  switch (level) {
    case 'town': return map.towns === undefined ? null : areaAt(map.towns, level, place);
    case 'village': return areaAt(map.villages, level, place);
    case 'grid': return areaAt(map.grids, level, place);
    case 'house': return houseAt(map, place);
  }
}

/**
 * Where a press at a place leads: one level deeper if it lies in the area that is shown, else to its neighbour on the same level; `deepest` ends
 * the way down. A press into the open country of the deepest area changes nothing; one outside the district leads back to the top.
 */
export function drillAt(map: DistrictMap, path: readonly DrillStep[], place: LngLat, deepest: DrillLevel = 'house'): readonly DrillStep[] {
  const levels = levelsOf(map);
  const most = levels.indexOf(deepest) + 1;
  const kept = path.findIndex(({ area }) => !areaContains(area, place));
  const depth = kept < 0 ? Math.min(path.length + 1, most) : path.length;
  const next: DrillStep[] = [];
  for (const level of levels.slice(0, depth)) {
    const step = stepAt(map, level, place);
    if (step === null) return level === 'house' ? next : [];
    next.push(step);
  }
  return next;
}

/** Whether a case is one of an area's: by the code of its grid, or for a house by where it lies. */
export function isInStep(step: DrillStep, item: { readonly gridCode: string; readonly villageCode: string; readonly lngLat: LngLat }): boolean {
  if (step.level === 'grid') return item.gridCode === step.code;
  if (step.level !== 'house') return item.villageCode.startsWith(step.code);
  if (areaContains(step.area, item.lngLat)) return true;
  return polygonsOf(step.area).some(([outer]) => outer !== undefined && nearestOnLine(outer, item.lngLat).offM <= AT_HOUSE_M);
}
