import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { DutyBook } from './duty-book.ts';
import type { TeamBoard } from './teams.api.ts';

/** 值班开关 of people in the field, and the units of the district. */
export function teamRoutes(http: Http, board: TeamBoard, duty: DutyBook, clock: Clock): void {
  http.put('/api/v1/duty', {
    config: { access: 'position.report' }, schema: { body: z.strictObject({ onDuty: z.boolean() }) },
  }, async (request, reply) => {
    const account = request.signedIn?.account;
    const unitId = account ? board.unitOfPerson(account.personId, account.unitId) : null;
    if (!unitId) return sendRefusal(reply, { code: 'NOT_FOUND' });
    await duty.say(unitId, request.body.onDuty);
    return { unitId, onDuty: request.body.onDuty };
  });

  http.get('/api/v1/units', { config: { access: 'unit.view' } }, async (request) => board.units(clock.now(), actorIn(request).areaCode));
}
