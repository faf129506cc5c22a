import { itemAt, planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import type { MiniCells } from './mini-cells.ts';
import { createNoise } from './noise.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { TownSeed } from './town-data.ts';

/** Whether a step from one place to another crosses something people draw borders along: a canal or trunk road. */
export type CrossingTest = (from: PlanePoint, to: PlanePoint) => boolean;

/** For each mini cell the grid (running number over all townships) it belongs to, -1 outside; for each grid its village (running number too). */
export interface CellOwners {
  readonly grid: Int32Array;
  readonly villageOfGrid: readonly number[];
}

const CROSSING_COST = 1.9;
const GRID_ROUNDS = 4;

/** Parts each township's cells among its villages, then each village among its grids, smaller ones near the village centre. */
export function assignCells({ seed, cells, towns, crosses }: {
  seed: number;
  cells: MiniCells;
  towns: readonly TownSeed[];
  crosses: CrossingTest;
}): CellOwners {
  const rough = createNoise(seed, 'village growth', 900);
  const stepCost = (from: number, to: number): number => {
    const [a, b] = [itemAt(cells.sites, from), itemAt(cells.sites, to)];
    return planeDistanceM(a, b) * (1 + 0.35 * rough(b)) * (crosses(a, b) ? CROSSING_COST : 1);
  };
  const grid = new Int32Array(cells.sites.length).fill(-1);
  const villageOfGrid: number[] = [];
  const random = createRandom(seed, 'grid seeds');
  let villageCount = 0;
  for (const [townIndex, town] of towns.entries()) {
    const inside = cells.sites.flatMap((_, cell) => (cells.town[cell] === townIndex ? [cell] : []));
    const centres = town.villages.map((village) => nearestCell(cells, inside, [village.eastKm * 1_000, village.northKm * 1_000]));
    const village = grow({ cells, among: inside, starts: centres, stepCost });
    for (const [index, { gridCount }] of town.villages.entries()) {
      const own = inside.filter((cell) => village[cell] === index);
      const owner = splitVillage({ cells, own, centre: itemAt(cells.sites, itemAt(centres, index)), gridCount, stepCost, random });
      for (const cell of own) grid[cell] = villageOfGrid.length + itemAt(owner, cell);
      for (let i = 0; i < gridCount; i += 1) villageOfGrid.push(villageCount + index);
    }
    villageCount += town.villages.length;
  }
  return { grid, villageOfGrid };
}

interface Split {
  readonly cells: MiniCells;
  readonly own: readonly number[];
  readonly centre: PlanePoint;
  readonly gridCount: number;
  readonly stepCost: (from: number, to: number) => number;
  readonly random: Random;
}

/** Lloyd's rounds on cells, each weighing more the nearer it is to the village centre. */
function splitVillage({ cells, own, centre, gridCount, stepCost, random }: Split): Int32Array {
  const crowding = gridCount >= 13 ? 9 : 2;
  const weightOf = (cell: number): number => 1 + crowding * Math.exp(-((planeDistanceM(itemAt(cells.sites, cell), centre) / 800) ** 2));
  let starts = spreadStarts(cells, own, gridCount, weightOf, random);
  let owner = grow({ cells, among: own, starts, stepCost });
  for (let round = 0; round < GRID_ROUNDS; round += 1) {
    starts = starts.map((start, index) => {
      const members = own.filter((cell) => owner[cell] === index);
      const total = members.reduce((sum, cell) => sum + weightOf(cell), 0);
      const mean = (axis: 0 | 1): number => members.reduce((sum, cell) => sum + weightOf(cell) * itemAt(cells.sites, cell)[axis], 0) / total;
      return members.length === 0 ? start : nearestCell(cells, members, [mean(0), mean(1)]);
    });
    owner = grow({ cells, among: own, starts, stepCost });
  }
  return owner;
}

/** First starts far from one another: each next one is the best of all cells by distance to the chosen ones and weight. */
function spreadStarts(cells: MiniCells, own: readonly number[], count: number, weightOf: (cell: number) => number, random: Random): number[] {
  const starts = [random.pick(own)];
  while (starts.length < count) {
    let best = { cell: -1, score: 0 };
    for (const cell of own) {
      const nearestM = Math.min(...starts.map((start) => planeDistanceM(itemAt(cells.sites, start), itemAt(cells.sites, cell))));
      const score = nearestM * Math.sqrt(weightOf(cell)) * random.between(0.85, 1);
      if (score > best.score) best = { cell, score };
    }
    if (best.cell < 0) throw new Error(`a village has too few cells for ${count} grids`);
    starts.push(best.cell);
  }
  return starts;
}

/** Lets all starts grow at once over adjoining cells; each cell goes to the start that reaches it cheapest, so every part hangs together. */
function grow({ cells, among, starts, stepCost }: {
  cells: MiniCells;
  among: readonly number[];
  starts: readonly number[];
  stepCost: (from: number, to: number) => number;
}): Int32Array {
  const owner = new Int32Array(cells.sites.length).fill(-1);
  const cost = new Float64Array(cells.sites.length).fill(-1);
  for (const cell of among) cost[cell] = Infinity;
  let rim = starts.map((start, index) => {
    cost[start] = 0;
    owner[start] = index;
    return start;
  });
  while (rim.length > 0) {
    const next = new Set<number>();
    for (const cell of rim) {
      for (const other of itemAt(cells.neighbours, cell)) {
        const offered = itemAt(cost, cell) + stepCost(cell, other);
        if (offered >= itemAt(cost, other)) continue;
        cost[other] = offered;
        owner[other] = itemAt(owner, cell);
        next.add(other);
      }
    }
    rim = [...next];
  }
  return owner;
}

function nearestCell(cells: MiniCells, among: readonly number[], to: PlanePoint): number {
  let best = { cell: -1, offM: Infinity };
  for (const cell of among) {
    const offM = planeDistanceM(itemAt(cells.sites, cell), to);
    if (offM < best.offM) best = { cell, offM };
  }
  return best.cell;
}
