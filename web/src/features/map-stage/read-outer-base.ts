import type { OuterBase } from '@wangge/shared/district-map';
import { PMTiles, TileType } from 'pmtiles';
import type { ReadTile } from '../../map/outer/compose-tile.ts';
import type { OuterTiles } from '../../map/outer/outer-tiles.ts';

type Outer = Exclude<OuterBase, { kind: 'builtin' }>;

const NO_TILE = 204;

/** Reads tiles that our server fetches from another one. */
const readProxied: ReadTile = async ([z, x, y], signal) => {
  const answer = await fetch(`/api/v1/base-map/tiles/${z}/${x}/${y}`, { credentials: 'same-origin', signal });
  if (answer.status === NO_TILE) return null;
  if (!answer.ok) throw new Error(`tile ${z}/${x}/${y}: ${answer.status}`);
  return answer.arrayBuffer();
};

/** Makes a base map from outside readable: tiles by way of our server, or an archive whose header says what it holds. Rejects when the archive cannot be read. */
export async function readOuterBase({ kind, datum, matrix, minZoom, maxZoom }: Outer): Promise<OuterTiles> {
  const scheme = { datum, matrix };
  if (kind === 'tiles') return { scheme, minZoom, maxZoom, content: { kind: 'raster' }, read: readProxied };
  const archive = new PMTiles(new URL('/api/v1/base-map/archive', location.href).href);
  const header = await archive.getHeader();
  const read: ReadTile = async ([z, x, y], signal) => (await archive.getZxy(z, x, y, signal))?.data ?? null;
  const zooms = { minZoom: Math.max(minZoom, header.minZoom), maxZoom: Math.min(maxZoom, header.maxZoom) };
  if (header.tileType !== TileType.Mvt) return { scheme, ...zooms, content: { kind: 'raster' }, read };
  const { vector_layers: layers = [] } = await archive.getMetadata() as { vector_layers?: readonly { readonly id: string }[] };
  return { scheme, ...zooms, content: { kind: 'vector', layers: layers.map(({ id }) => id) }, read };
}
