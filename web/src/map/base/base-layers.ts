import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Relief } from '@wangge/shared/stage';
import type { MapTheme } from '../map-theme.ts';
import type { BaseSource } from './base-sources.ts';
import { fadeByZoom, groundWidth, widthByZoom, type MapScale } from './zoom-scale.ts';

const ROAD_GROWTH = Math.SQRT2;
/** Fences are a little broader the nearer one goes. */
const FENCE_GROWTH = 1.12;
const IS_CHOSEN: ExpressionSpecification = ['boolean', ['get', 'isChosen'], false];
const ROAD_WIDTHS_U = [4, 1.9, 1.1] as const;
/** How strongly shades cover the tiles of a base map from outside. */
const OVER_TILES = 0.62;
/** How strongly buildings and lanes are drawn where the shades of the ground are what the map is about. */
const RECEDING = 0.3;
const LOAD: ExpressionSpecification = ['coalesce', ['feature-state', 'load'], 0];

/** What the map is about: the marks on it, or the shades and bands of the ground itself. */
export type MapSubject = 'marks' | 'ground';

/**
 * The layers of the base map from bottom to top: land, grid load, water, buildings, roads, dimmed surroundings, heat,
 * grid and village lines, fences, town lines. Widths follow the design's table; everything with a name is written by the labels.
 */
export function baseLayers(colours: MapTheme, scale: MapScale, { relief, hasOwnLand, subject }: { readonly relief: Relief; readonly hasOwnLand: boolean; readonly subject: MapSubject }): LayerSpecification[] {
  const land = hasOwnLand ? 1 : 0;
  const shadeOpacity = hasOwnLand ? 1 : OVER_TILES;
  const isGround = subject === 'ground';
  const theme: MapTheme = isGround ? { ...colours, loadSteps: colours.figureSteps, heatBand: colours.heatBandAlone } : colours;
  const detail = isGround ? RECEDING : 1;
  return [
    { id: 'land', type: 'background', paint: { 'background-color': theme.land } },
    fill('grid-load', 'grids', { 'fill-color': loadColour(theme), 'fill-antialias': false, 'fill-opacity': ['case', ['>', LOAD, 0], shadeOpacity, land] }),
    shade('village-load', 'villages', theme, shadeOpacity),
    shade('town-load', 'towns', theme, shadeOpacity),
    fill('hex', 'hexes', { 'fill-color': ['step', ['get', 'step'], ...loadStops(theme)], 'fill-antialias': false, 'fill-opacity': shadeOpacity }),
    line('hex-line', 'hexes', theme.land, { 'line-width': 1.6 * scale.uPx }),
    ...[
      ...waterLayers(theme, scale),
      buildingLayer('building-outside', theme.buildingOutside, scale, false),
      buildingLayer('building-inside', theme.building, scale, true, detail),
      ...roadLayers(theme, scale, detail),
    ].map((layer) => shownIf(layer, hasOwnLand)),
    fill('outside-dim', 'outside', { 'fill-color': theme.land, 'fill-opacity': theme.outsideDim }),
    ...heatLayers(theme, scale),
    ...ringLayers(theme, scale),
    line('grid-line', 'grid-borders', theme.ink, { 'line-opacity': theme.gridLine, 'line-width': 0.8 * scale.uPx }),
    line('village-line', 'village-borders', theme.ink, {
      'line-opacity': theme.villageLine, 'line-width': 1.5 * scale.uPx, 'line-dasharray': [7 / 1.5, 4 / 1.5],
    }),
    ...fenceLayers(theme, scale),
    line('town-band', 'outline', theme.townLine, {
      'line-opacity': theme.townBand, 'line-width': 12 * scale.uPx, 'line-offset': 6 * scale.uPx,
    }),
    line('town-line', 'outline', theme.townLine, { 'line-opacity': theme.townLineOpacity, 'line-width': 2 * scale.uPx }),
    ...reliefLayers(theme, scale, relief),
    ...cameraLayers(theme, scale),
    { ...fill('focus-dim', 'focus', { 'fill-color': theme.land, 'fill-opacity': theme.outsideDim + 0.1 }), filter: ['==', ['get', 'role'], 'outside'] } as LayerSpecification,
    { ...line('focus-edge', 'focus', theme.us, { 'line-width': 2.8 * scale.uPx }), filter: ['==', ['get', 'role'], 'edge'] } as LayerSpecification,
  ];
}

function fill(id: string, source: BaseSource, paint: object): LayerSpecification {
  return { id, type: 'fill', source, paint };
}

function shownIf(layer: LayerSpecification, isShown: boolean): LayerSpecification {
  return { ...layer, layout: { ...layer.layout, visibility: isShown ? 'visible' : 'none' } } as LayerSpecification;
}

function line(id: string, source: BaseSource, colour: string, paint: object): LayerSpecification {
  return { id, type: 'line', source, layout: { 'line-join': 'round', 'line-cap': 'line-dasharray' in paint ? 'butt' : 'round' }, paint: { 'line-color': colour, ...paint } };
}

function loadStops(theme: MapTheme): (string | number)[] {
  const [none, ...more] = theme.loadSteps;
  return [none, ...more.flatMap((colour, index) => [index + 1, colour])];
}

function loadColour(theme: MapTheme): ExpressionSpecification {
  return ['step', LOAD, ...loadStops(theme)] as ExpressionSpecification;
}

/** Areas that are seen only where they are shaded. */
function shade(id: string, source: BaseSource, theme: MapTheme, opacity: number): LayerSpecification {
  return fill(id, source, { 'fill-color': loadColour(theme), 'fill-antialias': false, 'fill-opacity': ['case', ['>', LOAD, 0], opacity, 0] });
}

/** Heights of buildings that were brought without one, by kind: two floors, six, a factory hall; metres. */
const BUILDING_M: ExpressionSpecification = ['coalesce', ['get', 'heightM'], ['match', ['get', 'kind'], 'block', 18, 'hall', 10, 7]];
/** What one shade is high on a map as wide as the screen is high, as a share of that. */
const COLUMN_SHARE = 0.022;

/** What stands up when the map is tilted: buildings, or each shaded area as high as its shade. */
function reliefLayers(theme: MapTheme, scale: MapScale, relief: Relief): LayerSpecification[] {
  const solid = (id: string, source: BaseSource, isShown: boolean, paint: object): LayerSpecification => ({
    id, type: 'fill-extrusion', source, layout: { visibility: isShown ? 'visible' : 'none' }, paint: { 'fill-extrusion-opacity': 0.86, ...paint },
  });
  const stepM = COLUMN_SHARE * 1_080 * scale.uPx * scale.fitMetresPerPx;
  const column = { 'fill-extrusion-color': loadColour(theme), 'fill-extrusion-height': ['*', LOAD, stepM] };
  return [
    solid('building-solid', 'buildings', relief === 'buildings', { 'fill-extrusion-color': theme.building, 'fill-extrusion-height': BUILDING_M }),
    ...(['grids', 'villages', 'towns'] as const).map((source) => solid(`${source}-column`, source, relief === 'load', column)),
    solid('hex-column', 'hexes', relief === 'load', { 'fill-extrusion-color': ['step', ['get', 'step'], ...loadStops(theme)], 'fill-extrusion-height': ['*', ['get', 'step'], stepM] }),
  ];
}

/**
 * 电子围栏: drawn as maps draw fences, a line with posts across it, set off from the ground by a band of the land's colour; a route is a line of long
 * dashes without posts. The chosen one is in the colour of choices, broader and fuller. Its name says what it is for.
 */
function fenceLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  const chosenOr = (chosen: number | string, other: number | string): ExpressionSpecification => ['case', IS_CHOSEN, chosen, other];
  const width = (chosenU: number, otherU: number): ExpressionSpecification => widthByZoom(scale, ['case', IS_CHOSEN, chosenU, otherU], FENCE_GROWTH);
  const colour = chosenOr(theme.us, theme.ink) as unknown as string;
  const only = (type: 'Polygon' | 'LineString', layer: LayerSpecification): LayerSpecification => ({ ...layer, filter: ['==', ['geometry-type'], type] } as LayerSpecification);
  return [
    only('Polygon', fill('fence', 'fences', { 'fill-color': colour, 'fill-opacity': chosenOr(0.16, 0.09) })),
    line('fence-casing', 'fences', theme.land, { 'line-opacity': 0.8, 'line-width': width(8, 5.4) }),
    only('Polygon', line('fence-posts', 'fences', colour, { 'line-width': width(11, 7.6), 'line-dasharray': [0.26, 1.14] })),
    only('Polygon', line('fence-line', 'fences', colour, { 'line-width': width(3.6, 2.2) })),
    only('LineString', line('fence-route', 'fences', colour, { 'line-width': width(4.4, 2.8), 'line-dasharray': [4.4, 1.6] })),
  ];
}

/** 到达圈: a thin line at the end of each ring, the nearer the clearer, on a band of the land's colour that sets it off from roads. */
function ringLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  const byRank = (nearest: number, step: number): ExpressionSpecification => ['max', ['-', nearest, ['*', step, ['get', 'rank']]], 0.3];
  return [
    fill('ring', 'rings', { 'fill-color': theme.ink, 'fill-opacity': 0.05, 'fill-antialias': false }),
    line('ring-casing', 'rings', theme.land, { 'line-opacity': 0.85, 'line-width': 6.4 * scale.uPx }),
    line('ring-line', 'rings', theme.ink, { 'line-opacity': byRank(0.7, 0.12), 'line-width': 2 * scale.uPx }),
  ];
}

/** 视频点位: where a camera looks, seen from near, and its mark; see `cameraShapes`. */
function cameraLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  return [
    { ...fill('camera-field', 'cameras', { 'fill-color': theme.us, 'fill-antialias': false, 'fill-opacity': fadeByZoom(scale, [0.8, 0], [1.6, 0.2]) }), filter: ['==', ['geometry-type'], 'Polygon'] } as LayerSpecification,
    {
      id: 'camera-mark', type: 'symbol', source: 'cameras', filter: ['==', ['geometry-type'], 'Point'],
      layout: { 'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-sort-key': ['get', 'rank'] },
    },
  ];
}

function waterLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  const widthM: ExpressionSpecification = ['get', 'widthM'];
  return [
    fill('pond', 'ponds', { 'fill-color': theme.water, 'fill-outline-color': theme.waterEdge }),
    line('river-edge', 'rivers', theme.waterEdge, { 'line-width': groundWidth(scale, ['+', widthM, scale.fitMetresPerPx * scale.uPx], [3.2, 10.4]) }),
    line('river', 'rivers', theme.water, { 'line-width': groundWidth(scale, widthM, [2, 9]) }),
  ];
}

function buildingLayer(id: string, colour: string, scale: MapScale, isInside: boolean, opacity = 1): LayerSpecification {
  return {
    id, type: 'fill', source: 'buildings',
    filter: isInside ? ['has', 'villageCode'] : ['!', ['has', 'villageCode']],
    paint: { 'fill-color': colour, 'fill-opacity': fadeByZoom(scale, [-0.6, 0.55 * opacity], [1, opacity]) },
  };
}

function roadLayers(theme: MapTheme, scale: MapScale, laneOpacity: number): LayerSpecification[] {
  const isClass = (roadClass: number): ExpressionSpecification => ['==', ['get', 'roadClass'], roadClass];
  const road = (id: string, roadClass: 1 | 2 | 3, colour: string, widthU: number, opacity = 1): LayerSpecification => ({
    id, type: 'line', source: 'roads', filter: isClass(roadClass),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-opacity': opacity, 'line-width': widthByZoom(scale, widthU, ROAD_GROWTH) },
  });
  const [wide, middle, narrow] = ROAD_WIDTHS_U;
  return [
    road('road-3', 3, theme.roads[2], narrow, laneOpacity),
    road('road-2-casing', 2, theme.roadCasing, middle + 1.6),
    road('road-2', 2, theme.roads[1], middle),
    road('road-1-casing', 1, theme.roadCasing, wide + 2),
    road('road-1', 1, theme.roads[0], wide),
    road('road-1-centre', 1, theme.roadCasing, wide * 0.36),
  ];
}

function heatLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  return [
    fill('heat-band', 'heat', {
      'fill-color': theme.heat, 'fill-antialias': false, 'fill-opacity': fadeByZoom(scale, [0.6, theme.heatBand], [1, 0]),
    }),
    line('heat-line', 'heat', theme.heat, {
      'line-width': 0.7 * scale.uPx, 'line-opacity': fadeByZoom(scale, [0.6, 0.22], [1, 0]),
    }),
  ];
}
