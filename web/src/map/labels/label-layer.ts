import type { LabelRun, MapLabel } from '../scene.ts';
import { boxAround, boxOfBoth, boxesMeet, type Box } from './box.ts';
import { LABEL_STYLES } from './label-style.ts';
import { placeLabels, placedBox, type LabelField, type LabelRequest, type Placement } from './place-labels.ts';

/** A spot on the screen and the radius of the mark there, CSS px. */
export interface LabelAnchor {
  readonly x: number;
  readonly y: number;
  readonly clearance: number;
}

/** Tells where a label's spots are now; none when its mark is not drawn. `rank` adds to the rank of its kind. */
export type AnchorsOf = (label: MapLabel) => { readonly spots: readonly LabelAnchor[]; readonly rank: number };

interface Shown {
  label: MapLabel;
  readonly element: HTMLElement;
  readonly box: HTMLElement;
  readonly leader: HTMLElement;
  text: string;
  size: { readonly width: number; readonly height: number } | undefined;
  placement: Placement | undefined;
}

/** The written labels over the map: plain elements, so that text stays sharp, takes the page's fonts and can be read by a test. */
export class LabelLayer {
  readonly #root: HTMLElement;
  readonly #shown = new Map<string, Shown>();
  #boxes: { readonly label: MapLabel; readonly box: Box }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Replaces the labels; they stay unseen until they are arranged. */
  set(labels: readonly MapLabel[]): void {
    const kept = new Set(labels.map(({ key }) => key));
    for (const [key, { element }] of this.#shown) {
      if (kept.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    for (const label of labels) this.#write(label);
  }

  /** Has all sizes measured again: fonts or the unit changed. */
  remeasure(): void {
    for (const shown of this.#shown.values()) shown.size = undefined;
  }

  /** Gives every label its place. Returns the boxes covered, for those who write less important names. `isForgetful`: each is placed as if it had none before. */
  arrange(anchorsOf: AnchorsOf, uPx: number, field: Omit<LabelField, 'before'>, isForgetful = false): readonly Box[] {
    this.#measure();
    const before = new Map<string, Placement>();
    const requests: LabelRequest[] = [];
    for (const shown of this.#shown.values()) {
      if (shown.placement !== undefined) before.set(shown.label.key, shown.placement);
      const request = requestOf(shown, anchorsOf, uPx);
      if (request !== undefined) requests.push(request);
    }
    const placed = placeLabels(requests, { ...field, before: isForgetful ? new Map() : before });
    for (const shown of this.#shown.values()) {
      shown.placement = placed.get(shown.label.key);
      shown.element.classList.toggle('is-placed', shown.placement !== undefined);
    }
    this.#boxes = requests.flatMap((request) => {
      const placement = placed.get(request.key);
      const label = this.#shown.get(request.key)?.label;
      return placement === undefined || label === undefined ? [] : [{ label, box: placedBox(request, placement) }];
    });
    for (const request of requests) this.#tie(request, before.get(request.key), field.blocked);
    return this.#boxes.map(({ box }) => box);
  }

  /** Whether a label that goes with its mark has come onto something that nothing may be written on. */
  isAstray(anchorsOf: AnchorsOf, blocked: readonly Box[]): boolean {
    return [...this.#shown.values()].some(({ label, placement, size }) => {
      const spot = placement && anchorsOf(label).spots[placement.anchor];
      if (placement === undefined || spot === undefined || size === undefined) return false;
      const box = boxAround(spot.x + placement.dx, spot.y + placement.dy, size.width, size.height);
      return blocked.some((other) => boxesMeet(box, other, 0));
    });
  }

  /** Puts each label where its anchor is now; cheap enough for every frame. */
  follow(anchorsOf: AnchorsOf, pixelRatio: number): void {
    const perPx = Math.max(1, pixelRatio);
    for (const { label, placement, element } of this.#shown.values()) {
      if (placement === undefined) continue;
      const spot = anchorsOf(label).spots[placement.anchor];
      element.classList.toggle('is-placed', spot !== undefined);
      if (spot === undefined) continue;
      const x = Math.round(spot.x * perPx) / perPx;
      const y = Math.round(spot.y * perPx) / perPx;
      element.style.transform = `translate(${x}px,${y}px)`;
    }
  }

  /** The label written at a point of the screen, as last arranged. */
  at(x: number, y: number): MapLabel | undefined {
    return this.#boxes.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.label;
  }

  #write(label: MapLabel): void {
    const text = label.runs.map(({ tone, text: words }) => `${tone}:${words}`).join('|');
    const shown = this.#shown.get(label.key) ?? this.#add(label);
    if (shown.text !== text || shown.label.kind !== label.kind) {
      shown.element.className = `map-label map-label-${label.kind}${shown.placement === undefined ? '' : ' is-placed'}`;
      shown.box.replaceChildren(...label.runs.map(runElement));
      shown.text = text;
      shown.size = undefined;
    }
    shown.label = label;
  }

  #add(label: MapLabel): Shown {
    const element = document.createElement('div');
    const box = document.createElement('span');
    const leader = document.createElement('i');
    box.className = 'map-label-box';
    leader.className = 'map-label-leader';
    element.append(leader, box);
    this.#root.append(element);
    const shown: Shown = { label, element, box, leader, text: '', size: undefined, placement: undefined };
    this.#shown.set(label.key, shown);
    return shown;
  }

  #measure(): void {
    for (const shown of this.#shown.values()) shown.size ??= { width: shown.box.offsetWidth, height: shown.box.offsetHeight };
  }

  /** Shifts the box to its seat, gliding unless its way leads over something blocked, and draws the leader line from the mark's edge to the box. */
  #tie(request: LabelRequest, before: Placement | undefined, blocked: readonly Box[]): void {
    const { key, anchors, width, height, clearance } = request;
    const shown = this.#shown.get(key);
    const placement = shown?.placement;
    if (shown === undefined || placement === undefined || anchors.length === 0) return;
    const { dx, dy, hasLeader } = placement;
    const way = before && boxOfBoth(placedBox(request, { ...before, anchor: placement.anchor }), placedBox(request, placement));
    shown.box.classList.toggle('is-leaping', way === undefined || blocked.some((other) => boxesMeet(way, other, 0)));
    shown.box.style.transform = `translate(${Math.round(dx - width / 2)}px,${Math.round(dy - height / 2)}px)`;
    shown.leader.hidden = !hasLeader;
    if (!hasLeader) return;
    const endX = Math.max(dx - width / 2, Math.min(0, dx + width / 2));
    const endY = Math.max(dy - height / 2, Math.min(0, dy + height / 2));
    const length = Math.hypot(endX, endY);
    const angle = Math.atan2(endY, endX);
    const start = Math.min(length, clearance);
    shown.leader.style.width = `${length - start}px`;
    shown.leader.style.transform = `rotate(${angle}rad) translate(${start}px,-50%)`;
  }
}

function requestOf({ label, size }: Shown, anchorsOf: AnchorsOf, uPx: number): LabelRequest | undefined {
  const { spots, rank } = anchorsOf(label);
  const [first] = spots;
  if (first === undefined || size === undefined) return undefined;
  const style = LABEL_STYLES[label.kind];
  return {
    key: label.key, seat: style.seat, coversCalm: style.coversCalm, leash: style.leashU * uPx, priority: style.rank + rank,
    anchors: spots.map(({ x, y }) => [x, y] as const), clearance: first.clearance, width: size.width, height: size.height,
  };
}

function runElement({ text, tone }: LabelRun): HTMLElement {
  const element = document.createElement('b');
  element.className = `is-${tone}`;
  element.textContent = text;
  return element;
}
