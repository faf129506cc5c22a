import type { LngLat } from './lng-lat.ts';

/** A closed ring: the last position repeats the first (RFC 7946 §3.1.6). */
export type Ring = readonly LngLat[];

export interface Point { readonly type: 'Point'; readonly coordinates: LngLat }
export interface LineString { readonly type: 'LineString'; readonly coordinates: readonly LngLat[] }
export interface Polygon { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
export interface MultiPolygon { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }

/** An area as boundaries come: one polygon, or several where it has exclaves (飞地). */
export type Area = Polygon | MultiPolygon;

export interface Feature<G, P> {
  readonly type: 'Feature';
  readonly geometry: G;
  readonly properties: P;
}

export interface FeatureCollection<G, P> {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature<G, P>[];
}

/** The polygons of an area, each an outer ring followed by its holes. */
export function polygonsOf(area: Area): readonly (readonly Ring[])[] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/** Wraps features as a GeoJSON collection. */
export function featureCollection<G, P>(features: readonly Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features };
}
