import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map-theme.ts';
import type { BaseSource } from './base-sources.ts';
import { fadeByZoom, groundWidth, widthByZoom, type MapScale } from './zoom-scale.ts';

const ROAD_GROWTH = Math.SQRT2;
const ROAD_WIDTHS_U = [4, 1.9, 1.1] as const;

/**
 * The layers of the base map from bottom to top: land, grid load, water, buildings, roads, dimmed surroundings, heat,
 * grid, village and town lines. Widths follow the design's table; everything with a name is written by the labels.
 */
export function baseLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  return [
    { id: 'land', type: 'background', paint: { 'background-color': theme.land } },
    fill('grid-load', 'grids', { 'fill-color': loadColour(theme), 'fill-antialias': false }),
    ...waterLayers(theme, scale),
    buildingLayer('building-outside', theme.buildingOutside, scale, false),
    buildingLayer('building-inside', theme.building, scale, true),
    ...roadLayers(theme, scale),
    fill('outside-dim', 'outside', { 'fill-color': theme.land, 'fill-opacity': theme.outsideDim }),
    ...heatLayers(theme, scale),
    line('grid-line', 'grid-borders', theme.ink, { 'line-opacity': theme.gridLine, 'line-width': 0.8 * scale.uPx }),
    line('village-line', 'village-borders', theme.ink, {
      'line-opacity': theme.villageLine, 'line-width': 1.5 * scale.uPx, 'line-dasharray': [7 / 1.5, 4 / 1.5],
    }),
    line('town-band', 'outline', theme.townLine, {
      'line-opacity': theme.townBand, 'line-width': 12 * scale.uPx, 'line-offset': 6 * scale.uPx,
    }),
    line('town-line', 'outline', theme.townLine, { 'line-opacity': theme.townLineOpacity, 'line-width': 2 * scale.uPx }),
  ];
}

function fill(id: string, source: BaseSource, paint: object): LayerSpecification {
  return { id, type: 'fill', source, paint };
}

function line(id: string, source: BaseSource, colour: string, paint: object): LayerSpecification {
  return { id, type: 'line', source, layout: { 'line-join': 'round', 'line-cap': 'line-dasharray' in paint ? 'butt' : 'round' }, paint: { 'line-color': colour, ...paint } };
}

function loadColour(theme: MapTheme): ExpressionSpecification {
  const [none, ...more] = theme.loadSteps;
  return ['step', ['coalesce', ['feature-state', 'load'], 0], none, ...more.flatMap((colour, index) => [index + 1, colour])] as ExpressionSpecification;
}

function waterLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  const widthM: ExpressionSpecification = ['get', 'widthM'];
  return [
    fill('pond', 'ponds', { 'fill-color': theme.water, 'fill-outline-color': theme.waterEdge }),
    line('river-edge', 'rivers', theme.waterEdge, { 'line-width': groundWidth(scale, ['+', widthM, scale.fitMetresPerPx * scale.uPx], [3.2, 10.4]) }),
    line('river', 'rivers', theme.water, { 'line-width': groundWidth(scale, widthM, [2, 9]) }),
  ];
}

function buildingLayer(id: string, colour: string, scale: MapScale, isInside: boolean): LayerSpecification {
  return {
    id, type: 'fill', source: 'buildings',
    filter: isInside ? ['has', 'villageCode'] : ['!', ['has', 'villageCode']],
    paint: { 'fill-color': colour, 'fill-opacity': fadeByZoom(scale, [-0.6, 0.55], [1, 1]) },
  };
}

function roadLayers(theme: MapTheme, scale: MapScale): LayerSpecification[] {
  const isClass = (roadClass: number): ExpressionSpecification => ['==', ['get', 'roadClass'], roadClass];
  const road = (id: string, roadClass: 1 | 2 | 3, colour: string, widthU: number): LayerSpecification => ({
    id, type: 'line', source: 'roads', filter: isClass(roadClass),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': widthByZoom(scale, widthU, ROAD_GROWTH) },
  });
  const [wide, middle, narrow] = ROAD_WIDTHS_U;
  return [
    road('road-3', 3, theme.roads[2], narrow),
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
