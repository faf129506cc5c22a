import { MAX_ACCURACY_M, MAX_SILENCE_MS, travelOf, type PositionFix } from '../position/index.ts';

/** What counts as having been in a grid on a round (巡到): so long, or so far on foot; either is enough. Driving through is neither. */
export interface CoverRule {
  readonly coverMs: number;
  readonly coverFootM: number;
}

/** How a round touched one grid. */
export interface GridTouched {
  readonly gridCode: string;
  readonly stayedMs: number;
  readonly footM: number;
  readonly isCovered: boolean;
}

/** 里程与网格 of a round: metres on foot and driving, and the grids it touched, by code. */
export interface RoundFigures {
  readonly footM: number;
  readonly driveM: number;
  readonly grids: readonly GridTouched[];
}

export const NO_FIGURES: RoundFigures = { footM: 0, driveM: 0, grids: [] };

/** Counts a round from its fixes in ascending time. `gridAt`: the grid that holds a place; null outside all. */
export function roundFigures(fixes: readonly PositionFix[], rule: CoverRule, gridAt: (place: readonly [number, number]) => string | null): RoundFigures {
  const { footM, driveM, moves } = travelOf(fixes);
  const touched = new Map<string, { stayedMs: number; footM: number }>();
  const of = (place: readonly [number, number]): { stayedMs: number; footM: number } | null => {
    const code = gridAt(place);
    if (code === null) return null;
    const known = touched.get(code) ?? { stayedMs: 0, footM: 0 };
    touched.set(code, known);
    return known;
  };
  const sure = fixes.filter(({ accuracyM }) => (accuracyM ?? 0) <= MAX_ACCURACY_M);
  sure.forEach(({ at, lng, lat }, index) => {
    const untilMs = (sure[index + 1]?.at ?? at) - at;
    const grid = untilMs <= MAX_SILENCE_MS ? of([lng, lat]) : null;
    if (grid) grid.stayedMs += untilMs;
  });
  for (const { mode, distanceM, lngLat } of moves) {
    const grid = mode === 'foot' ? of(lngLat) : null;
    if (grid) grid.footM += distanceM;
  }
  const grids = [...touched].map(([gridCode, { stayedMs, footM: walkedM }]) => ({
    gridCode, stayedMs, footM: Math.round(walkedM), isCovered: stayedMs >= rule.coverMs || walkedM >= rule.coverFootM,
  }));
  return { footM: Math.round(footM), driveM: Math.round(driveM), grids: grids.sort((a, b) => (a.gridCode < b.gridCode ? -1 : 1)) };
}
