import { boxAround, boxHolds, boxMeetsDisc, boxesMeet, type Box, type Disc } from './box.ts';
import { labelCandidates, type Candidate, type LabelShape } from './label-candidates.ts';

/** A label that wants a place on the screen (注记), CSS px. */
export interface LabelRequest extends LabelShape {
  readonly key: string;
  /** Spots it can be tied to, the liked best first. */
  readonly anchors: readonly (readonly [x: number, y: number])[];
  /** Higher is placed first; one that finds no place may push out a lower one. */
  readonly priority: number;
  /** Whether it may lie over a calm mark (green or grey) where there is no better place. */
  readonly coversCalm: boolean;
}

/** Something a label must not lie over. `calm`: green and grey marks; `line`: drawn lines, covered only where it must be. */
export interface Obstacle extends Disc {
  readonly kind: 'lamp' | 'calm' | 'line';
}

/** Where a label went: the anchor it is tied to, the middle of its box seen from there, and which candidate that was. */
export interface Placement {
  readonly anchor: number;
  readonly candidate: number;
  readonly dx: number;
  readonly dy: number;
  readonly hasLeader: boolean;
}

/** Everything that bounds the placement, CSS px. */
export interface LabelField {
  /** What can be seen of the map. */
  readonly frame: Box;
  /** Sheets lying over the map, and bands along the joints of the wall. */
  readonly blocked: readonly Box[];
  readonly obstacles: readonly Obstacle[];
  /** Least gap between two labels, and between a label and a mark. */
  readonly gap: number;
  /** Where labels were before; they stay there unless another place is clearly better. */
  readonly before: ReadonlyMap<string, Placement>;
}

interface Seat extends Placement {
  readonly cost: number;
  readonly box: Box;
}

/** How much better another place must be before a label leaves its own. */
const STAY_BONUS = 3;
const COVER_COST = 8;
const LINE_COST = 1.2;
const MAX_PUSHED = 2;

/**
 * Gives labels places such that none overlaps another, none lies over a lamp, a sheet or a joint, and all lie in the frame. Greedy by priority;
 * one that finds no place moves its neighbours aside or pushes out lesser ones, which try again. Those without a place are absent from the answer.
 */
export function placeLabels(labels: readonly LabelRequest[], field: LabelField): Map<string, Placement> {
  const seated = new Map<string, { readonly label: LabelRequest; readonly seat: Seat }>();
  const seatsOf = new Map(labels.map((label) => [label.key, freeSeats(label, field)]));
  const fits = (seat: Seat): boolean => {
    for (const { seat: other } of seated.values()) if (boxesMeet(seat.box, other.box, field.gap)) return false;
    return true;
  };
  const sit = (label: LabelRequest): boolean => {
    const seats = seatsOf.get(label.key);
    const seat = seats?.near.find(fits) ?? seats?.far().find(fits);
    if (seat !== undefined) seated.set(label.key, { label, seat });
    return seat !== undefined;
  };
  const makeRoom = (label: LabelRequest): LabelRequest[] => {
    const seats = seatsOf.get(label.key);
    for (const seat of [...(seats?.near ?? []), ...(seats?.far() ?? [])]) {
      const inWay = [...seated.values()].filter(({ seat: other }) => boxesMeet(seat.box, other.box, field.gap));
      if (inWay.length > MAX_PUSHED || inWay.some((other) => other.label.priority > label.priority)) continue;
      for (const other of inWay) seated.delete(other.label.key);
      seated.set(label.key, { label, seat });
      const homeless = inWay.filter((other) => !sit(other.label));
      if (homeless.every((other) => other.label.priority < label.priority)) return homeless.map((other) => other.label);
      seated.delete(label.key);
      for (const other of inWay) seated.set(other.label.key, other);
    }
    return [];
  };
  const waiting = [...labels].sort((a, b) => b.priority - a.priority || (a.key < b.key ? -1 : 1));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (!sit(next)) waiting.push(...makeRoom(next));
  }
  return new Map([...seated].map(([key, { seat }]) => [key, placementOf(seat)]));
}

/** The box a placed label covers. */
export function placedBox(label: LabelRequest, placement: Placement): Box {
  const [x, y] = label.anchors[placement.anchor] ?? [0, 0];
  return boxAround(x + placement.dx, y + placement.dy, label.width, label.height);
}

function placementOf({ anchor, candidate, dx, dy, hasLeader }: Seat): Placement {
  return { anchor, candidate, dx, dy, hasLeader };
}

/** The seats of a label that nothing fixed is in the way of, best first; the far ones are reckoned when they are first asked for. */
function freeSeats(label: LabelRequest, field: LabelField): { readonly near: readonly Seat[]; far(): readonly Seat[] } {
  const before = field.before.get(label.key);
  const reach = label.clearance + label.leash + label.width + label.height;
  const candidates = labelCandidates(label);
  const around = label.anchors.map(([x, y]) => field.obstacles.filter((disc) => Math.hypot(disc.x - x, disc.y - y) < reach + disc.radius));
  const free = (places: readonly Candidate[]): Seat[] => label.anchors
    .flatMap(([x, y], anchor) => places.flatMap((candidate) => {
      const box = boxAround(x + candidate.dx, y + candidate.dy, label.width, label.height);
      const isOpen = boxHolds(field.frame, box) && !field.blocked.some((other) => boxesMeet(box, other, 0));
      const cover = isOpen ? coverCost(label, box, around[anchor] ?? [], field.gap) : Infinity;
      if (cover === Infinity) return [];
      const isOld = before?.anchor === anchor && before.candidate === candidate.id;
      return [{ ...seatOf(candidate, anchor), box, cost: candidate.cost + cover + anchor * 0.6 - (isOld ? STAY_BONUS : 0) }];
    }))
    .sort((a, b) => a.cost - b.cost);
  let far: readonly Seat[] | undefined;
  return { near: free(candidates.near), far: () => (far ??= free(candidates.far())) };
}

function seatOf({ id, dx, dy, hasLeader }: Candidate, anchor: number): Placement {
  return { anchor, candidate: id, dx, dy, hasLeader };
}

function coverCost(label: LabelRequest, box: Box, near: readonly Obstacle[], gap: number): number {
  return near.reduce((cost, disc) => {
    if (!boxMeetsDisc(box, disc, disc.kind === 'line' ? 0 : gap)) return cost;
    if (disc.kind === 'line') return cost + LINE_COST;
    return disc.kind === 'calm' && label.coversCalm ? cost + COVER_COST : Infinity;
  }, 0);
}
