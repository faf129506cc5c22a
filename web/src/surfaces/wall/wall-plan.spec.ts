import { describe, expect, it } from 'vitest';
import { GOVERNANCE, planWall as plan, SCENES, type GovernanceName, type PanelName, type WallPlan, type WallWish } from './wall-plan.ts';

/** A wall with all tiles, on the overview unless told. */
const planWall = (wish: Partial<WallWish> & Pick<WallWish, 'widthPx' | 'heightPx' | 'k'>): WallPlan => plan({ scene: 'overview', has: GOVERNANCE, ...wish });

const NEVER_DROPPED: readonly PanelName[] = ['lamps', 'overdue'];
const SIZES = [[1920, 1080], [3840, 2160], [1366, 768], [5760, 2160], [3840, 1080], [7680, 2160], [5760, 1080], [6720, 2160], [1080, 1920]] as const;
const plans = SIZES.flatMap(([widthPx, heightPx]) => SCENES.flatMap((scene) =>
  [1, 1.4].map((k) => [`${scene} ${widthPx}×${heightPx} at ${k}`, planWall({ widthPx, heightPx, k, scene })] as const)));
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

  it.each(plans)('%s never hides the lamps or who is overdue, nor the day on the overview', (name, plan) => {
    expect(panelsOf(plan)).toEqual(expect.arrayContaining([...NEVER_DROPPED, ...(name.startsWith('overview') ? ['today'] : [])]));
  });

  it.each(plans.filter(([, { jointAfter }]) => jointAfter !== null))('%s lays no tile of a rail across the joint, but for the list that parts there itself', (_, { rails, jointAfter }) => {
    const across = rails.flatMap(({ slots }) => slots).filter(({ from, to }) => from <= (jointAfter ?? 0) && to > (jointAfter ?? 0));
    expect(across.map(({ panel }) => panel).filter((panel) => panel !== 'rank-list')).toEqual([]);
  });

  it.each([[3840, 1080], [7680, 2160], [5760, 1080], [5760, 2160]] as const)('of %i × %i keeps the edges of the map 8 units off the joints', (widthPx, heightPx) => {
    const EDGE_U = 20;
    const JOINT_U = 960;
    const { columnsU, free } = planWall({ widthPx, heightPx, k: 1 });
    const [first = 0, end = first + 1] = free.columns.split(' / ').map(Number);
    const sum = (widths: readonly (number | null)[]): number => widths.reduce<number>((total, width) => total + (width ?? 0), EDGE_U);
    const edges = [sum(columnsU.slice(0, first - 2)), widthPx / (heightPx / 1080) - sum(columnsU.slice(end - 2))];
    for (const edge of edges) expect(Math.abs(edge - Math.round(edge / JOINT_U) * JOINT_U)).toBeGreaterThanOrEqual(8);
  });

  it('gives up one tile per rail, in the agreed order, when everything is enlarged', () => {
    const before = panelsOf(planWall({ widthPx: 1920, heightPx: 1080, k: 1.25 }));
    const after = panelsOf(planWall({ widthPx: 1920, heightPx: 1080, k: 1.3 }));
    expect(before.filter((panel) => !after.includes(panel))).toEqual(['platform', 'rank-shelf', 'turn']);
  });

  it('gives the freed rows to the tiles that stay', () => {
    const [left] = planWall({ widthPx: 1920, heightPx: 1080, k: 1.4 }).rails;
    expect(left?.slots.map(({ from, to }) => to - from + 1)).toEqual([8, 8, 8]);
  });

  it.each(plans.filter(([name]) => name.endsWith('at 1')))('%s has a place for every tile of governance: its own, or a turn', (_, one) => {
    const shown = new Set<PanelName>([...panelsOf(one), ...one.turning]);
    expect(GOVERNANCE.filter((name) => !shown.has(name))).toEqual([]);
    expect(one.turning.length === 0 || panelsOf(one).includes('turn')).toBe(true);
  });

  it.each(SIZES)('on %i × %i leaves the place of a tile it does not have to its neighbours', (widthPx, heightPx) => {
    const has: readonly GovernanceName[] = ['calls', 'patrol'];
    for (const scene of SCENES) {
      const one = planWall({ widthPx, heightPx, k: 1, scene, has });
      const missing = GOVERNANCE.filter((name) => !has.includes(name));
      expect([...panelsOf(one), ...one.turning].filter((name) => missing.some((absent) => absent === name))).toEqual([]);
      for (const { slots } of one.rails) slots.slice(1).forEach(({ from }, index) => expect(from).toBe((slots[index]?.to ?? 0) + 1));
    }
  });
});
