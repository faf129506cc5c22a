import { z } from 'zod';
import { MINUTE_MS, asId, type UnitId } from '@wangge/shared/base';
import { isInArea, type Actor } from '@wangge/shared/access';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { PositionsApi } from './positions.api.ts';

/** What the map of the present shows behind each unit anyway: nobody has to say why they look at it. */
const TRAIL_MS = 10 * MINUTE_MS;
const LEAST_REASON = 4;

export interface TrackNeeds {
  readonly positions: PositionsApi;
  readonly clock: Clock;
  areaOfUnit(unitId: UnitId): string;
  /** Whether a unit is the asker's own: carried by them, or of their team or department. */
  isOwn(actor: Actor, unitId: UnitId): boolean;
}

/**
 * 轨迹 of one unit of the asker's area. Instants are epoch ms, `from` inclusive, `to` exclusive. Of a unit that is not their own they say
 * why (`reason`, four signs or more), and the audit log holds it before a position is given.
 */
export function positionRoutes(http: Http, { positions, clock, areaOfUnit, isOwn }: TrackNeeds): void {
  http.get('/api/v1/units/:id/track', {
    config: { access: 'track.view' },
    schema: {
      params: z.strictObject({ id: z.string().min(1).max(64) }),
      querystring: z.strictObject({ from: z.coerce.number().int(), to: z.coerce.number().int(), reason: z.string().trim().max(100).optional() }),
    },
  }, async (request, reply) => {
    const unitId = asId<UnitId>(request.params.id);
    const actor = actorIn(request);
    if (!isInArea(areaOfUnit(unitId), actor.areaCode)) return sendRefusal(reply, { code: 'NOT_FOUND' });
    const { from, to, reason = '' } = request.query;
    const needsReason = from < clock.now() - TRAIL_MS && !isOwn(actor, unitId);
    if (needsReason && [...reason].length < LEAST_REASON) return sendRefusal(reply, { code: 'TRACK_REASON_NEEDED', rule: 'TV1', field: 'reason' });
    return { fixes: await positions.readTrack(unitId, from, to) };
  });
}
