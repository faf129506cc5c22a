import type { BaseMapSetting } from '../../platform/base-map-setting.ts';

/** A tile as it is passed on. */
export interface Tile {
  readonly bytes: Buffer;
  readonly type: string;
}

/** Why there is no tile: the source has none there, or it cannot be reached. */
export type TileLack = 'none' | 'unreachable';

const PATIENCE_MS = 8_000;
const MOST_BYTES = 2_000_000;
/** Tiles kept in memory: the walls of a room ask for the same ones. */
const KEPT = 600;
/** A source that failed is left alone for so long, so that a dead one costs walls no waiting. */
const REST_MS = 15_000;

type TileSetting = Extract<BaseMapSetting, { kind: 'tiles' }>;

/** The address of a tile: `{z}` `{x}` `{y}` `{key}` `{matrixSet}` of the template filled in. */
export function tileUrl({ url, key, matrixSet }: TileSetting, [z, x, y]: readonly [z: number, x: number, y: number]): string {
  const values: Readonly<Record<string, string>> = { z: String(z), x: String(x), y: String(y), key: encodeURIComponent(key), matrixSet: encodeURIComponent(matrixSet) };
  return url.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** Fetches tiles of another server for our pages (底图代理): the key stays here, and a page asks nobody but us. */
export function createTileFetcher(setting: TileSetting, now: () => number): (place: readonly [z: number, x: number, y: number]) => Promise<Tile | TileLack> {
  const kept = new Map<string, Tile | 'none'>();
  let restsUntil = 0;

  function keep(url: string, tile: Tile | 'none'): Tile | 'none' {
    kept.set(url, tile);
    if (kept.size > KEPT) for (const oldest of kept.keys()) return kept.delete(oldest), tile;
    return tile;
  }

  return async (place) => {
    const url = tileUrl(setting, place);
    const known = kept.get(url);
    if (known !== undefined) return known;
    if (now() < restsUntil) return 'unreachable';
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status === 404 || answer.status === 204) return keep(url, 'none');
      const type = answer.headers.get('content-type') ?? '';
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (answer.ok && /^image\/(png|jpe?g|webp)/.test(type) && bytes.length <= MOST_BYTES) return keep(url, { bytes, type });
    } catch {
      // A source that does not answer is told of as one that refuses.
    }
    restsUntil = now() + REST_MS;
    return 'unreachable';
  };
}
