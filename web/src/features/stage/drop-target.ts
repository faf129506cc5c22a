import { spotOf, type Composition, type PanelName, type ShapeRoom, type TileSpot } from '@wangge/shared/stage';
import type { PreviewTile } from './preview-messages.ts';

/** What lies under a pointer that carries a tile: the spot it would take, and the box that shows it, CSS px of the preview. */
export interface DropTarget {
  readonly to: TileSpot;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

export interface DropGround {
  readonly composition: Composition;
  readonly room: ShapeRoom;
  readonly tiles: readonly PreviewTile[];
  readonly carried: PanelName;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How far into the map from its edge a new rail is laid, and how high from its foot the shelf is, as shares of the preview. */
const RAIL_SHARE = 0.09;
const SHELF_SHARE = 0.25;

/** Where a tile would go that is let go at a point: beside the tile there, into a new rail at the map's edge, or onto the shelf at its foot; null for the open map. */
export function dropTargetAt(x: number, y: number, { composition, room, tiles, carried, widthPx, heightPx }: DropGround): DropTarget | null {
  const under = tiles.find(({ panel, left, top, width, height }) => panel !== carried && x >= left && x < left + width && y >= top && y < top + height);
  const spot = under && spotOf(composition, under.panel);
  if (under && spot) {
    const isAfter = spot.side === 'shelf' ? x > under.left + under.width / 2 : y > under.top + under.height / 2;
    const half = spot.side === 'shelf' ? { width: under.width / 2, left: under.left + (isAfter ? under.width / 2 : 0) } : { height: under.height / 2, top: under.top + (isAfter ? under.height / 2 : 0) };
    return { to: { ...spot, at: spot.at + (isAfter ? 1 : 0) }, box: { left: under.left, top: under.top, width: under.width, height: under.height, ...half } };
  }
  const ofSide = (side: 'left' | 'right'): readonly PreviewTile[] => tiles.filter(({ panel }) => spotOf(composition, panel)?.side === side);
  const from = Math.max(0, ...ofSide('left').map(({ left, width }) => left + width));
  const to = Math.min(widthPx, ...ofSide('right').map(({ left }) => left));
  const railPx = widthPx * RAIL_SHARE;
  const edge = { top: heightPx * 0.08, width: railPx, height: heightPx * 0.84 };
  if (x >= from && x < from + railPx && composition.left.length < room.left) return { to: { side: 'left', rail: composition.left.length, at: 0 }, box: { ...edge, left: from } };
  // Rails of the right side count from the left: a new one lies innermost.
  if (x < to && x >= to - railPx && composition.right.length < room.right) return { to: { side: 'right', rail: composition.right.length, at: 0 }, box: { ...edge, left: to - railPx } };
  const shelfTop = heightPx * (1 - SHELF_SHARE);
  if (x >= from && x < to && y >= shelfTop && composition.shelf.length < room.shelf) {
    return { to: { side: 'shelf', rail: 0, at: composition.shelf.length }, box: { left: from, top: shelfTop, width: to - from, height: heightPx * 0.17 } };
  }
  return null;
}
