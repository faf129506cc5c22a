import { z } from 'zod';
import { isInArea, type Actor } from '@wangge/shared/access';
import { RAID_ACTIONS, type JointRaid, type RaidPayload } from '@wangge/shared/enforcement';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { EnforcementApi } from './enforcement.api.ts';
import { raidDetail, raidListRow } from './raid-view.ts';

const text = z.string().trim().max(2_000);
const id = z.string().min(1).max(64);
const commandId = z.string().min(8).max(64);
const idParams = z.strictObject({ id: z.uuid() });
const count = z.number().int().min(0).max(9_999);
const planBody = z.strictObject({
  title: text.min(1).max(100), place: text.min(1).max(200), startsAt: z.number().int().min(0).max(4_102_444_800_000), leadUnitId: id,
  units: z.array(z.strictObject({ unitId: id, headcount: z.number().int().min(1).max(999) })).min(2).max(20), commandId,
});
const payload = z.strictObject({ present: count.optional(), checked: count.optional(), problems: count.optional(), note: text.optional(), reason: text.optional() });
const commandBody = z.strictObject({ action: z.enum(RAID_ACTIONS), expectedRevision: z.number().int().min(1), commandId, payload: payload.default({}) });

const PLANNERS = ['commander', 'duty-chief', 'dispatcher', 'county-centre'];

export interface RaidRoutesNeeds {
  readonly api: EnforcementApi;
  readonly clock: Clock;
  districtCode(): string;
}

/** Joint raids over HTTP. */
export function raidRoutes(http: Http, { api, clock, districtCode }: RaidRoutesNeeds): void {
  const view = { config: { access: 'penalty.view' as const } };

  function visible(actor: Actor, raidId: string): JointRaid | null {
    const raid = api.raids.get(raidId);
    return raid && isInArea(raid.areaCode, actor.areaCode) ? raid : null;
  }

  async function detail(raid: JointRaid, actor: Actor): Promise<object> {
    return raidDetail(raid, await api.raids.history(raid.id), actor);
  }

  http.get('/api/v1/raids', view, async (request) => {
    const actor = actorIn(request);
    return { raids: [...api.raids.all()].filter(({ areaCode }) => isInArea(areaCode, actor.areaCode)).sort((a, b) => b.startsAt - a.startsAt).map((raid) => raidListRow(raid, actor)) };
  });

  http.post('/api/v1/raids', { config: { access: 'penalty.command' }, schema: { body: planBody } }, async (request, reply) => {
    const actor = actorIn(request);
    if (!PLANNERS.includes(actor.role)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN', rule: 'CL2' });
    const { commandId: wishId, ...input } = request.body;
    const planned = await api.planRaid({ ...input, areaCode: actor.areaCode || districtCode() }, actor, clock.now(), `${actor.id}/${wishId}`);
    return planned.ok ? reply.code(201).send(await detail(planned.value, actor)) : sendRefusal(reply, planned.error);
  });

  http.get('/api/v1/raids/:id', { ...view, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const raid = visible(actor, request.params.id);
    return raid ? detail(raid, actor) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/raids/:id/commands', { config: { access: 'penalty.command' }, schema: { params: idParams, body: commandBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const raid = visible(actor, request.params.id);
    if (!raid) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId: wishId } = request.body;
    const wish = { action, expectedRevision, actor, payload: request.body.payload as RaidPayload };
    const done = await api.actOnRaid(raid.id, wish, clock.now(), `${actor.id}/${wishId}`);
    if (!done.ok) return sendRefusal(reply, done.error, { current: await detail(api.raids.get(raid.id) ?? raid, actor) });
    return detail(done.value, actor);
  });
}
