import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOVERNANCE, SHAPES, sceneFaults, type GovernanceName, type PanelName, type Scene } from '@wangge/shared/stage';
import type { WallPlan } from './composed-wall.ts';
import { planWall as plan, shapeOf, type WallWish } from './wall-plan.ts';

/** The scenes the product comes with. */
const SCENES = JSON.parse(readFileSync(new URL('../../../../server/src/features/walls/defaults/scenes.json', import.meta.url), 'utf8')) as readonly Scene[];
const [OVERVIEW] = SCENES as [Scene];

/** A wall with all tiles, on the overview unless told. */
const planWall = (wish: Partial<WallWish> & Pick<WallWish, 'widthPx' | 'heightPx' | 'k'>): WallPlan => plan({ scene: OVERVIEW, has: GOVERNANCE, ...wish });

const NEVER_DROPPED: readonly PanelName[] = ['lamps', 'overdue'];
const SIZES = [[1920, 1080], [3840, 2160], [1366, 768], [5760, 2160], [3840, 1080], [7680, 2160], [5760, 1080], [6720, 2160], [1080, 1920], [2560, 1080], [11520, 2160]] as const;
const plans = SIZES.flatMap(([widthPx, heightPx]) => SCENES.flatMap((scene) =>
  [1, 1.4].map((k) => [`${scene.id} ${widthPx}×${heightPx} at ${k}`, planWall({ widthPx, heightPx, k, scene })] as const)));
const panelsOf = (plan: WallPlan): PanelName[] => plan.rails.flatMap(({ slots }) => slots.map(({ panel }) => panel));

describe('the composition', () => {
  it('of each of the ten scenes keeps the rules of scenes on every shape, and is one of its own', () => {
    expect(SCENES.map(({ name }) => name)).toEqual(['综合态势', '四平台', '执法力量', '事件热力', '督办与超期', '乡呼县应', '考评', '应急指挥', '一件事', '参观']);
    expect(SCENES.flatMap((scene) => sceneFaults(scene))).toEqual([]);
    for (const shape of SHAPES) expect(new Set(SCENES.map(({ shapes }) => JSON.stringify(shapes[shape]))).size).toBe(SCENES.length);
  });

  it('for visitors holds no tile of governance, for their boards name who has what in hand', () => {
    const visitor = SCENES.find(({ isMasked }) => isMasked);
    const panels = Object.values(visitor?.shapes ?? {}).flatMap(({ left, right, shelf }) => [...[...left, ...right].flat().map(([panel]) => panel), ...shelf]);
    expect(panels.filter((panel) => panel === 'turn' || GOVERNANCE.some((name) => name === panel))).toEqual([]);
  });

  it.each(plans)('%s lays no two tiles over each other, and none over the free map', (_, { rails, free }) => {
    const cells = [...rails.flatMap(({ columns, slots }) => slots.map(({ from, to }) => ({ columns, from, to }))), free].flatMap(({ columns, from, to }) => {
      const [first = 0, end = first + 1] = columns.split(' / ').map(Number);
      return Array.from({ length: end - first }, (_, at) => first + at).flatMap((column) => Array.from({ length: to - from + 1 }, (_, at) => `${column}:${from + at}`));
    });
    expect(cells.filter((cell, at) => cells.indexOf(cell) !== at)).toEqual([]);
  });

  it.each(plans.filter(([name]) => name.endsWith('at 1')))('%s uses every row of its rails', (_, { rails, rows, shape }) => {
    const sides = rails.filter(({ slots }) => (slots[0]?.from ?? 0) === (shape === 'tall' ? 25 : 1) && (slots[0]?.panel !== 'today' || shape !== 'tall'));
    expect(sides.map(({ slots }) => slots.at(-1)?.to)).toEqual(sides.map(() => rows));
  });

  it.each([
    [1920, 1080, 'wide'], [1366, 768, 'wide'], [5760, 2160, 'broad'], [3840, 1080, 'band'], [7680, 2160, 'band'], [6720, 2160, 'band'], [1080, 1920, 'tall'],
    [2560, 1080, 'ultra'], [3440, 1440, 'ultra'], [5760, 1080, 'long'], [11520, 2160, 'long'],
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
    expect(shapeOf(widthPx / heightPx)).not.toBe('wide');
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

  it.each(plans.filter(([name]) => name.startsWith('overview') && name.endsWith('at 1')))('%s has on the overview a place for every tile of governance: its own, or a turn', (_, one) => {
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
