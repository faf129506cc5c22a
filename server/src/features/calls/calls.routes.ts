import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { asId, type CaseId, type Refusal } from '@wangge/shared/base';
import { callRow, isRunningCall, type Call, type CallDetail, type CaseCalls } from '@wangge/shared/call';
import type { Case } from '@wangge/shared/case';
import type { FastifyReply } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import { callDetail } from './call-detail.ts';
import { callForm, type FormNeeds } from './call-form.ts';
import { maySeeCall } from './call-visibility.ts';
import type { CallsApi } from './calls.api.ts';
import { callCommandSchema, callQuerySchema, newCallSchema, toCallPayload, toDraft, type CallQuery } from './calls.schema.ts';

export interface CallRoutesNeeds {
  readonly calls: CallsApi;
  readonly cases: CasesApi;
  readonly clock: Clock;
  formNeeds(now: number): FormNeeds;
  maySeeCase(actor: Actor, item: Case): boolean;
}

const idParams = z.strictObject({ id: z.uuid() });

/** The calls that pass a filter, those sent or drafted last in front. */
function filterCalls(calls: Iterable<Call>, { state, to, town, department, isRunning, q }: CallQuery): Call[] {
  const words = q?.trim().toLowerCase();
  const passes = (call: Call): boolean =>
    (!state || call.state === state) && (!to || call.to === to) && (!town || call.townCode === town) && (!department || call.toUnitId === department)
    && (isRunning === undefined || isRunningCall(call.state) === isRunning) && (!words || [call.no, call.caseNo, call.matter].some((said) => said.toLowerCase().includes(words)));
  return [...calls].filter(passes).sort((a, b) => b.draftedBy.at - a.draftedBy.at);
}

/** 乡呼县应 over HTTP. A call that is nobody's business answers as if it did not exist. */
export function callRoutes(http: Http, { calls, cases, clock, formNeeds, maySeeCase }: CallRoutesNeeds): void {
  async function detail(call: Call, actor: Actor): Promise<CallDetail> {
    const now = clock.now();
    return callDetail(call, await calls.history(call.id), actor, calls.context(cases.get(call.caseId)!, now), formNeeds(now).items);
  }

  function visible(actor: Actor, id: string): Call | null {
    const call = calls.get(id);
    return call && maySeeCall(actor, call) ? call : null;
  }

  async function refuseWith(reply: FastifyReply, refusal: Refusal, id: string, actor: Actor): Promise<FastifyReply> {
    const current = visible(actor, id);
    return sendRefusal(reply, refusal, current ? { current: await detail(current, actor) } : {});
  }

  http.get('/api/v1/calls', { config: { access: 'call.view' }, schema: { querystring: callQuerySchema } }, async (request) => {
    const actor = actorIn(request);
    const { limit, offset } = request.query;
    const found = filterCalls(calls.all(), request.query).filter((call) => maySeeCall(actor, call));
    return { total: found.length, calls: found.slice(offset, offset + limit).map(callRow) };
  });

  http.get('/api/v1/calls/:id', { config: { access: 'call.view' }, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const call = visible(actor, request.params.id);
    return call ? detail(call, actor) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/calls', { config: { access: 'call.command' }, schema: { body: newCallSchema } }, async (request, reply) => {
    const actor = actorIn(request);
    const { caseId, commandId, draft } = request.body;
    const item = cases.get(asId<CaseId>(caseId));
    if (!item || !maySeeCase(actor, item)) return sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
    const done = await calls.draft(item.id, toDraft(draft), actor, clock.now(), commandId && `${actor.id}/${commandId}`);
    return done.ok ? reply.code(201).send(await detail(done.value, actor)) : sendRefusal(reply, done.error);
  });

  http.post('/api/v1/calls/:id/commands', { config: { access: 'call.command' }, schema: { params: idParams, body: callCommandSchema } }, async (request, reply) => {
    const actor = actorIn(request);
    const call = visible(actor, request.params.id);
    if (!call) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId, payload } = request.body;
    const done = await calls.command(call.id, { action, expectedRevision, actor, payload: toCallPayload(payload) }, clock.now(), `${actor.id}/${commandId}`);
    return done.ok ? detail(done.value, actor) : refuseWith(reply, done.error, call.id, actor);
  });

  http.get('/api/v1/cases/:id/calls', { config: { access: 'call.view' }, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const item = cases.get(asId<CaseId>(request.params.id));
    if (!item || actor.role === 'wall' || !maySeeCase(actor, item)) return sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
    const now = clock.now();
    const seen = calls.ofCase(item.id).filter((call) => maySeeCall(actor, call));
    const answer: CaseCalls = {
      tier: calls.tierOf(item.id) ?? null, form: callForm(item, actor, now, formNeeds(now)),
      calls: await Promise.all(seen.map((call) => detail(call, actor))),
    };
    return answer;
  });
}
