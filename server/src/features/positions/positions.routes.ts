import { z } from 'zod';
import { asId, type UnitId } from '@wangge/shared/base';
import { isInArea } from '@wangge/shared/access';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { PositionsApi } from './positions.api.ts';

/** 轨迹 of one unit of the asker's area. Instants are epoch ms, `from` inclusive, `to` exclusive. */
export function positionRoutes(http: Http, positions: PositionsApi, areaOfUnit: (unitId: UnitId) => string): void {
  http.get('/api/v1/units/:id/track', {
    config: { access: 'track.view' },
    schema: { params: z.strictObject({ id: z.string().min(1).max(64) }), querystring: z.strictObject({ from: z.coerce.number().int(), to: z.coerce.number().int() }) },
  }, async (request, reply) => {
    const unitId = asId<UnitId>(request.params.id);
    if (!isInArea(areaOfUnit(unitId), actorIn(request).areaCode)) return sendRefusal(reply, { code: 'NOT_FOUND' });
    return { fixes: await positions.readTrack(unitId, request.query.from, request.query.to) };
  });
}
