import { TILE_PX, tilePlan, type TilePlace, type TileScheme } from './tile-plan.ts';

/** Reads a picture of the source; null where it has none there. Rejects when the source cannot be reached. */
export type ReadTile = (place: TilePlace, signal: AbortSignal) => Promise<ArrayBuffer | null>;

/** Draws a tile of ours from those of a source on another datum or in another matrix; null where the source has nothing. */
export async function composeTile(scheme: TileScheme, place: TilePlace, read: ReadTile, signal: AbortSignal): Promise<ImageBitmap | null> {
  const plan = tilePlan(scheme, place);
  const pictures = await Promise.all(plan.tiles.map(async (tile) => {
    const bytes = await read(tile.place, signal);
    return bytes === null ? null : { ...tile, picture: await createImageBitmap(new Blob([bytes])) };
  }));
  const found = pictures.filter((one) => one !== null);
  if (found.length === 0) return null;
  const stitched = penOf(plan.widthPx, plan.heightPx);
  for (const { picture, atX, atY } of found) {
    stitched.drawImage(picture, atX, atY, TILE_PX, TILE_PX);
    picture.close();
  }
  const tile = penOf(TILE_PX, TILE_PX);
  for (const { from, to } of plan.cells) tile.drawImage(stitched.canvas, from.x, from.y, from.width, from.height, to.x, to.y, plan.cellPx, plan.cellPx);
  return tile.canvas.transferToImageBitmap();
}

function penOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  if (pen === null) throw new Error('no 2D canvas for tiles');
  return pen;
}
