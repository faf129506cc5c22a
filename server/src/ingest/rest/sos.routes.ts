import { z } from 'zod';
import type { AlarmsApi } from '../../features/alarms/alarms.api.ts';
import type { TeamBoard } from '../../features/teams/teams.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';

const sosSchema = z.strictObject({ at: z.number().int(), lngLat: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable() });

/**
 * 一键求助 from the phone of somebody in the field, on duty or not: `at` is when it was pressed, epoch ms, `lngLat` WGS-84 or null where the phone
 * knows no place. Told again it is the same alarm; while one of the unit is open there is no other. Answered when it is durable;
 * refused where no rule raises it, for whoever calls must not wait for nobody.
 */
export function sosIntakeRoutes(http: Http, board: TeamBoard, alarms: Pick<AlarmsApi, 'all' | 'hearUnit'>, clock: Clock): void {
  http.post('/api/v1/sos', { config: { access: 'position.report' }, schema: { body: sosSchema } }, async (request, reply) => {
    const account = request.signedIn?.account;
    const unitId = account ? board.unitOfPerson(account.personId, account.unitId) : null;
    if (!unitId) return sendRefusal(reply, { code: 'NOT_FOUND' });
    const now = clock.now();
    const at = Math.min(request.body.at, now);
    if (!await alarms.hearUnit({ unitId, happening: 'sos', matter: '紧急求助', at, lngLat: request.body.lngLat }, true, now)) return sendRefusal(reply, { code: 'STORE_UNAVAILABLE' });
    const isHeard = [...alarms.all()].some(({ id, happening, cause, state }) => happening === 'sos' && cause.kind === 'unit' && cause.unitId === unitId && (state !== 'closed' || id === `sos.${unitId}.${at}`));
    return isHeard ? reply.code(202).send({ taken: true }) : sendRefusal(reply, { code: 'SOS_UNHEARD' });
  });
}
