import type { UnitId } from '@wangge/shared/base';
import { z } from 'zod';
import type { AlarmsApi } from '../../features/alarms/alarms.api.ts';
import type { TeamBoard } from '../../features/teams/teams.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';

const sosSchema = z.strictObject({ at: z.number().int(), lngLat: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable() });

/**
 * 一键求助 from the phone of somebody in the field, on duty or not: `at` is when it was pressed, epoch ms, `lngLat` WGS-84 or null where the phone
 * knows no place. Told again it is the same alarm; while one of the unit is open there is no other. Answered when it is durable;
 * refused where no rule raises it, for whoever calls must not wait for nobody. Asked afterwards, it says who of the room knows.
 */
export function sosIntakeRoutes(http: Http, board: TeamBoard, alarms: Pick<AlarmsApi, 'callForHelp' | 'lastCallOf'>, clock: Clock): void {
  const unitOf = (account: { readonly personId: string; readonly unitId: string | null } | undefined): UnitId | null => (account ? board.unitOfPerson(account.personId, account.unitId) : null);

  http.get('/api/v1/sos', { config: { access: 'position.report' } }, async (request) => {
    const unitId = unitOf(request.signedIn?.account);
    return { call: unitId && alarms.lastCallOf(unitId) };
  });

  http.post('/api/v1/sos', { config: { access: 'position.report' }, schema: { body: sosSchema } }, async (request, reply) => {
    const unitId = unitOf(request.signedIn?.account);
    if (!unitId) return sendRefusal(reply, { code: 'NOT_FOUND' });
    const now = clock.now();
    const called = await alarms.callForHelp({ unitId, at: Math.min(request.body.at, now), lngLat: request.body.lngLat }, now);
    return called.ok ? reply.code(202).send({ call: called.value }) : sendRefusal(reply, called.error);
  });
}
