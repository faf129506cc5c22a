import { bboxContains, bboxOf, createPlane, featureCollection, ringContains, roundLngLat } from '@wangge/shared/geo';
import type { Feature, LineString, PlanePoint, Polygon } from '@wangge/shared/geo';
import type { DistrictMap, PondProperties, RiverProperties, RoadProperties } from '@wangge/shared/district-map';
import { buildingFeatures } from './building-features.ts';
import { generateTrunks } from './country-roads.ts';
import type { Course } from './curve.ts';
import { generateLabels } from './labels.ts';
import { generatePartition } from './partition.ts';
import type { Partition } from './partition.ts';
import { TOWN_SEEDS } from './towns/index.ts';
import { NEIGHBOUR_SEEDS } from './place-data.ts';
import { placeBuildings } from './place-buildings.ts';
import { generatePlaces } from './places.ts';
import { generateScene } from './scene.ts';
import { SegmentField } from './segment-field.ts';
import { ILLUSTRATIVE, TOWN_ORIGIN } from './town-data.ts';
import { generateWaters } from './waters.ts';

const plane = createPlane(TOWN_ORIGIN);
const CANAL_M = 18;

/** Code and name of the demo's county (National Bureau of Statistics, 2023-06-30). */
export const COUNTY_CODE = '320281';
export const COUNTY_NAME = '江阴市';

/**
 * An invented but believable geography (示意地图) of 徐霞客镇 and two of its neighbours in 江阴市: boundaries of towns,
 * villages and grids, roads, water, buildings and places, and the land around. The same seed gives the same map to the last digit.
 */
export function generateDemoGeography(seed: number): DistrictMap {
  const trunks = generateTrunks(seed);
  const waters = generateWaters(seed, trunks);
  const dividers = new SegmentField(200);
  for (const river of waters.rivers) if (river.widthM > CANAL_M) dividers.addCourse(river.course, 0);
  for (const trunk of trunks) dividers.addCourse(trunk.course, 0);
  const { county, ...layers } = generatePartition(seed, TOWN_SEEDS, (from, to) => dividers.crosses(from, to));
  const villageCodeAt = villageFinder(layers.villages.features);
  const scene = generateScene({ seed, outlines: layers.towns.features.map(({ geometry }) => outerCourse(geometry)), waters, trunks });

  return {
    outline: { type: 'Feature', properties: { code: COUNTY_CODE, name: COUNTY_NAME, source: ILLUSTRATIVE }, geometry: county },
    ...layers,
    roads: featureCollection(scene.roads.map(({ course, roadClass, name }): Feature<LineString, RoadProperties> =>
      ({ type: 'Feature', geometry: lineString(course), properties: { roadClass, ...(name !== undefined && { name }), source: ILLUSTRATIVE } }))),
    rivers: featureCollection(waters.rivers.map(({ course, widthM, name }): Feature<LineString, RiverProperties> =>
      ({ type: 'Feature', geometry: lineString(course), properties: { widthM: Math.round(widthM), ...(name !== undefined && { name }), source: ILLUSTRATIVE } }))),
    ponds: featureCollection(waters.ponds.map((course): Feature<Polygon, PondProperties> =>
      ({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [lineString(course).coordinates] }, properties: { source: ILLUSTRATIVE } }))),
    buildings: featureCollection(buildingFeatures(placeBuildings(seed, scene), plane, villageCodeAt)),
    places: featureCollection(generatePlaces({ seed, scene, plane, villageCodeAt })),
    neighbours: featureCollection(NEIGHBOUR_SEEDS.map(({ name, eastKm, northKm }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: roundLngLat(plane.toLngLat([eastKm * 1_000, northKm * 1_000])) },
      properties: { name, source: ILLUSTRATIVE },
    }))),
    labels: featureCollection(generateLabels(scene, plane)),
  };
}

function lineString(course: Course): LineString {
  return { type: 'LineString', coordinates: course.map((point) => roundLngLat(plane.toLngLat(point))) };
}

function outerCourse({ coordinates: [outer] }: Polygon): Course {
  return (outer ?? []).map(plane.toPlane);
}

/** Tells the 12-digit code of the village a point lies in. */
function villageFinder(villages: Partition['villages']['features']): (point: PlanePoint) => string | undefined {
  const shapes = villages.map(({ geometry, properties }) => {
    const ring = outerCourse(geometry);
    return { ring, box: bboxOf(ring), code: properties.code };
  });
  return (point) => shapes.find(({ ring, box }) => bboxContains(box, point) && ringContains(ring, point))?.code;
}
