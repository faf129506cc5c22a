import type { Wall } from './wall.ts';

/** A display of a wall (拼接屏): its column and row, both counted from 1 at the top left. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** Reads `2,1` (column, row); null for what is none. */
export function readTile(text: string | null): TilePlace | null {
  const found = /^([1-9]\d?),([1-9]\d?)$/.exec(text ?? '');
  return found === null ? null : { column: Number(found[1]), row: Number(found[2]) };
}

/** Whether a wall has such a tile. */
export function isTileOf({ across, down }: Pick<Wall, 'across' | 'down'>, { column, row }: TilePlace): boolean {
  return Number.isInteger(column) && Number.isInteger(row) && column >= 1 && row >= 1 && column <= across && row <= down;
}

/**
 * The whole wall as one picture and the window of it that a tile shows, CSS px. The picture goes on behind the bezels, where nobody sees it: it is
 * larger than all tiles together.
 */
export interface WallFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the tile's picture begins in the whole. */
  readonly leftPx: number;
  readonly topPx: number;
  readonly tileWidthPx: number;
  readonly tileHeightPx: number;
  /** Width of the frame between two pictures. */
  readonly bezelPx: number;
}

/** The share of a wall's height that pictures may leave to bezels; beyond it somebody mistook a unit. */
const MOST_BEZEL_SHARE = 0.5;

/**
 * Lays a wall out at the size of its tiles. All tiles are taken to be equal; `heightMm` is the wall's from the upper edge of the first picture to the
 * lower edge of the last, bezels between included.
 */
export function wallFrame({ across, down, bezelMm, heightMm }: Pick<Wall, 'across' | 'down' | 'bezelMm' | 'heightMm'>, tilePx: { readonly widthPx: number; readonly heightPx: number }, { column, row }: TilePlace): WallFrame {
  const { widthPx: tileWidthPx, heightPx: tileHeightPx } = tilePx;
  const bezelShare = Math.min(MOST_BEZEL_SHARE, ((down - 1) * bezelMm) / heightMm);
  const pxPerMm = (down * tileHeightPx) / (1 - bezelShare) / heightMm;
  // Whole pixels: a tile that began between two of them would blur its picture.
  const bezelPx = Math.round(bezelMm * pxPerMm);
  return {
    widthPx: across * tileWidthPx + (across - 1) * bezelPx, heightPx: down * tileHeightPx + (down - 1) * bezelPx,
    leftPx: (column - 1) * (tileWidthPx + bezelPx), topPx: (row - 1) * (tileHeightPx + bezelPx), tileWidthPx, tileHeightPx, bezelPx,
  };
}

/** Share of the body's size that a Chinese character stands high. */
const GLYPH_SHARE = 0.92;
const BODY_U = 20;
const WALL_U = 1_080;
/** Height of a character that reaches 16′ of arc, mm per metre of distance (ISO 9241-303). */
export const LEAST_MM_PER_M = 4.65;
const MOST_K = 2;

/** How high a character of a size in units stands on a wall `heightMm` high whose units are enlarged by `k`, mm. */
export function glyphMm(sizeU: number, heightMm: number, k: number): number {
  return (GLYPH_SHARE * sizeU * k * heightMm) / WALL_U;
}

/** How much everything is enlarged, so that body text is legible (16′) for those who stand farthest away; 1 to 2. Who wants it more comfortable says so in the address. */
export function enlargementFor({ heightMm, distanceM }: Pick<Wall, 'heightMm' | 'distanceM'>): number {
  const k = Math.max(1, (LEAST_MM_PER_M * distanceM) / glyphMm(BODY_U, heightMm, 1));
  return Math.round(Math.min(MOST_K, k) * 1_000) / 1_000;
}
