import { describe, expect, it } from 'vitest';
import { SHAPE_ROOM, type Composition } from '@wangge/shared/stage';
import { dropTargetAt, type DropGround } from './drop-target.ts';

const composition: Composition = { left: [[['today', 6], ['rate', 18]]], right: [[['lamps', 24]]], shelf: ['trend'], shelfRows: 4 };
const ground: DropGround = {
  composition, room: SHAPE_ROOM.wide, carried: 'calls', widthPx: 1_600, heightPx: 900,
  tiles: [
    { panel: 'today', left: 20, top: 80, width: 300, height: 200 }, { panel: 'rate', left: 20, top: 280, width: 300, height: 540 },
    { panel: 'lamps', left: 1_280, top: 80, width: 300, height: 740 }, { panel: 'trend', left: 340, top: 700, width: 920, height: 120 },
  ],
};
const to = (x: number, y: number, more: Partial<DropGround> = {}): unknown => dropTargetAt(x, y, { ...ground, ...more })?.to ?? null;

describe('letting go of a tile', () => {
  it('lays it before or after the tile that lies there', () => {
    expect(to(100, 100)).toEqual({ side: 'left', rail: 0, at: 0 });
    expect(to(100, 270)).toEqual({ side: 'left', rail: 0, at: 1 });
    expect(to(1_300, 790)).toEqual({ side: 'right', rail: 0, at: 1 });
    expect(to(400, 750)).toEqual({ side: 'shelf', rail: 0, at: 0 });
    expect(to(1_200, 750)).toEqual({ side: 'shelf', rail: 0, at: 1 });
  });

  it('begins a rail or a shelf where the shape has room for one', () => {
    expect(to(360, 400)).toBeNull();
    expect(to(360, 400, { room: SHAPE_ROOM.band })).toEqual({ side: 'left', rail: 1, at: 0 });
    expect(to(1_250, 400, { room: SHAPE_ROOM.ultra })).toEqual({ side: 'right', rail: 1, at: 0 });
    const bare = { ...ground, composition: { ...composition, shelf: [] }, tiles: ground.tiles.slice(0, 3) };
    expect(to(800, 800, bare)).toEqual({ side: 'shelf', rail: 0, at: 0 });
  });

  it('does nothing over the open map and over itself', () => {
    expect(to(800, 400)).toBeNull();
    expect(to(100, 100, { carried: 'today' })).toBeNull();
  });
});
