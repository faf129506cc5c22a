import { createPlane, featureCollection, itemAt, labelPoint, roundLngLat, signedRingArea } from '@wangge/shared/geo';
import type { Feature, FeatureCollection, LngLat, PlanePoint, Polygon, Ring } from '@wangge/shared/geo';
import type { GridProperties, OutlineProperties, VillageProperties } from '@wangge/shared/district-map';
import { assignCells } from './assign-cells.ts';
import type { CrossingTest } from './assign-cells.ts';
import { ringsOf, traceArcs } from './borders.ts';
import type { BorderArc } from './borders.ts';
import { densify, relaxCourse, thin } from './curve.ts';
import { strewMiniCells } from './mini-cells.ts';
import { createWarp } from './noise.ts';
import { ILLUSTRATIVE, OUTLINE_KM, TOWN_CODE, TOWN_NAME, TOWN_ORIGIN, VILLAGE_SEEDS } from './town-data.ts';

/** The three boundary layers, which part one another exactly. */
export interface Partition {
  readonly outline: Feature<Polygon, OutlineProperties>;
  readonly villages: FeatureCollection<Polygon, VillageProperties>;
  readonly grids: FeatureCollection<Polygon, GridProperties>;
}

const OUTSIDE = -1;
const plane = createPlane(TOWN_ORIGIN);

/** Outline, villages and grids of the township; borders prefer to run along what `crosses` knows. */
export function generatePartition(seed: number, crosses: CrossingTest): Partition {
  const warp = createWarp(seed, 'outline', { wavelengthM: 1_500, reachM: 120 });
  const notch = createWarp(seed, 'outline notches', { wavelengthM: 460, reachM: 78 });
  const outline = densify(OUTLINE_KM.map(([east, north]): PlanePoint => [east * 1_000, north * 1_000]), 75).map((point) => notch(warp(point)));
  const cells = strewMiniCells(seed, outline);
  const owners = assignCells({ seed, cells, seeds: VILLAGE_SEEDS, crosses });
  const arcs = softenArcs(seed, traceArcs(cells.triangles, (site) => itemAt(owners.grid, site)));
  const villageOf = (grid: number): number => owners.villageOfGrid[grid] ?? OUTSIDE;

  const villages = VILLAGE_SEEDS.map((village, index): Feature<Polygon, VillageProperties> => {
    const geometry = shapeOf(arcs, (grid) => villageOf(grid) === index);
    const { shortName } = village;
    const properties = { code: `${TOWN_CODE}${village.serial}`, name: `${shortName}村`, shortName, label: labelOf(geometry), source: ILLUSTRATIVE };
    return { type: 'Feature', geometry, properties };
  });
  const grids = villages.flatMap((village, index) => numberGrids(village.properties.code, owners.villageOfGrid.flatMap((owner, grid) =>
    (owner === index ? [shapeOf(arcs, (region) => region === grid)] : []))));
  return {
    outline: {
      type: 'Feature',
      geometry: shapeOf(arcs, (grid) => grid !== OUTSIDE),
      properties: { code: TOWN_CODE, name: TOWN_NAME, source: ILLUSTRATIVE },
    },
    villages: featureCollection(villages),
    grids: featureCollection(grids),
  };
}

/** Takes the honeycomb look off the arcs; their ends stay common to all that meet there. */
function softenArcs(seed: number, arcs: readonly BorderArc[]): BorderArc[] {
  const sway = createWarp(seed, 'border sway', { wavelengthM: 420, reachM: 38 });
  const ripple = createWarp(seed, 'border ripple', { wavelengthM: 150, reachM: 12 });
  return arcs.map((arc) => {
    const rounds = arc.left === OUTSIDE || arc.right === OUTSIDE ? 1 : 3;
    const fine = densify(relaxCourse(arc.points, rounds), 45).map((point) => ripple(sway(point)));
    return { ...arc, points: thin(fine, 2.5) };
  });
}

function shapeOf(arcs: readonly BorderArc[], isWithin: (grid: number) => boolean): Polygon {
  const rings = ringsOf(arcs, isWithin).sort((a, b) => signedRingArea(b) - signedRingArea(a));
  return { type: 'Polygon', coordinates: rings.map((ring): Ring => ring.map((point) => roundLngLat(plane.toLngLat(point)))) };
}

function labelOf(shape: Polygon): LngLat {
  return roundLngLat(labelPoint(shape));
}

/** Numbers a village's grids like lines of text: row by row from the north, in each row from the west. */
function numberGrids(villageCode: string, shapes: readonly Polygon[]): Feature<Polygon, GridProperties>[] {
  const southwards = shapes.map((geometry) => ({ geometry, label: labelOf(geometry) })).sort((a, b) => b.label[1] - a.label[1]);
  const perRow = Math.ceil(shapes.length / Math.round(Math.sqrt(shapes.length)));
  const rows = Array.from({ length: Math.ceil(shapes.length / perRow) }, (_, row) => southwards.slice(row * perRow, (row + 1) * perRow));
  const ordered = rows.flatMap((row) => row.sort((a, b) => a.label[0] - b.label[0]));
  return ordered.map(({ geometry, label }, index) => {
    const serial = index + 1;
    const code = `${villageCode}${String(serial).padStart(3, '0')}`;
    return { type: 'Feature', geometry, properties: { code, villageCode, serial, name: `第${serial}网格`, label, source: ILLUSTRATIVE } };
  });
}
