import { addProtocol, removeProtocol } from 'maplibre-gl';
import { composeTile } from './compose-tile.ts';
import type { OuterTiles } from './outer-tiles.ts';
import { isPlain, type TilePlace } from './tile-plan.ts';
import type { TroubleWatch } from './trouble-watch.ts';

let protocols = 0;

/** Has a map read its tiles through us: `template` is the address to give to its source. Call `close` when the map is gone. */
export function openTileProtocol(tiles: OuterTiles, watch: TroubleWatch): { readonly template: string; close(): void } {
  protocols += 1;
  const name = `outer${protocols}`;
  addProtocol(name, async ({ url }, { signal }) => {
    const [z = 0, x = 0, y = 0] = url.slice(name.length + 3).split('/').map(Number);
    try {
      const data = await read(tiles, [z, x, y], signal);
      watch.succeeded();
      return { data };
    } catch (error) {
      if (!signal.aborted) watch.failed();
      throw error;
    }
  });
  return { template: `${name}://{z}/{x}/{y}`, close: () => removeProtocol(name) };
}

async function read({ scheme, content, read: readTile }: OuterTiles, place: TilePlace, signal: AbortSignal): Promise<ArrayBuffer | ImageBitmap> {
  if (content.kind === 'vector') return await readTile(place, signal) ?? new ArrayBuffer(0);
  if (isPlain(scheme)) return await readTile(place, signal) ?? nothing();
  return await composeTile(scheme, place, readTile, signal) ?? nothing();
}

/** A picture of nothing, for where the source has none. */
function nothing(): ImageBitmap {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.getContext('2d');
  return canvas.transferToImageBitmap();
}
