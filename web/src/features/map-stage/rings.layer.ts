import { lineLengthM, pointAlong, polygonsOf, ringContains, type FeatureCollection, type LngLat, type MultiPolygon, type Ring } from '@wangge/shared/geo';
import type { ArrivalRing } from '@wangge/shared/roads';
import type { MapLabel } from '../../map/scene.ts';

/** Where a ring may be named: so many spots along it. */
const SPOTS = 32;

export interface RingScene {
  readonly shapes: FeatureCollection<MultiPolygon, { readonly rank: number }>;
  readonly labels: readonly MapLabel[];
}

/** Rings around a place (到达圈), numbered from the narrowest; each is named once on its own line, as near to the north of the place as there is room, so that the names stand one above the other. */
export function ringScene(rings: readonly ArrivalRing[], place: LngLat, name: (minutes: number) => string): RingScene {
  const narrowFirst = [...rings].sort((a, b) => a.minutes - b.minutes);
  return {
    shapes: { type: 'FeatureCollection', features: narrowFirst.map(({ area }, rank) => ({ type: 'Feature' as const, geometry: area, properties: { rank } })).reverse() },
    labels: narrowFirst.flatMap(({ minutes, area }): MapLabel[] => {
      const line = lineAround(area, place);
      return line === undefined ? [] : [{ key: `arrival ring ${minutes}`, kind: 'ring', anchor: { spots: spotsAlong(line, place) }, runs: [{ text: name(minutes), tone: 'plain' }] }];
    }),
  };
}

/** The line that goes around the place itself, not one around an area apart. */
function lineAround(area: MultiPolygon, place: LngLat): Ring | undefined {
  const outer = polygonsOf(area).flatMap((rings) => rings.slice(0, 1));
  return outer.find((ring) => ringContains(ring, place)) ?? outer[0];
}

function spotsAlong(line: Ring, [lng, lat]: LngLat): LngLat[] {
  const lengthM = lineLengthM(line);
  const fromNorth = ([x, y]: LngLat): number => Math.abs(Math.atan2((x - lng) * Math.cos((lat * Math.PI) / 180), y - lat));
  return Array.from({ length: SPOTS }, (_, index) => pointAlong(line, (lengthM * index) / SPOTS).lngLat).sort((a, b) => fromNorth(a) - fromNorth(b));
}
