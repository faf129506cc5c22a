import { areaBbox, bboxOf, polygonsOf, type Area, type Bbox, type LngLat } from '@wangge/shared/geo';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { Relief } from '@wangge/shared/stage';
import { GeoJSONSource, Map as MapLibreMap, setWorkerUrl, type LayerSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { cubicBezier } from '../easing.ts';
import type { Light } from '../../ui/tokens.ts';
import { MAP_THEMES } from '../map-theme.ts';
import { fitCamera, shownBy, type FreeCamera } from '../free-camera.ts';
import { metresPerPx, viewportOf, worldPxAt, type Viewport } from '../viewport.ts';
import { baseLayers, type MapSubject } from './base-layers.ts';
import { OuterBaseMap } from '../outer/outer-base.ts';
import type { OuterTiles } from '../outer/outer-tiles.ts';
import { AreaLoads, type AreaShades } from './area-loads.ts';
import { cameraSprite } from '../cameras/camera-sprite.ts';
import { baseSources, outsideOf } from './base-sources.ts';
import { LiveSources, type LiveShapes, type LiveSource } from './live-sources.ts';

setWorkerUrl(workerUrl);

/** Widths of the strips along the canvas's sides that sheets cover, CSS px; negative where the free rectangle goes on beyond the canvas, on another display. */
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

/** Shown while no district has been imported: the country (中国), west, south, east, north. */
const COUNTRY: Bbox = [73.5, 18.1, 135.1, 53.6];
/** Taken until the canvas has a size to fit the town into. */
const FALLBACK_ZOOM = 11;
/** How far beyond z0 one may go, zooms. */
const NEAREST_ZOOMS = 5;
const FARTHEST_ZOOMS = 1.2;
/** The largest canvas drawn at full sharpness, device px: a wall of 7680 × 2160 fits. */
const MAX_CANVAS: [number, number] = [8192, 8192];
/** How far the camera leans back where relief is asked for. */
const TILT_DEG = 50;
const CAMERA_EASE = cubicBezier(0.2, 0, 0, 1);

/** The base map: MapLibre with the district's geography, never turned, tilted only when asked for relief, without any name written by it. */
export class BaseMap {
  readonly map: MapLibreMap;
  readonly #district: DistrictMap;
  readonly #live: LiveSources;
  readonly #loads: AreaLoads;
  #options: BaseMapOptions;
  #fitZoom = FALLBACK_ZOOM;
  #relief: Relief = 'flat';
  #subject: MapSubject = 'marks';
  #outer: OuterBaseMap | null = null;
  #isReady = false;
  /** What the layers were last dressed by: to set all of it again costs a second where there is no graphics card. */
  #dressed = '';
  /** Goes again to where the camera was last sent; nothing once somebody moved it by hand. */
  #goAgain: ((durationMs: number) => void) | null;

  constructor(container: HTMLElement, options: BaseMapOptions) {
    this.#options = options;
    this.#district = options.district;
    this.map = new MapLibreMap({
      container, attributionControl: false, trackResize: false, renderWorldCopies: false, fadeDuration: 0, validateStyle: false,
      interactive: options.isInteractive, keyboard: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxPitch: TILT_DEG,
      boxZoom: false, refreshExpiredTiles: false, maxCanvasSize: MAX_CANVAS, locale: { 'Map.Title': options.label },
    });
    this.map.touchZoomRotate.disableRotation();
    const home = this.#home();
    this.#fitZoom = home.zoom;
    this.#go(home, 0);
    this.#goAgain = (ms) => this.fitTown(ms);
    this.map.on('movestart', ({ originalEvent }) => { if (originalEvent !== undefined) this.#goAgain = null; });
    this.map.setMissingStyleImageResolver((id) => {
      const sprite = cameraSprite(id);
      if (sprite !== null && !this.map.hasImage(id)) this.map.addImage(id, sprite.image, { pixelRatio: sprite.pixelRatio });
    });
    this.#bound();
    this.map.setStyle({
      version: 8, sources: baseSources(options.district), layers: this.#layers(),
      transition: { duration: 0, delay: 0 },
    });
    this.#live = new LiveSources((id) => this.#source(id));
    this.#loads = new AreaLoads(this.map);
    this.map.once('style.load', () => {
      this.#isReady = true;
      this.#loads.begin();
      this.#live.begin();
    });
  }

  /** What the camera sees now. */
  get view(): Viewport {
    const { lng, lat } = this.map.getCenter();
    const { clientWidth: widthPx, clientHeight: heightPx } = this.map.getContainer();
    return viewportOf({ center: [lng, lat], zoom: this.map.getZoom(), pitchDeg: this.map.getPitch(), widthPx, heightPx });
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
    this.#go({ place: lngLat, zoom: this.#fitZoom + zooms }, durationMs);
  }

  /** Fits several places into the free rectangle, at most `zooms` above z0. */
  fitPlaces(places: readonly LngLat[], zooms: number, durationMs: number): void {
    this.#goAgain = (ms) => this.fitPlaces(places, zooms, ms);
    const camera = this.#cameraFor(bboxOf(places));
    if (camera !== undefined) this.#go({ ...camera, zoom: Math.min(camera.zoom, this.#fitZoom + zooms) }, durationMs);
  }

  /** Goes to an area and fits it into the free rectangle, at most `zooms` above z0. */
  fitArea(area: Area, zooms: number, durationMs: number): void {
    this.fitPlaces(polygonsOf(area).flatMap(([outer]) => outer ?? []), zooms, durationMs);
  }

  /** Shades areas by their figure; none is shaded with null. */
  setShades(shades: AreaShades | null): void {
    this.#loads.set(shades);
  }

  /** Says what the map is about: where it is the ground itself, shades stand farther apart and buildings and lanes step back. */
  setSubject(subject: MapSubject): void {
    if (subject === this.#subject) return;
    this.#subject = subject;
    if (this.#isReady) this.#restyle();
  }

  /** Lays the map flat, or tilts it to show buildings or shaded areas in relief; `durationMs` 0 cuts. */
  setRelief(relief: Relief, durationMs: number): void {
    if (relief === this.#relief) return;
    this.#relief = relief;
    if (this.#isReady) this.#restyle();
    this.map.easeTo({ pitch: this.#pitchDeg, duration: durationMs, easing: CAMERA_EASE, essential: true });
  }

  /** Puts a base map from outside in the place of the built-in land; `onGone` tells when it cannot be reached, and then the land is back. */
  setOuter(tiles: OuterTiles, onGone: (isGone: boolean) => void): void {
    if (!this.#isReady) {
      this.map.once('style.load', () => this.setOuter(tiles, onGone));
      return;
    }
    const { light } = this.#options;
    this.#outer = new OuterBaseMap(this.map, tiles, { theme: MAP_THEMES[light], light, above: 'grid-load' }, (isGone) => {
      this.#restyle();
      onGone(isGone);
    });
    this.#restyle();
  }

  /** Draws what changes by the hour: bands of heat, hexagons, fences. An empty collection takes them away. */
  setShapes(id: Exclude<LiveSource, 'focus'>, shapes: LiveShapes): void {
    this.#live.set(id, shapes);
  }

  /** Sets an area off from everything around it, or nothing. */
  setFocus(area: Area | null): void {
    const features = area === null ? [] : [
      { ...outsideOf(area), properties: { role: 'outside' } },
      { type: 'Feature' as const, geometry: area, properties: { role: 'edge' } },
    ];
    this.#live.set('focus', { type: 'FeatureCollection', features });
  }

  dispose(): void {
    this.#outer?.dispose();
    this.map.remove();
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

  get #pitchDeg(): number {
    return this.#relief === 'flat' ? 0 : TILT_DEG;
  }

  #restyle(): void {
    const { light } = this.#options;
    const layers = this.#layers();
    const dressed = JSON.stringify([light, layers]);
    if (dressed === this.#dressed) return;
    this.#dressed = dressed;
    this.#outer?.dress(MAP_THEMES[light], light);
    for (const layer of layers) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.map.setPaintProperty(layer.id, name as 'fill-color', value);
      this.map.setLayoutProperty(layer.id, 'visibility', layer.layout?.visibility ?? 'visible');
    }
  }

  #layers(): LayerSpecification[] {
    const { light, uPx } = this.#options;
    const [, south, , north] = this.#box();
    const fitMetresPerPx = metresPerPx({ worldPx: worldPxAt(this.#fitZoom) }, (south + north) / 2);
    return baseLayers(MAP_THEMES[light], { uPx, fitZoom: this.#fitZoom, fitMetresPerPx }, { relief: this.#relief, subject: this.#subject, hasOwnLand: this.#outer?.isShown !== true });
  }

  #box(): Bbox {
    const box = areaBbox(this.#district.outline.geometry);
    return Number.isFinite(box[0]) ? box : COUNTRY;
  }

  #home(): FreeCamera {
    const box = this.#box();
    return this.#cameraFor(box) ?? { place: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], zoom: this.#fitZoom };
  }

  #cameraFor(box: Bbox): FreeCamera | undefined {
    const { clientWidth, clientHeight } = this.map.getCanvas();
    const { left, right, top, bottom } = this.#options.insets;
    return fitCamera(box, { widthPx: clientWidth - left - right, heightPx: clientHeight - top - bottom });
  }

  #bound(): void {
    this.map.setMinZoom(this.#fitZoom - FARTHEST_ZOOMS);
    this.map.setMaxZoom(this.#fitZoom + NEAREST_ZOOMS);
  }

  /**
   * Brings a place to the middle of the free rectangle. A flight is reckoned from that middle, not from the canvas's, so that the displays of a wall,
   * each with a part of the map, fly the same way.
   */
  #go({ place, zoom: wished }: FreeCamera, durationMs: number): void {
    const { left, right, top, bottom } = this.#options.insets;
    const zoom = Math.min(this.map.getMaxZoom(), Math.max(this.map.getMinZoom(), wished));
    const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2];
    const pitch = this.#pitchDeg;
    const target = { center: [...place] as [number, number], zoom, offset, pitch, essential: true };
    if (durationMs > 0) this.map.flyTo({ ...target, duration: durationMs, easing: CAMERA_EASE });
    else if (pitch > 0) this.map.easeTo({ ...target, duration: 0 });
    else this.map.jumpTo({ center: [...shownBy({ place, zoom }, offset)], zoom, pitch });
  }
}
