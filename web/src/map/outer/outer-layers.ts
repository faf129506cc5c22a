import type { LayerSpecification } from 'maplibre-gl';
import type { Light } from '../../ui/tokens.ts';
import type { MapTheme } from '../map-theme.ts';
import type { TileContent } from './outer-tiles.ts';

export const OUTER_SOURCE = 'outer';

/** Pictures made for a bright page are toned down to a room's light, so that lamps stay what shines. */
const RASTER_TONE: Readonly<Record<Light, object>> = {
  night: { 'raster-saturation': -0.72, 'raster-brightness-min': 0, 'raster-brightness-max': 0.4, 'raster-contrast': 0.12 },
  day: { 'raster-saturation': -0.4, 'raster-brightness-min': 0.1, 'raster-brightness-max': 0.98, 'raster-contrast': -0.08 },
};

/** Names that common schemas (Protomaps, OpenMapTiles, Shortbread) give to the same thing. */
const WATER = ['water', 'ocean', 'water_polygons'];
const STREAMS = ['waterway', 'water_lines'];
const ROADS = ['roads', 'transportation', 'streets'];
const BUILDINGS = ['buildings', 'building'];

/** How the tiles of an outer base map are drawn, from bottom to top: pictures toned down, geometry in the colours of the built-in style. */
export function outerLayers(content: TileContent, theme: MapTheme, light: Light): LayerSpecification[] {
  if (content.kind === 'raster') return [{ id: 'outer-raster', type: 'raster', source: OUTER_SOURCE, paint: { ...RASTER_TONE[light], 'raster-fade-duration': 0 } }];
  const named = (names: readonly string[], draw: (layer: string) => LayerSpecification): LayerSpecification[] => content.layers.filter((layer) => names.includes(layer)).map(draw);
  const drawn = { source: OUTER_SOURCE } as const;
  return [
    ...named(WATER, (layer) => ({ id: `outer-${layer}`, type: 'fill', ...drawn, 'source-layer': layer, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': theme.water } })),
    ...named([...WATER, ...STREAMS], (layer) => ({ id: `outer-${layer}-line`, type: 'line', ...drawn, 'source-layer': layer, filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': theme.water, 'line-width': 2 } })),
    ...named(BUILDINGS, (layer) => ({ id: `outer-${layer}`, type: 'fill', ...drawn, 'source-layer': layer, paint: { 'fill-color': theme.building } })),
    ...named(ROADS, (layer) => ({
      id: `outer-${layer}`, type: 'line', ...drawn, 'source-layer': layer, filter: ['==', ['geometry-type'], 'LineString'], layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['match', ['coalesce', ['get', 'kind'], ['get', 'class'], ''], ['highway', 'motorway', 'trunk', 'primary', 'major_road'], theme.roads[0], ['secondary', 'tertiary', 'medium_road'], theme.roads[1], theme.roads[2]],
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 10, 0.8, 17, 6],
      },
    })),
  ];
}
