import { z } from 'zod';
import { isInArea, type Actor } from '@wangge/shared/access';
import { DRAW_ACTIONS, DRAW_ORGANISERS, OUTCOMES, recordOf, type Draw, type DrawPayload } from '@wangge/shared/draw';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { inspectionItemsKind } from './draw-kinds.api.ts';
import { drawDetail, drawRow } from './draw-view.ts';
import type { DrawsApi } from './draws.api.ts';
import { drawsFor } from './draws.queries.ts';
import { itemsNow, poolsNow } from './pools-now.ts';

const text = z.string().trim().max(2_000);
const code = z.string().min(1).max(64);
const commandId = z.string().min(8).max(64);
const idParams = z.strictObject({ id: z.uuid() });
const planBody = z.strictObject({
  title: text.min(1).max(100), itemCodes: z.array(code).min(1).max(20), drawAt: z.number().int().min(0).max(4_102_444_800_000), lastDay: z.iso.date(), commandId,
});
const payload = z.strictObject({
  objectCode: code.optional(), inspectorCode: code.optional(), outcome: z.enum(OUTCOMES).optional(), note: text.optional(), reason: text.optional(), photos: z.array(code).max(9).optional(),
});
const commandBody = z.strictObject({ action: z.enum(DRAW_ACTIONS), expectedRevision: z.number().int().min(1), commandId, payload: payload.default({}) });

export interface DrawRoutesNeeds {
  readonly draws: DrawsApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
  /** Code of the whole district, for those whose area has no bounds. */
  districtCode(): string;
}

/** Draws over HTTP: lists and pages, plans and commands, and the record with which anybody runs a draw again. */
export function drawRoutes(http: Http, { draws, lists, clock, districtCode }: DrawRoutesNeeds): void {
  const view = { config: { access: 'draw.view' as const } };
  const areaOf = (actor: Actor): string => actor.areaCode || districtCode();

  function visible(actor: Actor, id: string): Draw | null {
    const draw = draws.get(id);
    return draw && isInArea(draw.areaCode, actor.areaCode) ? draw : null;
  }

  async function detail(draw: Draw, actor: Actor): Promise<object> {
    const now = clock.now();
    return drawDetail(draw, await draws.history(draw.id), itemsNow(lists, now), actor, draws.context(now));
  }

  http.get('/api/v1/draws', view, async (request) => {
    const now = clock.now();
    return { draws: drawsFor(draws.all(), actorIn(request)).map((draw) => drawRow(draw, itemsNow(lists, now), now)) };
  });

  http.get('/api/v1/draws/items', view, async (request) => {
    const now = clock.now();
    const items = itemsNow(lists, now);
    const { pools } = poolsNow(lists, { itemCodes: items.map((item) => item.code), areaCode: areaOf(actorIn(request)) }, now);
    const { version, isConfirmed } = lists.inForce(inspectionItemsKind, now);
    return { version, isConfirmed, items: items.map((item) => ({ ...item, objects: pools.objects.filter(({ kind }) => item.objectKinds.includes(kind)).length })), inspectors: pools.inspectors.length };
  });

  http.post('/api/v1/draws', { config: { access: 'draw.command' }, schema: { body: planBody } }, async (request, reply) => {
    const actor = actorIn(request);
    if (!DRAW_ORGANISERS.some((role) => role === actor.role)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN', rule: 'CL2' });
    const { commandId: wishId, ...input } = request.body;
    const planned = await draws.plan({ ...input, areaCode: areaOf(actor) }, actor, clock.now(), `${actor.id}/${wishId}`);
    return planned.ok ? reply.code(201).send(await detail(planned.value, actor)) : sendRefusal(reply, planned.error);
  });

  http.get('/api/v1/draws/:id', { ...view, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const draw = visible(actor, request.params.id);
    return draw ? detail(draw, actor) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.get('/api/v1/draws/:id/record', { ...view, schema: { params: idParams } }, async (request, reply) => {
    const draw = visible(actorIn(request), request.params.id);
    if (!draw) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const record = recordOf(draw);
    if (!record) return sendRefusal(reply, { code: 'OBJECT_ACTION_NOT_IN_STATE', detail: draw.state });
    return reply.header('content-disposition', `attachment; filename="${draw.no}.json"`).send(record);
  });

  http.post('/api/v1/draws/:id/commands', { config: { access: 'draw.command' }, schema: { params: idParams, body: commandBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const draw = visible(actor, request.params.id);
    if (!draw) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId: wishId } = request.body;
    const wish = { action, expectedRevision, actor, payload: request.body.payload as DrawPayload };
    const done = await draws.command(draw.id, wish, clock.now(), { commandId: `${actor.id}/${wishId}` });
    if (!done.ok) return sendRefusal(reply, done.error, { current: await detail(draws.get(draw.id) ?? draw, actor) });
    return detail(done.value, actor);
  });
}
