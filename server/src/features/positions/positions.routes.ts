import { z } from 'zod';
import { asId, type UnitId } from '@wangge/shared/base';
import type { Http } from '../../platform/http.ts';
import type { PositionsApi } from './positions.api.ts';

/** 轨迹 of one unit. Instants are epoch ms, `from` inclusive, `to` exclusive. */
export function positionRoutes(http: Http, positions: PositionsApi): void {
  http.get('/api/v1/units/:id/track', {
    config: { access: 'track.view' },
    schema: { params: z.strictObject({ id: z.string().min(1).max(64) }), querystring: z.strictObject({ from: z.coerce.number().int(), to: z.coerce.number().int() }) },
  }, async (request) => ({ fixes: await positions.readTrack(asId<UnitId>(request.params.id), request.query.from, request.query.to) }));
}
