import { areaBbox, bboxOf, type Bbox, type FeatureCollection, type LngLat, type Polygon } from '@wangge/shared/geo';
import type { DistrictMap } from '@wangge/shared/district-map';
import { GeoJSONSource, LngLat as LngLatPlace, Map as MapLibreMap, setWorkerUrl, type LayerSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { cubicBezier } from '../easing.ts';
import type { IsobandProperties } from '../heat/isobands.ts';
import type { Light } from '../../ui/tokens.ts';
import { MAP_THEMES } from '../map-theme.ts';
import { metresPerPx, viewportOf, worldPxAt, type Viewport } from '../viewport.ts';
import { baseLayers } from './base-layers.ts';
import { baseSources } from './base-sources.ts';
import { LatestOnly } from './latest-only.ts';

setWorkerUrl(workerUrl);

/** Widths of the strips along the canvas's sides that sheets cover, CSS px. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface BaseMapOptions {
  readonly district: DistrictMap;
  readonly light: Light;
  readonly uPx: number;
  readonly insets: Insets;
  /** Whether people may pan and zoom it (席位); a wall stands still. */
  readonly isInteractive: boolean;
  /** What the map is called to those who do not see it. */
  readonly label: string;
}

type HeatBands = FeatureCollection<Polygon, IsobandProperties>;

/** Shown while no district has been imported: the country (中国), west, south, east, north. */
const COUNTRY: Bbox = [73.5, 18.1, 135.1, 53.6];
/** Taken until the canvas has a size to fit the town into. */
const FALLBACK_ZOOM = 11;
/** How far beyond z0 one may go, zooms. */
const NEAREST_ZOOMS = 5;
const FARTHEST_ZOOMS = 1.2;
/** The largest canvas drawn at full sharpness, device px: a wall of 7680 × 2160 fits. */
const MAX_CANVAS: [number, number] = [8192, 8192];
const CAMERA_EASE = cubicBezier(0.2, 0, 0, 1);

/** The base map: MapLibre with the district's geography, never turned, never tilted, without any name written by it. */
export class BaseMap {
  readonly map: MapLibreMap;
  readonly #district: DistrictMap;
  readonly #heat: LatestOnly<HeatBands>;
  #options: BaseMapOptions;
  #fitZoom = FALLBACK_ZOOM;
  #loads: ReadonlyMap<string, number> = new Map();
  #bands: HeatBands | undefined;
  #isReady = false;
  /** Goes again to where the camera was last sent; nothing once somebody moved it by hand. */
  #goAgain: ((durationMs: number) => void) | null;

  constructor(container: HTMLElement, options: BaseMapOptions) {
    this.#options = options;
    this.#district = options.district;
    this.map = new MapLibreMap({
      container, attributionControl: false, trackResize: false, renderWorldCopies: false, fadeDuration: 0, validateStyle: false,
      interactive: options.isInteractive, keyboard: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxPitch: 0,
      boxZoom: false, refreshExpiredTiles: false, maxCanvasSize: MAX_CANVAS, locale: { 'Map.Title': options.label },
    });
    this.map.touchZoomRotate.disableRotation();
    const home = this.#home();
    this.#fitZoom = home.zoom;
    this.map.jumpTo({ center: [...home.center], zoom: home.zoom });
    this.#goAgain = (ms) => this.fitTown(ms);
    this.map.on('movestart', ({ originalEvent }) => { if (originalEvent !== undefined) this.#goAgain = null; });
    this.#bound();
    this.map.setStyle({
      version: 8, sources: baseSources(options.district), layers: this.#layers(),
      transition: { duration: 0, delay: 0 },
    });
    this.#heat = new LatestOnly((bands) => this.#source('heat')?.setData(bands as unknown as Parameters<GeoJSONSource['setData']>[0]) ?? Promise.resolve());
    this.map.once('style.load', () => {
      this.#isReady = true;
      this.#showLoads(new Map());
      if (this.#bands !== undefined) this.#heat.push(this.#bands);
    });
  }

  /** What the camera sees now. */
  get view(): Viewport {
    const { lng, lat } = this.map.getCenter();
    const { clientWidth: widthPx, clientHeight: heightPx } = this.map.getContainer();
    return viewportOf({ center: [lng, lat], zoom: this.map.getZoom(), widthPx, heightPx });
  }

  /** The zoom at which the town fits (z0). */
  get fitZoom(): number {
    return this.#fitZoom;
  }

  /** Takes another light, unit or free rectangle; what the camera was sent to stays in the picture. */
  change(options: Pick<BaseMapOptions, 'light' | 'uPx' | 'insets'>, durationMs = 0): void {
    this.#options = { ...this.#options, ...options };
    this.#refit(durationMs);
  }

  /** Has the canvas measured again. */
  resize(): void {
    this.map.resize();
    this.#refit();
  }

  /** Fits the town into the free rectangle, flying for `durationMs`; 0 cuts. */
  fitTown(durationMs: number): void {
    this.#goAgain = (ms) => this.fitTown(ms);
    this.#go(this.#home(), durationMs);
  }

  /** Brings a place to the middle of the free rectangle, `zooms` above z0. */
  flyTo(lngLat: LngLat, zooms: number, durationMs: number): void {
    this.#goAgain = (ms) => this.flyTo(lngLat, zooms, ms);
    const { left, right, top, bottom } = this.#options.insets;
    this.#go({ center: lngLat, zoom: this.#fitZoom + zooms, offset: [(left - right) / 2, (top - bottom) / 2] }, durationMs);
  }

  /** Fits several places into the free rectangle, at most `zooms` above z0. */
  fitPlaces(places: readonly LngLat[], zooms: number, durationMs: number): void {
    this.#goAgain = (ms) => this.fitPlaces(places, zooms, ms);
    const camera = this.#cameraFor(bboxOf(places));
    if (camera !== undefined) this.#go({ ...camera, zoom: Math.min(camera.zoom, this.#fitZoom + zooms) }, durationMs);
  }

  /** Shades the grids by their number of open cases, as steps 0–4 by grid code; grids not named are at step 0. */
  setGridLoads(steps: ReadonlyMap<string, number>): void {
    const before = this.#loads;
    this.#loads = steps;
    if (this.#isReady) this.#showLoads(before);
  }

  /** Draws bands of heat; an empty collection takes them away. */
  setHeat(bands: HeatBands): void {
    this.#bands = bands;
    if (this.#isReady) this.#heat.push(bands);
  }

  dispose(): void {
    this.map.remove();
  }

  #showLoads(before: ReadonlyMap<string, number>): void {
    for (const { properties: { code } } of this.#district.grids.features) {
      const load = this.#loads.get(code) ?? 0;
      if (load !== (before.get(code) ?? 0)) this.map.setFeatureState({ source: 'grids', id: code }, { load });
    }
  }

  #source(id: string): GeoJSONSource | undefined {
    const source = this.map.getSource(id);
    return source instanceof GeoJSONSource ? source : undefined;
  }

  #refit(durationMs = 0): void {
    this.#fitZoom = this.#home().zoom;
    this.#bound();
    if (this.#isReady) this.#restyle();
    this.#goAgain?.(durationMs);
  }

  #restyle(): void {
    for (const layer of this.#layers()) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.map.setPaintProperty(layer.id, name as 'fill-color', value);
    }
  }

  #layers(): LayerSpecification[] {
    const { light, uPx } = this.#options;
    const [, south, , north] = this.#box();
    const fitMetresPerPx = metresPerPx({ worldPx: worldPxAt(this.#fitZoom) }, (south + north) / 2);
    return baseLayers(MAP_THEMES[light], { uPx, fitZoom: this.#fitZoom, fitMetresPerPx });
  }

  #box(): Bbox {
    const box = areaBbox(this.#district.outline.geometry);
    return Number.isFinite(box[0]) ? box : COUNTRY;
  }

  #home(): { center: LngLat; zoom: number } {
    const box = this.#box();
    return this.#cameraFor(box) ?? { center: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], zoom: this.#fitZoom };
  }

  /** The nearest camera that has the box in the free rectangle; none where there is no free rectangle. */
  #cameraFor(box: Bbox): { center: LngLat; zoom: number } | undefined {
    const { clientWidth, clientHeight } = this.map.getCanvas();
    const { left, right, top, bottom } = this.#options.insets;
    if (left + right >= clientWidth || top + bottom >= clientHeight) return undefined;
    const camera = this.map.cameraForBounds([...box], { padding: this.#options.insets });
    if (camera?.center === undefined || camera.zoom === undefined) return undefined;
    const { lng, lat } = LngLatPlace.convert(camera.center);
    return { center: [lng, lat], zoom: camera.zoom };
  }

  #bound(): void {
    this.map.setMinZoom(this.#fitZoom - FARTHEST_ZOOMS);
    this.map.setMaxZoom(this.#fitZoom + NEAREST_ZOOMS);
  }

  #go(camera: { center: LngLat; zoom: number; offset?: [number, number] }, durationMs: number): void {
    const target = { ...camera, center: [...camera.center] as [number, number] };
    if (durationMs === 0) this.map.easeTo({ ...target, duration: 0, essential: true });
    else this.map.flyTo({ ...target, duration: durationMs, easing: CAMERA_EASE, essential: true });
  }
}
