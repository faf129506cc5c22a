import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOVERNANCE, wallFrame, type PanelName, type Scene } from '@wangge/shared/stage';
import { railsOn } from './tile-plan.ts';
import type { WallPlan } from './composed-wall.ts';
import { planWall } from './wall-plan.ts';

const SCENES = JSON.parse(readFileSync(new URL('../../../../server/src/features/walls/defaults/scenes.json', import.meta.url), 'utf8')) as readonly Scene[];
const BARS = { edgeU: 20, topU: 84, stripU: 84 };
const CLEAR_U = 8;

/** Walls as rooms build them: displays across and down, the size of one and its bezel. */
const WALLS = [[2, 1, 1_920, 1_080, 12], [3, 1, 1_920, 1_080, 12], [2, 2, 1_920, 1_080, 20], [3, 2, 1_920, 1_080, 4], [4, 2, 1_920, 1_080, 6], [3, 3, 1_366, 768, 10], [1, 2, 1_920, 1_080, 12], [1, 3, 1_920, 1_080, 12], [3, 1, 1_080, 1_920, 12]] as const;

function planOf(scene: Scene, [across, down, width, height, bezelMm]: (typeof WALLS)[number], k = 1): { readonly plan: WallPlan; readonly uPx: number; readonly frame: ReturnType<typeof wallFrame> } {
  const frame = wallFrame({ across, down, bezelMm, heightMm: 700 * down }, { widthPx: width, heightPx: height }, { column: 1, row: 1 });
  const uPx = (Math.min(frame.widthPx, frame.heightPx) / 1_080) * k;
  const tiled = { across, down, pictureWidthU: frame.tileWidthPx / uPx, pictureHeightU: frame.tileHeightPx / uPx, bezelU: frame.bezelPx / uPx, ...BARS };
  return { plan: planWall({ ...frame, k, scene, has: GOVERNANCE, tiled }), uPx, frame };
}

/** Where each tile of a plan lies, reckoned from its grid as a browser would; design units. */
function boxesOf({ plan, uPx, frame }: ReturnType<typeof planOf>): { panel: PanelName; left: number; right: number; top: number; bottom: number; row: number; column: number }[] {
  const widthU = frame.widthPx / uPx;
  const fixed = plan.columnsU.reduce<number>((sum, column) => sum + (column ?? 0), 0);
  const lines = plan.columnsU.reduce<number[]>((all, column) => [...all, (all.at(-1) ?? 0) + (column ?? widthU - 2 * BARS.edgeU - fixed)], [BARS.edgeU]);
  const weights = [...plan.rowTemplate.matchAll(/repeat\((\d+), minmax\(0, ([\d.]+)fr\)\)|minmax\(0, ([\d.]+)fr\)/g)].flatMap(([, count, each, one]) => Array.from({ length: Number(count ?? 1) }, () => Number(each ?? one)));
  const unit = (frame.heightPx / uPx - BARS.topU - BARS.stripU) / weights.reduce((sum, weight) => sum + weight, 0);
  const levels = weights.reduce<number[]>((all, weight) => [...all, (all.at(-1) ?? 0) + weight * unit], [BARS.topU]);
  return plan.rails.flatMap(({ columns, slots, displayColumn }) => {
    const [from = 2, to = 3] = columns.split(' / ').map(Number);
    return slots.map((slot) => ({ panel: slot.panel, left: lines[from - 2] ?? NaN, right: lines[to - 2] ?? NaN, top: levels[slot.from - 1] ?? NaN, bottom: levels[slot.to] ?? NaN, row: slot.displayRow ?? 0, column: displayColumn ?? 0 }));
  });
}

const CASES = SCENES.flatMap((scene) => WALLS.flatMap((wall) => [1, 1.3].map((k) => [`${scene.id} on ${wall.slice(0, 2).join('×')} of ${wall[2]}×${wall[3]} at ${k}`, planOf(scene, wall, k)] as const)));

describe('a scene on a wall of several displays', () => {
  it.each(CASES)('[PR1] %s lays every tile on one display, clear of the bezels', (_, composed) => {
    const { frame, uPx } = composed;
    const [width, height, bezel] = [frame.tileWidthPx / uPx, frame.tileHeightPx / uPx, frame.bezelPx / uPx];
    const wallU = { width: frame.widthPx / uPx, height: frame.heightPx / uPx };
    for (const box of boxesOf(composed)) {
      const [x, y] = [(box.column - 1) * (width + bezel), (box.row - 1) * (height + bezel)];
      const clear = (end: number, whole: number): number => (Math.abs(end - whole) < 1 ? 0 : CLEAR_U);
      expect(box.left, box.panel).toBeGreaterThanOrEqual(x + clear(x, 0) - 0.1);
      expect(box.right, box.panel).toBeLessThanOrEqual(x + width - clear(x + width, wallU.width) + 0.1);
      expect(box.top, box.panel).toBeGreaterThanOrEqual(y + clear(y, 0) - 0.1);
      expect(box.bottom, box.panel).toBeLessThanOrEqual(y + height - clear(y + height, wallU.height) + 0.1);
    }
  });

  it.each(CASES)('%s lays no two tiles over each other and keeps the lamps and who is late', (_, composed) => {
    const boxes = boxesOf(composed);
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const isApart = one.right <= other.left + 0.1 || other.right <= one.left + 0.1 || one.bottom <= other.top + 0.1 || other.bottom <= one.top + 0.1;
        expect(isApart, `${one.panel} and ${other.panel}`).toBe(true);
      }
    }
    expect(boxes.map(({ panel }) => panel)).toEqual(expect.arrayContaining(['lamps', 'overdue']));
  });

  it('shows each tile on one display alone, and all of them together', () => {
    const [scene] = SCENES as [Scene];
    const { plan } = planOf(scene, [3, 2, 1_920, 1_080, 4]);
    const shown = [1, 2, 3].flatMap((column) => [1, 2].flatMap((row) => railsOn(plan.rails, { column, row }).flatMap(({ slots }) => slots.map(({ panel }) => panel))));
    expect(shown.toSorted()).toEqual(plan.rails.flatMap(({ slots }) => slots.map(({ panel }) => panel)).toSorted());
  });
});
