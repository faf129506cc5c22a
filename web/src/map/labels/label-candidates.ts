/** How a label seeks its place: `around` a mark, never on it; `centre`d on a spot, moved aside where that is taken; or right `on` one of its spots and nowhere else. */
export type LabelSeat = 'around' | 'centre' | 'on';

/** What is asked about one label; everything in CSS px. */
export interface LabelShape {
  readonly seat: LabelSeat;
  readonly width: number;
  readonly height: number;
  /** Radius of the mark it belongs to and the gap to it. */
  readonly clearance: number;
  /** How far from there it may go, tied by a leader line; 0 for not at all. */
  readonly leash: number;
}

/** A place a label could take: the middle of its box seen from its anchor. Cheaper is better. */
export interface Candidate {
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
  readonly cost: number;
  readonly hasLeader: boolean;
}

/** Cost from which a leader line sets in: dearer than any place beside the mark. */
const LEADER_COST = 12;
const LEADER_RINGS = 4;
const LEADER_DIRECTIONS = 16;

/** Places that need a leader line are numbered from here on. */
const FIRST_LEADER_ID = 100;

/**
 * The places to try for a label, the best first: beside its mark or spot, and then those on a leader line, dearer than all of the former. The
 * numbering is the same for each shape, so that a label can keep its place.
 */
export function labelCandidates(shape: LabelShape): { readonly near: Candidate[]; far(): Candidate[] } {
  const numbered = (places: readonly Place[], firstId: number): Candidate[] =>
    places.map((place, index) => ({ ...place, id: firstId + index })).sort((a, b) => a.cost - b.cost);
  return {
    near: numbered(PLACES[shape.seat](shape), 0),
    far: () => (shape.leash > 0 ? numbered(placesOnLeash(shape), FIRST_LEADER_ID) : []),
  };
}

type Place = Omit<Candidate, 'id'>;

const PLACES: Readonly<Record<LabelSeat, (shape: LabelShape) => Place[]>> = { around: placesAround, centre: placesCentred, on: () => [{ dx: 0, dy: 0, cost: 0, hasLeader: false }] };

function placesAround({ width, height, clearance }: LabelShape): Place[] {
  const x = clearance + width / 2;
  const y = clearance + height / 2;
  const lift = height * 0.55;
  const place = (dx: number, dy: number, cost: number): Place => ({ dx, dy, cost, hasLeader: false });
  return [
    place(x, 0, 0), place(-x, 0, 0.8), place(0, -y, 1.2), place(0, y, 1.6),
    place(x, -lift, 1.8), place(x, lift, 2), place(-x, -lift, 2.2), place(-x, lift, 2.4),
    place(width / 2, -y, 2.2), place(-width / 2, -y, 2.4), place(width / 2, y, 2.6), place(-width / 2, y, 2.8),
    place(width / 4, -y, 2.6), place(-width / 4, -y, 2.6), place(width / 4, y, 3), place(-width / 4, y, 3),
  ];
}

function placesCentred({ width, height }: LabelShape): Place[] {
  const places: Place[] = [{ dx: 0, dy: 0, cost: 0, hasLeader: false }];
  for (const [reach, cost] of [[0.55, 1], [1, 2.2], [1.6, 3.6]] as const) {
    for (const [x, y] of [[0, -1], [0, 1], [1, 0], [-1, 0], [0.8, -0.8], [-0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]] as const) {
      places.push({ dx: x * reach * (width / 2 + height / 2), dy: y * reach * height * 1.3, cost: cost + (x === 0 ? 0 : 0.3), hasLeader: false });
    }
  }
  return places;
}

function placesOnLeash({ width, height, clearance, leash }: LabelShape): Place[] {
  const places: Place[] = [];
  for (let ring = 1; ring <= LEADER_RINGS; ring += 1) {
    for (let turn = 0; turn < LEADER_DIRECTIONS; turn += 1) {
      const angle = (turn * 2 * Math.PI) / LEADER_DIRECTIONS;
      const reach = clearance + (leash * ring) / LEADER_RINGS;
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      places.push({
        dx: x * (reach + width / 2), dy: y * (reach + height / 2), hasLeader: true,
        cost: LEADER_COST + ring * 2 + (Math.abs(y) > 0.9 ? 0.5 : 0),
      });
    }
  }
  return places;
}
