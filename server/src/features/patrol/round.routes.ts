import { z } from 'zod';
import { can, isInArea } from '@wangge/shared/access';
import { DAY_MS, startOfDay } from '@wangge/shared/base';
import type { Round, RoundRow } from '@wangge/shared/patrol';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { RoundBook } from './round-book.ts';

/**
 * 巡查 over HTTP: beginning, ending, and the one somebody began last; the rounds of a day (YYYY-MM-DD) in the reader's area, in the field one's own. Told
 * again, a beginning or an end has one effect. Instants are epoch ms.
 */
export function roundRoutes(http: Http, book: RoundBook, rowOf: (round: Round, isMasked: boolean) => RoundRow): void {
  const params = z.strictObject({ id: z.uuid() });

  http.get('/api/v1/patrol/rounds/latest', { config: { access: 'patrol.walk' } }, async (request) => {
    const latest = book.latestOf(actorIn(request).id);
    return { round: latest ? rowOf(latest, false) : null };
  });

  http.get('/api/v1/patrol/rounds', { config: { access: 'patrol.view' }, schema: { querystring: z.strictObject({ day: z.iso.date() }) } }, async (request) => {
    const actor = actorIn(request);
    const from = startOfDay(Date.parse(`${request.query.day}T00:00:00+08:00`));
    const isSeen = ({ personId, areaCode }: Round): boolean => (can(actor.role, 'patrol.walk') ? personId === actor.id : isInArea(areaCode, actor.areaCode));
    return { rounds: book.since(from).filter((round) => round.startedAt < from + DAY_MS && round.startedAt >= from && isSeen(round)).sort((a, b) => b.startedAt - a.startedAt).map((round) => rowOf(round, false)) };
  });

  http.post('/api/v1/patrol/rounds', { config: { access: 'patrol.walk' }, schema: { body: z.strictObject({ id: z.uuid(), startedAt: z.number().int() }) } }, async (request, reply) => {
    const begun = await book.begin(request.body, actorIn(request), request.signedIn?.account.unitId ?? null);
    return begun.ok ? reply.code(201).send(rowOf(begun.value, false)) : sendRefusal(reply, begun.error);
  });

  http.post('/api/v1/patrol/rounds/:id/end', { config: { access: 'patrol.walk' }, schema: { params, body: z.strictObject({ endedAt: z.number().int() }) } }, async (request, reply) => {
    const ended = await book.end(request.params.id, request.body.endedAt, actorIn(request));
    return ended.ok ? rowOf(ended.value, false) : sendRefusal(reply, ended.error);
  });
}
