import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { APPLICATION_ACTIONS, APPLICATION_STATES, CHANNELS, NODES, compareApplications, isLateApplication, isOpenApplication, type Application, type ApplicationPayload, type ServiceMattersView } from '@wangge/shared/matter';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { Applications } from './applications.api.ts';
import { applicationDetail, applicationRow, maySeeApplication } from './application-view.ts';

const params = z.strictObject({ id: z.uuid() });
const taking = z.strictObject({
  id: z.uuid(), matterCode: z.string().min(1).max(20), channel: z.enum(CHANNELS), villageCode: z.string().regex(/^\d{12}$/),
  applicant: z.strictObject({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^[\d+ -]{5,20}$/) }), proxyId: z.string().min(1).max(64).nullable().default(null),
});
const command = z.strictObject({
  action: z.enum(APPLICATION_ACTIONS), expectedRevision: z.number().int().min(1), commandId: z.string().min(8).max(64),
  payload: z.strictObject({ note: z.string().max(500).optional(), reason: z.string().max(500).optional(), rating: z.number().int().min(1).max(5).optional() }).default({}),
});
const flag = z.enum(['true', 'false']).transform((text) => text === 'true').optional();
const query = z.strictObject({
  open: flag, late: flag, state: z.enum(APPLICATION_STATES).optional(), node: z.enum(NODES).optional(), q: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100), offset: z.coerce.number().int().min(0).default(0),
});

/** 便民服务 over HTTP: matters to read, applications to take, to carry on and to watch. */
export function applicationRoutes(http: Http, applications: Applications, now: () => number): void {
  const { objects } = applications;
  const detail = async (application: Application, actor: Actor) => applicationDetail(application, await objects.history(application.id), actor);
  const find = (id: string, actor: Actor): Application | null => {
    const application = objects.get(id);
    return application && maySeeApplication(actor, application) ? application : null;
  };

  http.get('/api/v1/service-matters', { config: { access: 'service.view' } }, async (): Promise<ServiceMattersView> => {
    const { version, isConfirmed, content } = applications.matters(now());
    return { version, isConfirmed, matters: content };
  });

  http.get('/api/v1/applications', { config: { access: 'service.view' }, schema: { querystring: query } }, async (request) => {
    const actor = actorIn(request);
    const { open, late, state, node, q, limit, offset } = request.query;
    const at = now();
    const found = [...objects.all()].filter((one) => maySeeApplication(actor, one)
      && (open === undefined || isOpenApplication(one) === open) && (late === undefined || isLateApplication(one, at) === late)
      && (!state || one.state === state) && (!node || (one.node === node && isOpenApplication(one))) && (!q || one.no.includes(q) || one.matterName.includes(q)));
    const rows = found.sort(compareApplications);
    return { total: rows.length, applications: rows.slice(offset, offset + limit).map((one) => applicationRow(one, at)) };
  });

  http.get('/api/v1/applications/:id', { config: { access: 'service.view' }, schema: { params } }, async (request, reply) => {
    const application = find(request.params.id, actorIn(request));
    return application ? detail(application, actorIn(request)) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/applications', { config: { access: 'service.act' }, schema: { body: taking } }, async (request, reply) => {
    const actor = actorIn(request);
    const taken = await applications.take(request.body, actor);
    return taken.ok ? reply.code(201).send(await detail(taken.value, actor)) : sendRefusal(reply, taken.error);
  });

  http.post('/api/v1/applications/:id/commands', { config: { access: 'service.act' }, schema: { params, body: command } }, async (request, reply) => {
    const actor = actorIn(request);
    const application = find(request.params.id, actor);
    if (!application) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId } = request.body;
    const done = await applications.act(application.id, { action, expectedRevision, actor, payload: request.body.payload as ApplicationPayload }, commandId);
    return done.ok ? detail(done.value, actor) : sendRefusal(reply, done.error, { current: await detail(objects.get(application.id) ?? application, actor) });
  });
}
