import type { Lattice, PlanePoint } from '@wangge/shared/geo';

/** A thing that warms its surroundings: where it is, and how much it counts. */
export interface HeatSource {
  readonly point: PlanePoint;
  readonly weight: number;
}

/**
 * Sums a biweight kernel (1 − d²/r²)² of each source's weight over a lattice with eight cells to the radius. A single source of weight 1 peaks
 * at 1. The lattice reaches one radius and a margin beyond every source, so the values fall to 0 before its edge: the outermost are always 0.
 */
export function densityGrid(sources: readonly HeatSource[], radiusM: number): Lattice {
  const cellM = radiusM / 8;
  const marginM = radiusM + 2 * cellM;
  const easts = sources.map(({ point }) => point[0]);
  const norths = sources.map(({ point }) => point[1]);
  const originM: PlanePoint = [Math.min(0, ...easts) - marginM, Math.min(0, ...norths) - marginM];
  const columns = Math.ceil((Math.max(0, ...easts) + marginM - originM[0]) / cellM) + 1;
  const rows = Math.ceil((Math.max(0, ...norths) + marginM - originM[1]) / cellM) + 1;
  const grid: Lattice = { originM, cellM, columns, rows, values: new Float64Array(columns * rows) };
  for (const source of sources) addKernel(grid, source, radiusM);
  return grid;
}

function addKernel(grid: Lattice, { point, weight }: HeatSource, radiusM: number): void {
  const column = (point[0] - grid.originM[0]) / grid.cellM;
  const row = (point[1] - grid.originM[1]) / grid.cellM;
  const reach = radiusM / grid.cellM;
  for (let y = Math.ceil(row - reach); y <= row + reach; y += 1) {
    for (let x = Math.ceil(column - reach); x <= column + reach; x += 1) {
      const nearness = 1 - ((x - column) ** 2 + (y - row) ** 2) / (reach * reach);
      if (nearness <= 0) continue;
      const index = y * grid.columns + x;
      grid.values[index] = (grid.values[index] ?? 0) + weight * nearness * nearness;
    }
  }
}
