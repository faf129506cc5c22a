import { isInArea, type Actor } from '@wangge/shared/access';
import { allowedRightUse, decideRightUse, useRight, type RightUse, type RightUseCommand, type RightUseEvent, type RightUseItem } from '@wangge/shared/appraisal';
import { asId, type DepartmentId } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { Objects } from '../../ledger/objects.ts';
import { actorIn } from '../access/gate.api.ts';
import { rosterQuery, useCommand, useParams, useQuery, useSchema } from './appraisal.schema.ts';
import { isStationed, readRoster, type RosterNeeds } from './roster.ts';

export interface RightsRoutesNeeds extends RosterNeeds {
  readonly uses: Objects<RightUse, RightUseEvent>;
  readonly clock: Clock;
}

/** 派驻名册 and 四权: the roster, the uses of rights on record, using one, and answering it. */
export function rightsRoutes(http: Http, needs: RightsRoutesNeeds): void {
  const { uses, district, clock } = needs;
  const maySee = (actor: Actor, use: RightUse): boolean => isInArea(use.areaCode, actor.areaCode) && (actor.role !== 'department' || actor.unitId === use.departmentId);

  function item(actor: Actor, use: RightUse): RightUseItem {
    return {
      use, allowed: allowedRightUse(use, actor), departmentName: district.departmentName(asId<DepartmentId>(use.departmentId)) ?? '',
      personName: district.current().people.find(({ id }) => id === use.personId)?.name ?? null,
    };
  }

  function visible(actor: Actor, id: string): RightUse | null {
    const use = uses.get(id);
    return use && maySee(actor, use) ? use : null;
  }

  async function detail(actor: Actor, use: RightUse): Promise<object> {
    const history = await uses.history(use.id);
    const timeline = history.map(({ revision, event }) => ({
      revision, at: event.at, event: event.type, actorName: event.actor.name, actorRole: event.actor.role, note: event.payload.note ?? event.facts?.reason ?? null,
    }));
    return { ...item(actor, use), timeline };
  }

  http.get('/api/v1/roster', { config: { access: 'right.view' }, schema: { querystring: rosterQuery } }, async (request) =>
    readRoster(needs, actorIn(request), request.query.at ?? clock.now()));

  http.get('/api/v1/right-uses', { config: { access: 'right.view' }, schema: { querystring: useQuery } }, async (request) => {
    const actor = actorIn(request);
    const { right, departmentId, limit, offset } = request.query;
    const found = [...uses.all()].filter((use) => maySee(actor, use) && (right === undefined || use.right === right) && (departmentId === undefined || use.departmentId === departmentId))
      .sort((a, b) => b.usedAt - a.usedAt);
    return { total: found.length, uses: found.slice(offset, offset + limit).map((use) => item(actor, use)) };
  });

  http.get('/api/v1/right-uses/:id', { config: { access: 'right.view' }, schema: { params: useParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const use = visible(actor, request.params.id);
    return use ? detail(actor, use) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/right-uses', { config: { access: 'right.view' }, schema: { body: useSchema } }, async (request, reply) => {
    const actor = actorIn(request);
    const { commandId, right, departmentId, personId, reason } = request.body;
    const now = clock.now();
    const seen = district.within(actor.areaCode);
    const isTheirs = personId === null || seen.people.some((p) => p.id === personId && p.departmentId === departmentId);
    if (!isTheirs || !seen.departments.some(({ id }) => id === departmentId)) return sendRefusal(reply, { code: 'DEPARTMENT_UNKNOWN', field: isTheirs ? 'departmentId' : 'personId' });
    const areaCode = actor.areaCode === '' ? district.current().code : actor.areaCode;
    const used = useRight({ id: `${actor.id}-${commandId}`, right, areaCode, departmentId, personId, reason }, actor, now, isStationed(needs, departmentId, now));
    if (!used.ok) return sendRefusal(reply, used.error);
    const opened = await uses.open(used.value.facts!.id, { events: [used.value] }, `${actor.id}/${commandId}`);
    return opened.ok ? reply.code(201).send(await detail(actor, opened.value)) : sendRefusal(reply, opened.error);
  });

  http.post('/api/v1/right-uses/:id/commands', { config: { access: 'right.view' }, schema: { params: useParams, body: useCommand } }, async (request, reply) => {
    const actor = actorIn(request);
    const use = visible(actor, request.params.id);
    if (!use) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId, payload: { note } } = request.body;
    const wish: RightUseCommand = { action, expectedRevision, actor, payload: note === undefined ? {} : { note } };
    const done = await uses.act(use.id, wish, (state, command) => {
      const decided = decideRightUse(state, command, clock.now());
      return decided.ok ? { ok: true, value: { events: [decided.value] } } : decided;
    }, `${actor.id}/${commandId}`);
    return done.ok ? detail(actor, done.value) : sendRefusal(reply, done.error, { current: await detail(actor, uses.get(use.id) ?? use) });
  });
}
