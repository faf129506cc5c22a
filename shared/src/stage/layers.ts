/** Time windows of the heat (热力时段). */
export const HEAT_WINDOWS = ['hour', 'day', 'week'] as const;
export type HeatWindow = (typeof HEAT_WINDOWS)[number];

/** How much a case warms its surroundings: each the same (密度), or the more the graver it is (轻重). */
export const HEAT_KERNELS = ['density', 'severity'] as const;
export type HeatKernel = (typeof HEAT_KERNELS)[number];

/** Areas that can be shaded by a figure (分级设色): township, village, grid. */
export const AREA_LEVELS = ['town', 'village', 'grid'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** Figures that shade areas: 在办, 超期, 时段内上报, 本月按期结案率; and 巡到网格, 网格事务超期, 双随机待查, which are no cases. */
export const AREA_FIGURES = ['open', 'red', 'reported', 'on-time', 'walked', 'owed', 'drawn'] as const;
export type AreaFigure = (typeof AREA_FIGURES)[number];

export interface Choropleth {
  readonly level: AreaLevel;
  readonly figure: AreaFigure;
}

/** Whether the map lies flat, or is tilted to show buildings (立体建筑) or the shaded ground as columns (在办量立柱). */
export const RELIEFS = ['flat', 'buildings', 'load'] as const;
export type Relief = (typeof RELIEFS)[number];

/** What a scene draws on the map. `cases`: those that need somebody, every open one, or none. `grids`, `hex` and `choropleth` shade the ground. */
export interface Layers {
  readonly heat: HeatWindow | null;
  readonly kernel: HeatKernel;
  readonly hex: boolean;
  readonly choropleth: Choropleth | null;
  readonly cases: 'overview' | 'all' | 'none';
  readonly squads: boolean;
  readonly people: boolean;
  readonly grids: boolean;
  /** 电子围栏: the areas in force now, with their names. */
  readonly fences: boolean;
  /** 视频点位: the cameras one may open. */
  readonly cameras: boolean;
  readonly relief: Relief;
}

/** Why layers cannot be drawn together. */
export type LayerFault = 'ground-twice' | 'rate-by-grid' | 'columns-without-load';

/**
 * Everything that keeps layers from being read: the ground has one shade, so grids, hexagons and a figure by area exclude each other (MP1); a rate
 * needs more cases than a grid has (MP2); columns stand on shaded ground (MP3).
 */
export function layerFaults({ hex, choropleth, grids, relief }: Layers): readonly LayerFault[] {
  const grounds = [hex, choropleth !== null, grids].filter(Boolean).length;
  return [
    ...(grounds > 1 ? ['ground-twice' as const] : []),
    ...(choropleth?.level === 'grid' && choropleth.figure === 'on-time' ? ['rate-by-grid' as const] : []),
    ...(relief === 'load' && grounds === 0 ? ['columns-without-load' as const] : []),
  ];
}
