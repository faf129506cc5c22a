import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import type { Site } from '@wangge/shared/joint';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { qrSvg } from '../../platform/qr-svg.ts';
import { actorIn } from '../access/gate.api.ts';
import { codeParams, lngLatSchema, photosSchema, valuesSchema } from './joint.schema.ts';
import type { Runs } from './runs.ts';
import { siteAddress } from './site-sign.ts';
import type { Sites } from './sites.ts';
import { isSeen, siteRow, siteView } from './views.ts';

const newSite = z.strictObject({
  runId: z.uuid(), lngLat: lngLatSchema, address: z.string().max(200), owner: z.string().min(1).max(40), planAreaM2: z.number().positive().max(10_000),
  floors: z.number().int().min(1).max(9), builder: z.string().max(60),
});
const scan = z.strictObject({
  commandId: z.string().min(8).max(64), lngLat: lngLatSchema, accuracyM: z.number().min(0).max(10_000), stepId: z.string().min(1).max(60).nullable(),
  values: valuesSchema.default({}), photos: photosSchema.default([]), note: z.string().max(2_000).default(''),
});
const signQuery = z.strictObject({ scheme: z.enum(['http', 'https']).optional() });

/** Building sites over HTTP: registering, the code on their sign, what is due there, and scans of it on the spot. */
export function siteRoutes(http: Http, sites: Sites, runs: Runs): void {
  const find = (code: string, actor: Actor): Site | null => {
    const site = sites.objects.get(code);
    return site && isSeen(actor, site.villageCode) ? site : null;
  };

  http.get('/api/v1/sites', {
    config: { access: 'joint.view' }, schema: { querystring: z.strictObject({ state: z.enum(['building', 'finished', 'stopped']).optional() }) },
  }, async (request) => {
    const actor = actorIn(request);
    const { state } = request.query;
    const found = [...sites.objects.all()].filter((site) => isSeen(actor, site.villageCode) && (!state || site.state === state));
    return { total: found.length, sites: found.sort((a, b) => b.registeredAt - a.registeredAt).map((site) => siteRow(site, runs.objects.get(site.runId))) };
  });

  http.post('/api/v1/sites', { config: { access: 'joint.act' }, schema: { body: newSite } }, async (request, reply) => {
    const actor = actorIn(request);
    const done = await sites.register(request.body, actor);
    return done.ok ? reply.code(201).send(siteView(done.value, runs.objects.get(done.value.runId), actor)) : sendRefusal(reply, done.error);
  });

  http.get('/api/v1/sites/:code', { config: { access: 'joint.view' }, schema: { params: codeParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const site = find(request.params.code, actor);
    return site ? siteView(site, runs.objects.get(site.runId), actor) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.get('/api/v1/sites/:code/qr.svg', { config: { access: 'joint.view' }, schema: { params: codeParams, querystring: signQuery } }, async (request, reply) => {
    const site = find(request.params.code, actorIn(request));
    if (!site) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const origin = `${request.query.scheme ?? request.protocol}://${request.host}`;
    return reply.type('image/svg+xml').header('cache-control', 'private, max-age=3600').send(qrSvg(siteAddress(origin, site.code)));
  });

  http.post('/api/v1/sites/:code/scans', { config: { access: 'joint.act' }, schema: { params: codeParams, body: scan } }, async (request, reply) => {
    const actor = actorIn(request);
    const { commandId, ...given } = request.body;
    if (!find(request.params.code, actor)) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const done = await sites.scan(request.params.code, given, actor, commandId);
    return done.ok ? reply.code(201).send(siteView(done.value, runs.objects.get(done.value.runId), actor)) : sendRefusal(reply, done.error);
  });
}
