import type { TileMatrix } from '@wangge/shared/district-map';
import { toDatum, type DatumName, type LngLat } from '@wangge/shared/geo';
import { lngLatOf, mercatorOf } from '../viewport.ts';

/** Side of a tile, px. */
export const TILE_PX = 256;

/** How a source parts the world, and on which datum. */
export interface TileScheme {
  readonly datum: DatumName;
  readonly matrix: TileMatrix;
}

/** A tile of the map as it has to be drawn: zoom, column, row in Web Mercator on WGS-84. */
export type TilePlace = readonly [z: number, x: number, y: number];

/** Part of the stitched tiles and where in the drawn tile it goes, px. */
export interface TileCell {
  readonly from: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Which tiles of the source make one of ours: stitched together, and cut into cells that each have a shift of their own. */
export interface TilePlan {
  readonly tiles: readonly { readonly place: TilePlace; readonly atX: number; readonly atY: number }[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly cellPx: number;
  readonly cells: readonly TileCell[];
}

/** A tile is cut into so many cells a side that the shift changes by less than two metres over one of them at the zooms of a wall; BD-09 swings faster. */
const CELLS = { wgs84: 8, cgcs2000: 8, gcj02: 8, bd09: 32 } as const;

/** Whether the source's own tiles are ours already. */
export function isPlain({ datum, matrix }: TileScheme): boolean {
  return matrix === 'mercator' && (datum === 'wgs84' || datum === 'cgcs2000');
}

/** Where a place stands on the source's map of the whole world at a zoom, px from its top left corner. */
export function sourcePx({ datum, matrix }: TileScheme, place: LngLat, zoom: number): readonly [x: number, y: number] {
  const worldPx = TILE_PX * 2 ** zoom;
  const [lng, lat] = toDatum(place, datum);
  if (matrix === 'geographic') return [((lng + 180) / 360) * worldPx, ((90 - lat) / 360) * worldPx];
  const [x, y] = mercatorOf([lng, lat]);
  return [x * worldPx, y * worldPx];
}

/**
 * How to make a tile of ours from a source on another datum or in another matrix (瓦片纠偏): for each of its cells the rectangle of the source
 * that shows the same ground. Within a cell the shift is taken as even.
 */
export function tilePlan(scheme: TileScheme, [z, x, y]: TilePlace): TilePlan {
  const scale = 2 ** z;
  const cells = CELLS[scheme.datum];
  const cellPx = TILE_PX / cells;
  const cornerAt = (column: number, row: number): readonly [number, number] =>
    sourcePx(scheme, lngLatOf([(x + column / cells) / scale, (y + row / cells) / scale]), z);
  const spans = Array.from({ length: cells * cells }, (_, index) => {
    const [column, row] = [index % cells, Math.floor(index / cells)];
    const [[left, top], [right, bottom]] = [cornerAt(column, row), cornerAt(column + 1, row + 1)];
    return { column, row, left, top, right, bottom };
  });
  const first = [Math.floor(Math.min(...spans.map(({ left }) => left)) / TILE_PX), Math.floor(Math.min(...spans.map(({ top }) => top)) / TILE_PX)] as const;
  const last = [Math.floor(Math.max(...spans.map(({ right }) => right)) / TILE_PX), Math.floor(Math.max(...spans.map(({ bottom }) => bottom)) / TILE_PX)] as const;
  const tiles: { place: TilePlace; atX: number; atY: number }[] = [];
  for (let row = first[1]; row <= last[1]; row += 1) {
    for (let column = first[0]; column <= last[0]; column += 1) {
      if (row >= 0 && row < scale) tiles.push({ place: [z, ((column % scale) + scale) % scale, row], atX: (column - first[0]) * TILE_PX, atY: (row - first[1]) * TILE_PX });
    }
  }
  return {
    tiles, widthPx: (last[0] - first[0] + 1) * TILE_PX, heightPx: (last[1] - first[1] + 1) * TILE_PX,
    cellPx, cells: spans.map(({ column, row, left, top, right, bottom }) => ({
      from: { x: left - first[0] * TILE_PX, y: top - first[1] * TILE_PX, width: right - left, height: bottom - top },
      to: { x: column * cellPx, y: row * cellPx },
    })),
  };
}
