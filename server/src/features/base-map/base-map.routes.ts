import { createReadStream, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import type { OuterBase } from '@wangge/shared/district-map';
import type { BaseMapSetting } from '../../platform/base-map-setting.ts';
import type { Clock } from '../../platform/clock.ts';
import { byteRange } from '../../platform/byte-range.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { createTileFetcher } from './tile-fetcher.ts';

const MOST_ZOOM = 22;
const coordinate = z.coerce.number().int().min(0).max(2 ** MOST_ZOOM - 1);

/** The file of an archive, inside the data folder whatever links lead there; null where there is none. */
export function archivePath(dataDir: string, file: string): string | null {
  try {
    const root = realpathSync(dataDir);
    const path = realpathSync(join(root, file));
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : null;
  } catch {
    return null;
  }
}

/** What pages are told of the base map: neither its address nor its key. */
export function outerBase(setting: BaseMapSetting): OuterBase {
  if (setting.kind === 'builtin') return { kind: 'builtin' };
  const { kind, datum, matrix, minZoom, maxZoom, credit } = setting;
  return { kind, datum, matrix, minZoom, maxZoom, credit };
}

/** 外部底图: what it is, its tiles by way of us, or its archive in ranges. */
export function baseMapRoutes(http: Http, setting: BaseMapSetting, { dataDir, clock }: { readonly dataDir: string; readonly clock: Clock }): void {
  http.get('/api/v1/base-map', { config: { access: 'district.view' } }, async () => outerBase(setting));

  const fetchTile = setting.kind === 'tiles' ? createTileFetcher(setting, () => clock.now()) : null;
  http.get('/api/v1/base-map/tiles/:z/:x/:y', {
    config: { access: 'district.view' }, schema: { params: z.object({ z: z.coerce.number().int().min(0).max(MOST_ZOOM), x: coordinate, y: coordinate }) },
  }, async (request, reply) => {
    if (fetchTile === null) return sendRefusal(reply, { code: 'BASE_MAP_NONE' });
    const { z: zoom, x, y } = request.params;
    const tile = await fetchTile([zoom, x, y]);
    if (tile === 'unreachable') return sendRefusal(reply, { code: 'BASE_MAP_UNREACHABLE' });
    if (tile === 'none') return reply.code(204).send();
    return reply.header('cache-control', 'private, max-age=86400').type(tile.type).send(tile.bytes);
  });

  http.get('/api/v1/base-map/archive', { config: { access: 'district.view' } }, async (request, reply) => {
    if (setting.kind !== 'archive') return sendRefusal(reply, { code: 'BASE_MAP_NONE' });
    const path = archivePath(dataDir, setting.file);
    if (path === null) return sendRefusal(reply, { code: 'BASE_MAP_UNREACHABLE' });
    const { size, mtimeMs } = statSync(path);
    const range = byteRange(request.headers.range, size);
    reply.header('accept-ranges', 'bytes').header('etag', `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`).type('application/octet-stream');
    if (range === 'outside') return reply.code(416).header('content-range', `bytes */${size}`).send();
    const [from, to] = range ?? [0, size - 1];
    if (range !== null) reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`);
    return reply.header('content-length', to - from + 1).send(createReadStream(path, { start: from, end: to }));
  });
}
