import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { asId, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { PARTY_KINDS, PENALTY_ACTIONS, PENALTY_STATES, PROCEDURES, holdsPower, penaltyActions, type Penalty, type PenaltyListRow, type PenaltyOpening, type PenaltyPayload } from '@wangge/shared/enforcement';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { enforcementPowersKind, penaltyRulesKind } from './enforcement-kinds.api.ts';
import type { EnforcementApi } from './enforcement.api.ts';
import { maySeePenalty, penaltyDetail, penaltyRow } from './penalty-view.ts';

const text = z.string().trim().max(2_000);
const id = z.string().min(1).max(64);
const commandId = z.string().min(8).max(64);
const idParams = z.strictObject({ id: z.uuid() });
const officers = z.array(z.strictObject({ personId: id, name: text.min(1).max(50), certificateNo: text.max(50) })).max(9);
const photos = z.array(id).max(9);
const fineYuan = z.number().min(0).max(100_000_000);
const openBody = z.strictObject({
  procedure: z.enum(PROCEDURES), powerCode: id, party: z.strictObject({ kind: z.enum(PARTY_KINDS), name: text.min(1).max(100), idNo: text.max(50) }), officers,
  villageCode: z.string().regex(/^\d{12}$/).optional(), place: text.min(1).max(200), fact: text.min(1), caseId: z.uuid().optional(), decisionNo: text.max(50).optional(), fineYuan: fineYuan.optional(),
  photos: photos.default([]), commandId,
});
const payload = z.strictObject({
  officers: officers.optional(), note: text.optional(), reason: text.optional(), photos: photos.optional(), decisionNo: text.max(50).optional(), fineYuan: fineYuan.optional(), isWaived: z.boolean().optional(),
});
const commandBody = z.strictObject({ action: z.enum(PENALTY_ACTIONS), expectedRevision: z.number().int().min(1), commandId, payload: payload.default({}) });
const listQuery = z.strictObject({
  state: z.enum(PENALTY_STATES).optional(), procedure: z.enum(PROCEDURES).optional(), late: z.literal('yes').optional(), limit: z.coerce.number().int().min(1).max(500).default(200),
});

export interface PenaltyRoutesNeeds {
  readonly api: EnforcementApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
  /** A case this person may see; undefined for any other. */
  caseFor(actor: Actor, id: CaseId): Case | undefined;
}

/** Penalty cases over HTTP. */
export function penaltyRoutes(http: Http, { api, lists, clock, caseFor }: PenaltyRoutesNeeds): void {
  const view = { config: { access: 'penalty.view' as const } };
  const nameOf = ({ unitId }: Penalty): string => api.unitName(unitId) ?? unitId;

  function visible(actor: Actor, penaltyId: string): Penalty | null {
    const penalty = api.penalties.get(penaltyId);
    return penalty && maySeePenalty(penalty, actor) ? penalty : null;
  }

  async function detail(penalty: Penalty, actor: Actor): Promise<object> {
    return penaltyDetail(penalty, await api.penalties.history(penalty.id), nameOf(penalty), actor, api.penaltyContext(clock.now()));
  }

  http.get('/api/v1/penalties', { ...view, schema: { querystring: listQuery } }, async (request) => {
    const actor = actorIn(request);
    const { state, procedure, late, limit } = request.query;
    const now = clock.now();
    const context = api.penaltyContext(now);
    const rows = [...api.penalties.all()].filter((p) => maySeePenalty(p, actor)).map((p): PenaltyListRow => ({ ...penaltyRow(p, nameOf(p), now), allowed: penaltyActions(p, actor, context) }))
      .filter((row) => (!state || row.state === state) && (!procedure || row.procedure === procedure) && (!late || row.isLate)).sort((a, b) => b.stateSince - a.stateSince);
    return { total: rows.length, penalties: rows.slice(0, limit) };
  });

  http.get('/api/v1/penalties/powers', view, async (request) => {
    const actor = actorIn(request);
    const now = clock.now();
    const names = [api.unitName(actor.unitId), api.unitName(actor.parentUnitId)].filter((name) => name !== null);
    const { version, isConfirmed, content } = lists.inForce(enforcementPowersKind, now);
    return { version, isConfirmed, rules: lists.inForce(penaltyRulesKind, now).content, officers: api.officersOf(actor, now), powers: content.map((power) => ({ ...power, isOwn: holdsPower(power, names) })) };
  });

  http.post('/api/v1/penalties', { config: { access: 'penalty.command' }, schema: { body: openBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const { commandId: wishId, villageCode, caseId, decisionNo = null, fineYuan: fine = null, ...given } = request.body;
    const item = caseId === undefined ? undefined : caseFor(actor, asId<CaseId>(caseId));
    if (caseId !== undefined && !item) return sendRefusal(reply, { code: 'CASE_NOT_FOUND', field: 'caseId' });
    const village = item?.villageCode ?? villageCode;
    if (village === undefined || !village.startsWith(actor.areaCode)) return sendRefusal(reply, { code: village === undefined ? 'OBJECT_FIELD_REQUIRED' : 'FIELD_INVALID', field: 'villageCode' });
    const opening: PenaltyOpening = { ...given, villageCode: village, caseId: item?.id ?? null, decisionNo, fineYuan: fine };
    const opened = await api.openPenalty(opening, actor, clock.now(), `${actor.id}/${wishId}`);
    return opened.ok ? reply.code(201).send(await detail(opened.value, actor)) : sendRefusal(reply, opened.error);
  });

  http.get('/api/v1/penalties/:id', { ...view, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const penalty = visible(actor, request.params.id);
    return penalty ? detail(penalty, actor) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/penalties/:id/commands', { config: { access: 'penalty.command' }, schema: { params: idParams, body: commandBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const penalty = visible(actor, request.params.id);
    if (!penalty) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId: wishId } = request.body;
    const wish = { action, expectedRevision, actor, payload: request.body.payload as PenaltyPayload };
    const done = await api.actOnPenalty(penalty.id, wish, clock.now(), `${actor.id}/${wishId}`);
    if (!done.ok) return sendRefusal(reply, done.error, { current: await detail(api.penalties.get(penalty.id) ?? penalty, actor) });
    return detail(done.value, actor);
  });
}
