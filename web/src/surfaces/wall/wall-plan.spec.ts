import { describe, expect, it } from 'vitest';
import { planWall, type PanelName, type WallPlan } from './wall-plan.ts';

const NEVER_DROPPED: readonly PanelName[] = ['today', 'lamps', 'overdue'];
const SIZES = [[1920, 1080], [3840, 2160], [1366, 768], [5760, 2160], [3840, 1080], [7680, 2160], [5760, 1080], [6720, 2160], [1080, 1920]] as const;
const plans = SIZES.flatMap(([widthPx, heightPx]) => [1, 1.4].map((k) => [`${widthPx}×${heightPx} at ${k}`, planWall({ widthPx, heightPx, k })] as const));
const panelsOf = (plan: WallPlan): PanelName[] => plan.rails.flatMap(({ slots }) => slots.map(({ panel }) => panel));

describe('the composition', () => {
  it.each([
    [1920, 1080, 'wide'], [1366, 768, 'wide'], [5760, 2160, 'broad'], [3840, 1080, 'band'], [7680, 2160, 'band'], [6720, 2160, 'band'], [1080, 1920, 'tall'],
  ] as const)('of %i × %i is %s', (widthPx, heightPx, shape) => {
    expect(planWall({ widthPx, heightPx, k: 1 }).shape).toBe(shape);
  });

  it.each(plans)('%s stacks each rail without gap or overlap', (_, plan) => {
    for (const { slots } of plan.rails) {
      slots.slice(1).forEach(({ from }, index) => expect(from).toBe((slots[index]?.to ?? 0) + 1));
      expect(slots.at(-1)?.to).toBeLessThanOrEqual(plan.rows);
    }
  });

  it.each(plans)('%s never drops today, the lamps or the overdue cases', (_, plan) => {
    expect(panelsOf(plan)).toEqual(expect.arrayContaining([...NEVER_DROPPED]));
  });

  it.each(plans.filter(([, { jointAfter }]) => jointAfter !== null))('%s lays no tile of a rail across the joint, but for the list that parts there itself', (_, { rails, jointAfter }) => {
    const across = rails.flatMap(({ slots }) => slots).filter(({ from, to }) => from <= (jointAfter ?? 0) && to > (jointAfter ?? 0));
    expect(across.map(({ panel }) => panel).filter((panel) => panel !== 'rank-list')).toEqual([]);
  });

  it.each([[3840, 1080], [7680, 2160], [5760, 1080], [5760, 2160]] as const)('of %i × %i keeps the edges of the map 8 units off the joints', (widthPx, heightPx) => {
    const EDGE_U = 20;
    const JOINT_U = 960;
    const { columnsU, free } = planWall({ widthPx, heightPx, k: 1 });
    const at = Number(free.columns) - 2;
    const sum = (widths: readonly (number | null)[]): number => widths.reduce<number>((total, width) => total + (width ?? 0), EDGE_U);
    const edges = [sum(columnsU.slice(0, at)), widthPx / (heightPx / 1080) - sum(columnsU.slice(at + 1))];
    for (const edge of edges) expect(Math.abs(edge - Math.round(edge / JOINT_U) * JOINT_U)).toBeGreaterThanOrEqual(8);
  });

  it('gives up one tile per rail, in the agreed order, when everything is enlarged', () => {
    const before = panelsOf(planWall({ widthPx: 1920, heightPx: 1080, k: 1.25 }));
    const after = panelsOf(planWall({ widthPx: 1920, heightPx: 1080, k: 1.3 }));
    expect(before.filter((panel) => !after.includes(panel))).toEqual(['platform', 'rank-shelf', 'call']);
  });

  it('gives the freed rows to the tiles that stay', () => {
    const [left] = planWall({ widthPx: 1920, heightPx: 1080, k: 1.4 }).rails;
    expect(left?.slots.map(({ from, to }) => to - from + 1)).toEqual([8, 8, 8]);
  });
});
