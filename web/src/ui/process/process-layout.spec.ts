import { describe, expect, it } from 'vitest';
import type { Process, ProcessNode } from '@wangge/shared/life';
import { layoutProcess } from './process-layout.ts';

const node = (state: string, standing: ProcessNode<string>['standing'], hangsOn: string | null = null): ProcessNode<string> => ({ state, standing, hangsOn, stays: [] });
const process: Process<string> = {
  nodes: [...['a', 'b', 'c', 'd', 'e', 'f'].map((state, index) => node(state, index < 3 ? 'taken' : index === 3 ? 'current' : 'ahead')), node('x', 'taken', 'b')],
  edges: [{ from: 'c', to: 'b', event: 'redone', count: 1, isBack: true }, { from: 'b', to: 'x', event: 'paused', count: 1, isBack: false }],
  next: [],
};

describe('the drawing of a process', () => {
  it('lays the line in one row from left to right where there is room', () => {
    const { stops, ways } = layoutProcess(process, 900);
    expect(new Set(stops.map(({ y }) => y)).size).toBe(1);
    expect(stops.map(({ x }) => x)).toEqual([75, 225, 375, 525, 675, 825]);
    expect(ways.map(({ isGone }) => isGone)).toEqual([true, true, true, false, false]);
  });

  it('breaks it into even rows where there is not, and keeps every stop on the sheet', () => {
    const { stops, heightPx } = layoutProcess(process, 300);
    expect(stops.map(({ row }) => row)).toEqual([0, 0, 0, 1, 1, 1]);
    for (const { x, y } of stops) expect(x > 0 && x < 300 && y > 0 && y < heightPx).toBe(true);
  });

  it('hangs a state beside the line under its stop, and draws a way back over the line', () => {
    const { stops, asides, backs } = layoutProcess(process, 900);
    const b = stops.find((stop) => stop.node.state === 'b')!;
    expect(asides).toHaveLength(1);
    expect(asides[0]).toMatchObject({ x: b.x });
    expect(asides[0]!.y).toBeGreaterThan(b.y);
    expect(backs).toHaveLength(1);
    expect(backs[0]!.y).toBeLessThan(b.y);
  });
});
