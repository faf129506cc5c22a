import { z } from 'zod';
import type { TeamBoard } from '../../features/teams/teams.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { PositionSink } from '../raw-fix.ts';

const fixSchema = z.strictObject({
  at: z.number().int(), lng: z.number(), lat: z.number(), speedKmh: z.number().min(0).max(300).nullish(),
  headingDeg: z.number().min(0).max(360).nullish(), accuracyM: z.number().min(0).nullish(),
});

/** 定位上报 from the phone of somebody on duty; off duty nothing is taken. Answered when the positions are durable. */
export function positionIntakeRoutes(http: Http, board: TeamBoard, sink: PositionSink, clock: Clock): void {
  http.post('/api/v1/positions', {
    config: { access: 'position.report' }, schema: { body: z.strictObject({ fixes: z.array(fixSchema).min(1).max(500) }) },
  }, async (request, reply) => {
    const account = request.signedIn?.account;
    const unitId = account ? board.unitOfPerson(account.personId, account.unitId) : null;
    if (!unitId) return sendRefusal(reply, { code: 'NOT_FOUND' });
    // Whoever went on duty at another node a moment ago is on duty here too.
    if (!board.isOnDuty(unitId, clock.now())) await board.rereadDuty();
    if (!board.isOnDuty(unitId, clock.now())) return sendRefusal(reply, { code: 'POSITION_REFUSED', detail: '不在岗' });
    for (const fix of request.body.fixes) {
      sink.accept({
        unitId, at: fix.at, lng: fix.lng, lat: fix.lat, hasFix: true, speedKmh: fix.speedKmh ?? null, headingDeg: fix.headingDeg ?? null,
        accuracyM: fix.accuracyM ?? null, altitudeM: 0, alarmBits: 0, statusBits: 0, isSos: false, source: 'field', isCatchUp: false,
      });
    }
    const isKept = await sink.kept().then(() => true, () => false);
    if (!isKept) return sendRefusal(reply, { code: 'STORE_UNAVAILABLE' });
    return reply.code(202).send({ taken: request.body.fixes.length });
  });
}
