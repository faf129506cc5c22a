import type { LngLat } from '@wangge/shared/geo';
import type { Insets } from '../base/base-map.ts';
import type { Fleet } from '../fx/fleet.ts';
import { markRadiusU } from '../marks/case-sprite.ts';
import { markRank, type MarkGroup } from '../marks/group-marks.ts';
import { PERSON_RADIUS_U, UNIT_RADIUS_U } from '../marks/unit-sprite.ts';
import type { MapLabel, MapLineName, MapPick } from '../scene.ts';
import { mercatorOf, toScreen, type MercatorPoint, type Viewport } from '../viewport.ts';
import { Announcements } from './announcements.ts';
import type { Box } from './box.ts';
import { HighlightRing, RING_RADIUS_U, type RingAnchor } from './highlight-ring.ts';
import { LabelLayer, type AnchorsOf, type LabelAnchor } from './label-layer.ts';
import { LineNameLayer } from './line-names.ts';
import type { Obstacle } from './place-labels.ts';

/** What is drawn under the labels at one moment. */
export interface LabelScene {
  readonly view: Viewport;
  readonly groups: readonly MarkGroup[];
  readonly fleet: Fleet;
  readonly nowMs: number;
  readonly blocked: readonly Box[];
  readonly frame: Insets;
  /** Whether labels are placed as if none had been before. */
  readonly isForgetful?: boolean;
}

const GAP_U = 3;
const MARK_GAP_U = 5;
const LINE_NAME_STEP_U = 21;

/** Everything written on one map: labels, names along lines, and the rings that announce new cases. */
export class LabelBoard {
  readonly #labels: LabelLayer;
  readonly #names: LineNameLayer;
  readonly #announcements: Announcements;
  readonly #ring: HighlightRing;
  readonly #spots = new Map<string, readonly MercatorPoint[]>();
  readonly #root: HTMLElement;
  #uPx: number;

  constructor(root: HTMLElement, uPx: number) {
    this.#root = root;
    this.#uPx = uPx;
    this.#announcements = new Announcements(layerIn(root));
    this.#ring = new HighlightRing(layerIn(root));
    this.#names = new LineNameLayer(layerIn(root));
    this.#labels = new LabelLayer(layerIn(root));
  }

  dress(uPx: number): void {
    this.#uPx = uPx;
    this.#labels.remeasure();
  }

  set(labels: readonly MapLabel[]): void {
    this.#spots.clear();
    for (const { key, anchor } of labels) if ('spots' in anchor) this.#spots.set(key, anchor.spots.map(mercatorOf));
    this.#labels.set(labels);
  }

  setLineNames(names: readonly MapLineName[]): void {
    this.#names.set(names);
  }

  remeasure(): void {
    this.#labels.remeasure();
  }

  announce(lngLat: LngLat, tone: 'plain' | 'red'): void {
    this.#announcements.add(lngLat, tone);
  }

  setPin(lngLat: LngLat | null): void {
    this.#announcements.setPin(lngLat);
  }

  setRing(anchor: RingAnchor | null): void {
    this.#ring.set(anchor);
  }

  /** Gives all labels and names their places. */
  arrange(scene: LabelScene): void {
    const { view, blocked } = scene;
    const { left, top, right, bottom } = scene.frame;
    const frame: Box = { left, top, right: view.widthPx - right, bottom: view.heightPx - bottom };
    const obstacles = this.#obstacles(scene);
    const boxes = this.#labels.arrange(this.#anchorsIn(scene), this.#uPx, { frame, blocked, obstacles, gap: GAP_U * this.#uPx }, scene.isForgetful);
    this.#names.arrange(view, LINE_NAME_STEP_U * this.#uPx, { frame, boxes: [...boxes, ...blocked], discs: obstacles });
  }

  /** Whether a squad on the move carries its name onto a joint or under a sheet. */
  isAstray(scene: LabelScene): boolean {
    return this.#labels.isAstray(this.#anchorsIn(scene), scene.blocked);
  }

  /** Keeps everything written on its place while the camera or the squads move. */
  follow(scene: LabelScene): void {
    this.#labels.follow(this.#anchorsIn(scene), window.devicePixelRatio);
    this.#names.follow(scene.view);
    this.#announcements.follow(scene.view);
    this.#ring.follow(scene.view, scene.fleet, scene.nowMs);
  }

  /** What a label at a point stands for. */
  pick(x: number, y: number): MapPick | undefined {
    const anchor = this.#labels.at(x, y)?.anchor;
    if (anchor === undefined || 'spots' in anchor) return undefined;
    return 'mark' in anchor ? { kind: 'case', key: anchor.mark } : { kind: 'unit', unit: anchor.unit };
  }

  dispose(): void {
    this.#root.replaceChildren();
  }

  #anchorsIn({ view, groups, fleet, nowMs }: LabelScene): AnchorsOf {
    const leads = new Map(groups.map((group) => [group.lead.key, group]));
    const at = (place: MercatorPoint, radiusU: number): LabelAnchor => {
      const [x, y] = toScreen(view, place);
      return { x, y, clearance: (radiusU + MARK_GAP_U) * this.#uPx };
    };
    return ({ key, kind, anchor }) => {
      const ringU = kind === 'highlight' ? RING_RADIUS_U : null;
      if ('spots' in anchor) return { spots: (this.#spots.get(key) ?? []).map((place) => at(place, ringU ?? -MARK_GAP_U)), rank: 0 };
      if ('unit' in anchor) {
        const place = fleet.placeOf(anchor.unit, nowMs);
        return { spots: place === undefined ? [] : [at(place, ringU ?? UNIT_RADIUS_U)], rank: 0 };
      }
      const group = leads.get(anchor.mark);
      if (group === undefined) return { spots: [], rank: 0 };
      return { spots: [at(group.place, markRadiusU(group.lead.look, group.members.length))], rank: markRank(group.lead.look) };
    };
  }

  #obstacles({ view, groups, fleet, nowMs }: LabelScene): Obstacle[] {
    const marks = groups.map(({ lead: { look }, place, members }): Obstacle => {
      const [x, y] = toScreen(view, place);
      const isCalm = !look.isChosen && (look.lamp === 'green' || look.lamp === 'paused');
      return { x, y, radius: markRadiusU(look, members.length) * this.#uPx, kind: isCalm ? 'calm' : 'lamp' };
    });
    const units = [...fleet.looks].flatMap(([unit, look]): Obstacle[] => {
      const place = fleet.placeOf(unit, nowMs);
      if (place === undefined) return [];
      const [x, y] = toScreen(view, place);
      return [{ x, y, radius: (look === 'person' ? PERSON_RADIUS_U : UNIT_RADIUS_U) * this.#uPx, kind: look === 'person' ? 'line' : 'lamp' }];
    });
    return [...marks, ...units];
  }
}

function layerIn(root: HTMLElement): HTMLElement {
  const layer = document.createElement('div');
  root.append(layer);
  return layer;
}
