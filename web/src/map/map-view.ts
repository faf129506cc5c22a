import type { DistrictMap } from '@wangge/shared/district-map';
import type { LngLat } from '@wangge/shared/geo';
import type { Light } from '../ui/tokens.ts';
import { BaseMap, type Insets } from './base/base-map.ts';
import { FxCanvas } from './fx/fx-canvas.ts';
import type { Ribbon } from './fx/ribbon.ts';
import type { RingAnchor } from './labels/highlight-ring.ts';
import { cameraShapes } from './cameras/camera-shapes.ts';
import { LabelBoard } from './labels/label-board.ts';
import type { Box } from './labels/box.ts';
import { markRadiusU } from './marks/case-sprite.ts';
import { groupMarks, type MarkGroup } from './marks/group-marks.ts';
import { Pace } from './pace.ts';
import { pickAt } from './pick.ts';
import type { CaseLook, MapCamera, MapLabel, MapLineName, MapMark, MapPick, UnitFix } from './scene.ts';
import { fromScreen, mercatorOf, type Viewport } from './viewport.ts';

/** How a map is set into its page. */
export interface MapDress {
  readonly light: Light;
  /** CSS px of one design unit. */
  readonly uPx: number;
  /** What sheets cover along the sides: nothing is written there. */
  readonly frame: Insets;
  /** The strips to leave free when the town or places are fitted: the frame and a margin. */
  readonly fit: Insets;
  /** Sheets over the free rectangle, and bands along the joints of the wall, where nothing may be written; CSS px. */
  readonly blocked: readonly Box[];
  /**
   * Several browsers draw this map, each its part (拼接): what is grouped and written follows from the data alone, not from what this one drew before, so that all
   * of them decide alike.
   */
  readonly isPart?: boolean;
  /** How long the camera takes to what another free rectangle asks for, ms; it cuts unless told. */
  readonly moveMs?: number;
}

/** The elements that a map is drawn in, one over the other. */
export interface MapElements {
  readonly base: HTMLElement;
  readonly fx: HTMLCanvasElement;
  readonly labels: HTMLElement;
}

/** What a map tells those who show it. */
export interface MapEvents {
  onPick(pick: MapPick, lngLat: LngLat): void;
  onView(view: Viewport): void;
  /** The card lost a drawing context: this view is dead, make another. */
  onLost(): void;
  /** Everything there is has been drawn for the first time. */
  onDrawn(): void;
}

/** Marks nearer than this become one, design units; a mark too big for that takes in what it would cover. */
const GROUP_REACH_U = 24;
/** While squads move, labels look for better places this often. */
const ARRANGE_EVERY_MS = 500;
/** Spacing of frames while lines drift or squads are seen from near, and while squads creep over the whole town. */
const DRIFT_EVERY_MS = 1_000 / 30;
const CREEP_EVERY_MS = 1_000 / 12;
const NEAR_ZOOMS = 2;
/** The zoom may change by this much before marks are grouped anew. */
const REGROUP_ZOOMS = 0.05;

/**
 * One map on the screen (一张图): base map, moving and turning things, labels. It draws only when something changed, and all three parts of one
 * frame together. Whoever makes it calls `dispose`.
 */
export class MapView {
  readonly base: BaseMap;
  readonly #district: DistrictMap;
  readonly #fx: FxCanvas;
  readonly #labels: LabelBoard;
  readonly #events: MapEvents;
  readonly #fxElement: HTMLCanvasElement;
  #dress: MapDress;
  #marks: readonly MapMark[] = [];
  #cameras: readonly MapCamera[] = [];
  #groups: readonly MarkGroup[] = [];
  #groupedZoom = Number.NaN;
  #arrangedMs = -Infinity;
  #mustArrange = true;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #pace = new Pace();

  constructor(elements: MapElements, options: { district: DistrictMap; isInteractive: boolean; dress: MapDress; label: string }, events: MapEvents) {
    const { district, isInteractive, dress, label } = options;
    this.#district = district;
    this.#dress = dress;
    this.#events = events;
    this.#fxElement = elements.fx;
    const reference = mercatorOf(district.villages.features[0]?.properties.label ?? [0, 0]);
    this.#fx = new FxCanvas(elements.fx, reference, { ...dress, pixelRatio: window.devicePixelRatio });
    this.base = new BaseMap(elements.base, { district, isInteractive, label, light: dress.light, uPx: dress.uPx, insets: dress.fit });
    this.#labels = new LabelBoard(elements.labels, dress.uPx);
    elements.fx.addEventListener('webglcontextlost', this.#onLost);
    this.base.map.on('webglcontextlost', this.#onLost);
    this.base.map.once('idle', () => events.onDrawn());
    this.base.map.on('render', () => this.#draw(performance.now()));
    this.base.map.on('moveend', () => {
      if (this.#dress.isPart) this.#groupedZoom = Number.NaN;
      this.#arrangeSoon();
    });
    this.base.map.on('resize', () => this.#arrangeSoon());
    this.base.map.on('click', ({ point }) => events.onPick(this.pick(point.x, point.y), fromScreen(this.base.view, [point.x, point.y])));
    void document.fonts.ready.then(() => this.#labels.remeasure()).then(() => this.#arrangeSoon());
  }

  /** Takes another light, unit, free rectangle or resolution. */
  dress(dress: MapDress): void {
    this.#dress = dress;
    this.base.change({ light: dress.light, uPx: dress.uPx, insets: dress.fit }, dress.moveMs);
    this.#fx.dress({ ...dress, pixelRatio: window.devicePixelRatio });
    this.#labels.dress(dress.uPx);
    this.setCameras(this.#cameras);
    this.#groupedZoom = Number.NaN;
    this.#arrangeSoon();
  }

  /** Has the canvases measured again after their container changed its size. */
  resize(): void {
    this.base.resize();
    this.#arrangeSoon();
  }

  setMarks(marks: readonly MapMark[]): void {
    this.#marks = marks;
    this.#groupedZoom = Number.NaN;
    this.#arrangeSoon();
  }

  /** Marks cameras on the ground, under cases and squads. */
  setCameras(cameras: readonly MapCamera[]): void {
    this.#cameras = cameras;
    this.base.setShapes('cameras', cameraShapes(cameras, this.#dress));
  }

  setLabels(labels: readonly MapLabel[]): void {
    this.#labels.set(labels);
    this.#arrangeSoon();
  }

  setLineNames(names: readonly MapLineName[]): void {
    this.#labels.setLineNames(names);
    this.#arrangeSoon();
  }

  setRibbons(ribbons: readonly Ribbon[]): void {
    this.#fx.setRibbons(ribbons, performance.now());
    this.#drawInTurn();
  }

  /** Takes the latest fixes; units that are not drawn yet appear. */
  moveUnits(fixes: Iterable<UnitFix>): void {
    const nowMs = performance.now();
    for (const fix of fixes) this.#fx.fleet.move(fix, nowMs);
    this.#drawInTurn();
  }

  /** Takes all units off the map that are not to be kept. */
  keepUnits(isKept: (unit: number) => boolean): void {
    this.#fx.fleet.keep(isKept);
    this.#drawInTurn();
  }

  /** Draws attention to a place once: a ring that closes, and for red one that widens. */
  announce(lngLat: LngLat, tone: 'plain' | 'red'): void {
    this.#labels.announce(lngLat, tone);
    this.#drawSoon();
  }

  /** Sets a pin on a place somebody points out, or takes it away. */
  setPin(lngLat: LngLat | null): void {
    this.#labels.setPin(lngLat);
    this.#drawSoon();
  }

  /** Draws a ring round what somebody points out, or takes it away. */
  setRing(anchor: RingAnchor | null): void {
    this.#labels.setRing(anchor);
    this.#drawSoon();
  }

  /** What lies under a point of the map, CSS px from its top left corner. */
  pick(x: number, y: number): MapPick {
    const nowMs = performance.now();
    const fleet = this.#fx.fleet;
    const units = [...fleet.looks].flatMap(([unit, look]) => {
      const place = fleet.placeOf(unit, nowMs);
      return place === undefined ? [] : [{ unit, look, place }];
    });
    const pick = pickAt({ view: this.base.view, uPx: this.#dress.uPx, groups: this.#groups, units, cameras: this.#cameras.map(({ key, lngLat }) => ({ key, place: mercatorOf(lngLat) })), district: this.#district }, [x, y]);
    if (pick.kind !== 'village' && pick.kind !== 'ground' && pick.kind !== 'near') return pick;
    return this.#labels.pick(x, y) ?? pick;
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#fxElement.removeEventListener('webglcontextlost', this.#onLost);
    this.#fx.dispose();
    this.#labels.dispose();
    this.base.dispose();
  }

  readonly #onLost = (): void => this.#events.onLost();

  #arrangeSoon(): void {
    this.#mustArrange = true;
    this.#drawSoon();
  }

  #drawSoon(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((nowMs) => this.#draw(nowMs));
  }

  /** Leaves it to the running animation to show what moved; begins one where none runs. */
  #drawInTurn(): void {
    if (this.#rest === undefined) this.#drawSoon();
  }

  #draw(nowMs: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    clearTimeout(this.#rest);
    this.#rest = undefined;
    const view = this.base.view;
    if (view.widthPx === 0 || view.heightPx === 0) return;
    if (!(Math.abs(view.zoom - this.#groupedZoom) < REGROUP_ZOOMS)) this.#group(view);
    const { fleet } = this.#fx;
    const isMoving = this.#fx.isMoving(nowMs);
    this.#fx.draw(view, nowMs);
    const scene = { view, groups: this.#groups, fleet, nowMs, blocked: this.#dress.blocked, frame: this.#dress.frame };
    const isDue = this.#mustArrange || (isMoving && (nowMs - this.#arrangedMs > ARRANGE_EVERY_MS || this.#labels.isAstray(scene)));
    if (isDue && !this.base.map.isZooming()) {
      // Where squads are bound for is the same everywhere; where they are drawn on their way is not.
      this.#labels.arrange(this.#dress.isPart ? { ...scene, nowMs: Infinity, isForgetful: true } : scene);
      this.#arrangedMs = nowMs;
      this.#mustArrange = false;
    }
    this.#labels.follow(scene);
    this.#events.onView(view);
    if (isMoving) this.#animate(nowMs, view);
    else this.#pace.pause();
  }

  /** Has the next frame drawn when it is worth it: a squad seen from afar creeps, dashes drift. */
  #animate(nowMs: number, view: Viewport): void {
    const isSwift = this.#fx.isDrifting(nowMs) || view.zoom > this.base.fitZoom + NEAR_ZOOMS;
    this.#rest = setTimeout(() => this.#drawSoon(), this.#pace.restAfter(nowMs, isSwift ? DRIFT_EVERY_MS : CREEP_EVERY_MS));
  }

  #group(view: Viewport): void {
    const reachPx = (look: CaseLook): number => Math.max(GROUP_REACH_U, markRadiusU(look, 1) + GROUP_REACH_U / 2.5) * this.#dress.uPx;
    this.#groups = groupMarks(this.#marks, view.worldPx, reachPx);
    this.#fx.setMarks(this.#groups);
    this.#groupedZoom = view.zoom;
    this.#mustArrange = true;
  }
}
