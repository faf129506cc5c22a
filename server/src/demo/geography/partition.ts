import { createPlane, featureCollection, itemAt, labelPoint, roundLngLat, signedRingArea } from '@wangge/shared/geo';
import type { Feature, FeatureCollection, LngLat, PlanePoint, Polygon, Ring } from '@wangge/shared/geo';
import type { GridProperties, OutlineProperties, VillageProperties } from '@wangge/shared/district-map';
import { assignCells } from './assign-cells.ts';
import type { CrossingTest } from './assign-cells.ts';
import { ringsOf, traceArcs } from './borders.ts';
import type { BorderArc } from './borders.ts';
import { densify, relaxCourse, thin } from './curve.ts';
import { OUTSIDE, strewMiniCells } from './mini-cells.ts';
import { createWarp } from './noise.ts';
import { ILLUSTRATIVE, TOWN_ORIGIN, villageName, type TownSeed } from './town-data.ts';

/** The boundary layers, which part one another exactly: the county's outline, its townships, their villages and grids. */
export interface Partition {
  readonly county: Polygon;
  readonly towns: FeatureCollection<Polygon, OutlineProperties>;
  readonly villages: FeatureCollection<Polygon, VillageProperties>;
  readonly grids: FeatureCollection<Polygon, GridProperties>;
}

const plane = createPlane(TOWN_ORIGIN);

/** Outlines, villages and grids of adjoining townships; borders prefer to run along what `crosses` knows. */
export function generatePartition(seed: number, towns: readonly TownSeed[], crosses: CrossingTest): Partition {
  const warp = createWarp(seed, 'outline', { wavelengthM: 1_500, reachM: 120 });
  const notch = createWarp(seed, 'outline notches', { wavelengthM: 460, reachM: 78 });
  const outlines = towns.map(({ outlineKm }) =>
    densify(outlineKm.map(([east, north]): PlanePoint => [east * 1_000, north * 1_000]), 75).map((point) => notch(warp(point))));
  const cells = strewMiniCells(seed, outlines);
  const owners = assignCells({ seed, cells, towns, crosses });
  const arcs = softenArcs(seed, traceArcs(cells.triangles, (site) => itemAt(owners.grid, site)));
  const villageOf = (grid: number): number => owners.villageOfGrid[grid] ?? OUTSIDE;
  const seeds = towns.flatMap((town, townIndex) => town.villages.map((village) => ({ town, townIndex, village })));
  const townOf = (grid: number): number => seeds[villageOf(grid)]?.townIndex ?? OUTSIDE;

  const villages = seeds.map(({ town, village }, index): Feature<Polygon, VillageProperties> => {
    const geometry = shapeOf(arcs, (grid) => villageOf(grid) === index);
    const { serial, shortName } = village;
    return { type: 'Feature', geometry, properties: { code: `${town.code}${serial}`, name: villageName(village), shortName, label: labelOf(geometry), source: ILLUSTRATIVE } };
  });
  const grids = villages.flatMap((village, index) => numberGrids(village.properties.code, owners.villageOfGrid.flatMap((owner, grid) =>
    (owner === index ? [shapeOf(arcs, (region) => region === grid)] : []))));
  return {
    county: shapeOf(arcs, (grid) => grid !== OUTSIDE),
    towns: featureCollection(towns.map(({ code, name }, index): Feature<Polygon, OutlineProperties> => (
      { type: 'Feature', geometry: shapeOf(arcs, (grid) => townOf(grid) === index), properties: { code, name, source: ILLUSTRATIVE } }))),
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
