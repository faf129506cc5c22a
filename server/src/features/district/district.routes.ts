import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { District } from '@wangge/shared/district';
import { mapIn } from '@wangge/shared/district-map';
import type { Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { DistrictApi } from './district.api.ts';

/** What every surface needs to know of the district. People stay out of it: names and phones are not for walls. */
export function districtView(district: District): object {
  const { code, town, county, room, roomPhone, isDemo, towns, villages, grids, departments, caseTypes, calendar, rules, teams } = district;
  return { code, town, county, room, roomPhone, isDemo, towns, villages, grids, departments, caseTypes, calendar, rules, teams };
}

export function districtRoutes(http: Http, district: DistrictApi): void {
  http.get('/api/v1/district', { config: { access: 'district.view' } }, async (request) => districtView(district.within(actorIn(request).areaCode)));

  const packedBy = new Map<string, { readonly bytes: Buffer; readonly etag: string }>();
  /** The map of an area, packed once. */
  function packedMap(areaCode: string): { readonly bytes: Buffer; readonly etag: string } {
    const { code } = district.within(areaCode);
    let packed = packedBy.get(code);
    if (packed) return packed;
    const bytes = gzipSync(JSON.stringify(mapIn(district.map(), code)));
    packed = { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
    packedBy.set(code, packed);
    return packed;
  }

  http.get('/api/v1/district/map', { config: { access: 'district.view' } }, async (request, reply) => {
    const { bytes, etag } = packedMap(actorIn(request).areaCode);
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'Cookie');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').header('content-encoding', 'gzip').send(bytes);
  });
}
