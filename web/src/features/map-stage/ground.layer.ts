import { isInArea } from '@wangge/shared/access';
import { isOpenState } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import { onTimeRate, type Figures, type RateFigure } from '@wangge/shared/figures';
import { areaM2, type FeatureCollection, type LngLat, type Polygon } from '@wangge/shared/geo';
import type { AreaLevel, Choropleth, HeatWindow } from '@wangge/shared/stage';
import type { AreaShades } from '../../map/base/area-loads.ts';
import { classOf, countBreaks, rateClass, type Breaks } from '../../map/ground/classes.ts';
import { hexAreas, type HexProperties } from '../../map/ground/hex-bins.ts';
import type { MapLabel } from '../../map/scene.ts';
import { isRed, isReportedWithin, type WarmCase } from './warm-case.ts';

/** What shades the ground, for the foot of the map to say in words. */
export type GroundTold =
  | { readonly kind: 'none' }
  | { readonly kind: 'grids' }
  | { readonly kind: 'hex'; readonly sideM: number }
  | { readonly kind: 'counts'; readonly choropleth: Choropleth; readonly breaks: Breaks }
  | { readonly kind: 'rates'; readonly choropleth: Choropleth; readonly target: number };

/** Areas with their shades and what is written beside their names, by code. */
export interface ShadedAreas {
  readonly shades: AreaShades;
  readonly values: ReadonlyMap<string, string>;
  readonly told: GroundTold;
}

/** What is counted, as of `now`. */
export interface GroundMoment {
  readonly now: number;
  readonly window: HeatWindow;
  readonly figures: Figures | null;
  /** Of figures that are no cases: how many there are in a grid or village. */
  readonly tally?: ReadonlyMap<string, number>;
  /** The scale in use. */
  readonly before?: Breaks;
}

const SOURCES = { town: 'towns', village: 'villages', grid: 'grids' } as const;
const CODE_LENGTH: Readonly<Record<AreaLevel, number>> = { town: 9, village: 12, grid: 15 };
const NO_RATE = '—';

/** Least number of open cases for each shade of a grid. */
const GRID_BREAKS: Breaks = [1, 2, 3, 5];

/** The shade of each grid (格色) by its number of open cases. */
export function gridShades(open: Iterable<WarmCase>): AreaShades {
  const counts = new Map<string, number>();
  for (const { state, gridCode } of open) if (isOpenState(state)) counts.set(gridCode, (counts.get(gridCode) ?? 0) + 1);
  return { source: 'grids', steps: new Map([...counts].map(([code, count]) => [code, classOf(count, GRID_BREAKS)])) };
}

/** Shades areas by a figure (分级设色): by even classes of a count, or by how far a rate misses its target. Rates are never by grid. */
export function shadedAreas(cases: readonly WarmCase[], map: DistrictMap, choropleth: Choropleth, moment: GroundMoment): ShadedAreas {
  const areas = areasOf(map, choropleth.level);
  return choropleth.figure === 'on-time' ? byRate(areas, choropleth, moment) : byCount(cases, areas, choropleth, moment);
}

function areasOf(map: DistrictMap, level: AreaLevel): readonly string[] {
  const { towns, villages, grids } = map;
  return ({ town: towns, village: villages, grid: grids }[level]?.features ?? []).map(({ properties }) => properties.code);
}

function byCount(cases: readonly WarmCase[], areas: readonly string[], choropleth: Choropleth, { now, window, before, tally }: GroundMoment): ShadedAreas {
  const { level, figure } = choropleth;
  const counts = new Map<string, number>();
  const add = (code: string, number: number): void => void counts.set(code.slice(0, CODE_LENGTH[level]), (counts.get(code.slice(0, CODE_LENGTH[level])) ?? 0) + number);
  for (const [code, number] of tally ?? []) add(code, number);
  for (const item of tally === undefined ? cases : []) {
    const counted = figure === 'open' ? isOpenState(item.state) : figure === 'red' ? isRed(item, now) : isReportedWithin(item, window, now);
    if (counted) add(level === 'grid' ? item.gridCode : item.villageCode, 1);
  }
  const breaks = countBreaks(Math.max(0, ...areas.map((code) => counts.get(code) ?? 0)), before);
  return {
    shades: { source: SOURCES[level], steps: new Map(areas.map((code) => [code, classOf(counts.get(code) ?? 0, breaks)])) },
    values: new Map(areas.map((code) => [code, String(counts.get(code) ?? 0)])),
    told: { kind: 'counts', choropleth, breaks },
  };
}

function byRate(areas: readonly string[], choropleth: Choropleth, { figures }: GroundMoment): ShadedAreas {
  const target = figures?.targetRate ?? 100;
  const rates = new Map(areas.map((code) => [code, onTimeRate(monthOf(figures, code))]));
  return {
    shades: { source: SOURCES[choropleth.level], steps: new Map([...rates].map(([code, { percent, isFew }]) => [code, isFew ? 0 : rateClass(percent, target)])) },
    values: new Map([...rates].map(([code, { text, percent, isFew }]) => [code, percent === null || isFew ? NO_RATE : text])),
    told: { kind: 'rates', choropleth, target },
  };
}

/** The month of a village or township: the sum of the villages in it. */
export function monthOf(figures: Figures | null, areaCode: string): RateFigure {
  return (figures?.villages ?? []).filter(({ villageCode }) => isInArea(villageCode, areaCode)).reduce<RateFigure>(
    (sum, { month }) => ({ closed: sum.closed + month.closed, closedOnTime: sum.closedOnTime + month.closedOnTime, due: sum.due + month.due }),
    { closed: 0, closedOnTime: 0, due: 0 },
  );
}

/** The side of a hexagon as a share of the side of a square as large as the town. */
const HEX_SHARE = 0.034;
/** From this shade on a hexagon says its count. */
const WRITTEN_STEP = 2;

/** Hexagons over what was reported within the window, and the counts written on the fuller ones. */
export function hexScene(cases: readonly WarmCase[], map: DistrictMap, { now, window, before }: GroundMoment): {
  readonly areas: FeatureCollection<Polygon, HexProperties & { readonly step: number }>;
  readonly labels: readonly MapLabel[];
  readonly sideM: number;
  readonly breaks: Breaks;
} {
  const sideM = hexSideM(map);
  const origin = map.outline.geometry.coordinates.flat(3).slice(0, 2) as unknown as LngLat;
  const { features } = hexAreas(cases.filter((item) => isReportedWithin(item, window, now)).map(({ lngLat }) => lngLat), origin, sideM);
  const breaks = countBreaks(Math.max(0, ...features.map(({ properties }) => properties.count)), before);
  const stepped = features.map(({ properties: { code, count, label }, ...feature }) => ({ ...feature, label, properties: { code, count, step: classOf(count, breaks) } }));
  return {
    areas: { type: 'FeatureCollection', features: stepped.map(({ type, geometry, properties }) => ({ type, geometry, properties })) },
    labels: stepped.filter(({ properties }) => properties.step >= WRITTEN_STEP).map(({ label, properties: { code, count } }): MapLabel => (
      { key: `hex ${code}`, kind: 'count', anchor: { spots: [label] }, runs: [{ text: String(count), tone: 'plain' }] })),
    sideM, breaks,
  };
}

/** A round length for the side: 50 m, 100 m, 150 m and so on. */
function hexSideM(map: DistrictMap): number {
  return Math.max(50, Math.round((Math.sqrt(areaM2(map.outline.geometry)) * HEX_SHARE) / 50) * 50);
}
