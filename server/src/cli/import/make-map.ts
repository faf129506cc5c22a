import type { Grid, Village } from '@wangge/shared/district';
import type { DistrictMap, GridProperties, VillageProperties } from '@wangge/shared/district-map';
import { featureCollection, labelPoint, polygonsOf, type Area, type Feature } from '@wangge/shared/geo';
import type { Boundary } from './boundaries.ts';
import { cellsInside } from './cells.ts';
import type { Problem } from './problems.ts';

type VillageFeature = Feature<Area, VillageProperties>;
type GridFeature = Feature<Area, GridProperties>;

export interface MapPlan {
  readonly code: string;
  readonly name: string;
  readonly villages: readonly Village[];
  /** Grids of the list, where there is one. */
  readonly grids: readonly Grid[];
  readonly boundaries: readonly Boundary[];
}

export interface MadeMap {
  readonly map: DistrictMap;
  readonly grids: readonly Grid[];
  readonly problems: readonly Problem[];
}

const GENERATED = '示意';

function sourceOf({ file }: Boundary): string {
  return `导入：${file}`;
}

/** A boundary's village: by its 12-digit code, else by its name. */
function villageOf(boundary: Boundary, villages: readonly Village[]): Village | undefined {
  if (/^\d{12}$/.test(boundary.code)) return villages.find(({ code }) => code === boundary.code);
  return boundary.code === '' ? villages.find(({ name, shortName }) => boundary.name !== '' && [name, shortName].includes(boundary.name)) : undefined;
}

/** Whether a boundary can be the township's own: it bears its code, or none and no village's name. */
function isOutline(boundary: Boundary, plan: MapPlan): boolean {
  if (boundary.code === '') return villageOf(boundary, plan.villages) === undefined;
  return boundary.code === plan.code || boundary.code === `${plan.code}000`;
}

function outlineOf(plan: MapPlan, villages: readonly VillageFeature[]): { area: Area; source: string } | undefined {
  const given = plan.boundaries.find((boundary) => isOutline(boundary, plan));
  if (given !== undefined) return { area: given.area, source: sourceOf(given) };
  const [first] = villages;
  return first && { area: { type: 'MultiPolygon', coordinates: villages.flatMap(({ geometry }) => polygonsOf(geometry)) }, source: first.properties.source };
}

function villageFeature(village: Village, area: Area, source: string): VillageFeature {
  return { type: 'Feature', geometry: area, properties: { ...village, label: labelPoint(area), source } };
}

function gridFeature(code: string, name: string, area: Area, source: string): GridFeature {
  return { type: 'Feature', geometry: area, properties: { code, villageCode: code.slice(0, 12), serial: Number(code.slice(12)), name, label: labelPoint(area), source } };
}

/** The grids of one village: as bounded, else as listed in generated cells, else the village as one grid. */
function gridsOf({ geometry, properties: { code, source } }: VillageFeature, plan: MapPlan): GridFeature[] {
  const listed = plan.grids.filter((grid) => grid.villageCode === code);
  const nameOf = (gridCode: string): string => listed.find((grid) => grid.code === gridCode)?.name ?? `第${Number(gridCode.slice(12))}网格`;
  const bounded = plan.boundaries.filter((boundary) => /^\d{15}$/.test(boundary.code) && boundary.code.startsWith(code));
  if (bounded.length > 0) return bounded.map((boundary) => gridFeature(boundary.code, nameOf(boundary.code), boundary.area, sourceOf(boundary)));
  if (listed.length === 0) return [gridFeature(`${code}001`, '第1网格', geometry, source)];
  const cells = cellsInside(geometry, listed.length);
  return listed.map((grid, i) => gridFeature(grid.code, grid.name, cells[i] ?? geometry, GENERATED));
}

/** Boundaries that belong to nothing, and villages and grids of the lists that have none. */
function strays(plan: MapPlan, villages: readonly VillageFeature[], grids: readonly GridFeature[]): Problem[] {
  const drawn = new Set([...villages, ...grids].map(({ properties }) => properties.code));
  const unused = plan.boundaries.filter((boundary) => boundary.code !== '' && !isOutline(boundary, plan) && !drawn.has(boundary.code));
  const bare = [...plan.villages, ...plan.grids].filter(({ code }) => !drawn.has(code));
  return [
    ...unused.map(({ file, code, name }) => ({ file, line: null, column: code, reason: `“${name}”不是这个辖区（${plan.code}）的边界` })),
    ...bare.map(({ code, name }) => ({ file: '边界', line: null, column: code, reason: `“${name}”没有边界，不上地图` })),
  ];
}

/**
 * Makes the district's map: boundaries where they are given; where no village has one, cells inside the outline labelled
 * 示意; a village without grids is one grid. Undefined when neither an outline nor a village is bounded.
 */
export function makeMap(plan: MapPlan): MadeMap | undefined {
  const bounded = plan.boundaries.flatMap((boundary) => {
    const village = villageOf(boundary, plan.villages);
    return village ? [villageFeature(village, boundary.area, sourceOf(boundary))] : [];
  });
  const outline = outlineOf(plan, bounded);
  if (outline === undefined) return undefined;
  const cells = bounded.length === 0 ? cellsInside(outline.area, plan.villages.length) : [];
  const villages = bounded.length > 0 ? bounded : plan.villages.map((village, i) => villageFeature(village, cells[i] ?? outline.area, GENERATED));
  const grids = villages.flatMap((village) => gridsOf(village, plan));
  const kindOf = (code: string): Grid['kind'] => plan.grids.find((grid) => grid.code === code)?.kind ?? 'basic';
  return {
    map: {
      outline: { type: 'Feature', geometry: outline.area, properties: { code: plan.code, name: plan.name, source: outline.source } },
      villages: featureCollection(villages), grids: featureCollection(grids),
    },
    grids: grids.map(({ properties: { code, name, villageCode } }) => ({ code, name, villageCode, kind: kindOf(code) })),
    problems: strays(plan, villages, grids),
  };
}
