import { describe, expect, it } from 'vitest';
import { SHAPE_ROOM, placeTile, removeTile, resizeTile, spotOf, stepTile, type Composition, type PanelName } from './index.ts';

const wide: Composition = { left: [[['today', 6], ['rate', 18]]], right: [[['lamps', 8], ['overdue', 16]]], shelf: ['rank-shelf'], shelfRows: 4 };
const band: Composition = { left: [[['today', 6], ['rate', 6], ['platform', 12]]], right: [[['lamps', 12], ['overdue', 12]]], shelf: [], shelfRows: 7 };
const rows = ({ left, right }: Composition): number[] => [...left, ...right].map((rail) => rail.reduce((sum, [, each]) => sum + each, 0));

describe('arranging a scene', () => {
  it('[ST13] leaves every rail full, whatever is moved, resized, added or taken off', () => {
    const panels: readonly PanelName[] = ['today', 'rate', 'lamps', 'overdue', 'rank-shelf', 'calls'];
    for (const panel of panels) {
      for (const change of [
        stepTile(wide, panel, 'up', 'wide'), stepTile(wide, panel, 'down', 'wide'), stepTile(wide, panel, 'left', 'wide'), stepTile(wide, panel, 'right', 'wide'),
        resizeTile(wide, panel, 3, 'wide'), resizeTile(wide, panel, -3, 'wide'), removeTile(wide, panel, 'wide'), placeTile(wide, panel, { side: 'left', rail: 0, at: 1 }, 'wide') ?? wide,
      ]) for (const sum of rows(change)) expect(sum, panel).toBe(SHAPE_ROOM.wide.railRows);
    }
  });

  it('[ST13] gives rows to the neighbour on this side of the joint, and takes them from there', () => {
    expect(resizeTile(band, 'rate', 2, 'band').left).toEqual([[['today', 4], ['rate', 8], ['platform', 12]]]);
    expect(resizeTile(band, 'platform', 2, 'band')).toEqual(band);
    expect(resizeTile(band, 'today', 3, 'band')).toEqual(band);
    expect(removeTile(band, 'rate', 'band').left).toEqual([[['today', 12], ['platform', 12]]]);
    expect(resizeTile(wide, 'rank-shelf', 20, 'wide').shelfRows).toBe(12);
  });

  it('[ST13] steps a tile through its rail with its rows, and at a joint from place to place', () => {
    expect(stepTile(wide, 'today', 'down', 'wide').left).toEqual([[['rate', 18], ['today', 6]]]);
    expect(stepTile(band, 'rate', 'down', 'band').left).toEqual([[['today', 6], ['platform', 6], ['rate', 12]]]);
    expect(stepTile(wide, 'today', 'up', 'wide')).toEqual(wide);
  });

  it('[ST13] steps a tile to the next column, over the shelf where that has no room', () => {
    const moved = stepTile(wide, 'today', 'right', 'wide');
    expect(moved.shelf).toEqual(['today', 'rank-shelf']);
    expect(moved.left).toEqual([[['rate', 24]]]);
    const over = stepTile(band, 'today', 'right', 'band');
    expect(spotOf(over, 'today')).toMatchObject({ side: 'shelf' });
    expect(stepTile({ ...wide, shelf: ['trend', 'rank-shelf'] }, 'today', 'right', 'wide').right).toEqual([[['today', 4], ['lamps', 4], ['overdue', 16]]]);
  });

  it('[ST13] takes half of the tile a new one is laid on, and none where all are too low', () => {
    expect(placeTile(wide, 'calls', { side: 'left', rail: 0, at: 1 }, 'wide')?.left).toEqual([[['today', 6], ['calls', 9], ['rate', 9]]]);
    expect(placeTile(wide, 'calls', { side: 'left', rail: 1, at: 0 }, 'wide')).toBeNull();
    expect(placeTile(band, 'calls', { side: 'left', rail: 1, at: 0 }, 'band')?.left[1]).toEqual([['calls', 24]]);
    const low: Composition = { ...wide, left: [[['today', 6], ['rate', 6], ['platform', 6], ['trend', 6]]] };
    expect(placeTile(low, 'calls', { side: 'left', rail: 0, at: 0 }, 'wide')).toBeNull();
  });

  it('[ST13] drops a rail whose last tile goes, and finds the place of the others', () => {
    const two: Composition = { ...band, left: [[['rank-list', 24]], ...band.left] };
    expect(removeTile(two, 'rank-list', 'band').left).toEqual(band.left);
    expect(placeTile(two, 'rank-list', { side: 'left', rail: 1, at: 3 }, 'band')?.left).toEqual([[['today', 6], ['rate', 6], ['platform', 6], ['rank-list', 6]]]);
  });
});
