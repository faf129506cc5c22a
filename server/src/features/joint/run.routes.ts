import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { asId, type CaseId } from '@wangge/shared/base';
import { RUN_ACTIONS, RUN_STATES, type MatterRun, type RunPayload, type RunView, type TemplatesView } from '@wangge/shared/joint';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { templatesAt, type JointNeeds } from './joint-needs.ts';
import { commandFields, idParams, photosSchema, textSchema, valuesSchema } from './joint.schema.ts';
import type { Runs } from './runs.ts';
import type { Sites } from './sites.ts';
import { isSeen, runRow, runView } from './views.ts';

const command = z.strictObject({
  action: z.enum(RUN_ACTIONS), ...commandFields,
  payload: z.strictObject({
    stepId: z.string().min(1).max(60).optional(), note: textSchema.optional(), reason: textSchema.optional(), photos: photosSchema.optional(), values: valuesSchema.optional(),
  }).default({}),
});
const opening = z.strictObject({ id: z.uuid(), templateCode: z.string().min(1).max(60), caseId: z.uuid() });
const query = z.strictObject({
  state: z.enum(RUN_STATES).optional(), template: z.string().max(60).optional(), caseId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100), offset: z.coerce.number().int().min(0).default(0),
});

/** Matters (一件事) over HTTP: templates to read, runs to open from a case and to carry on. */
export function runRoutes(http: Http, needs: JointNeeds, runs: Runs, sites: Sites): void {
  const view = async (run: MatterRun, actor: Actor): Promise<RunView> => runView(run, await runs.objects.history(run.id), actor);
  const find = (id: string, actor: Actor): MatterRun | null => {
    const run = runs.objects.get(id);
    return run && isSeen(actor, run.villageCode) ? run : null;
  };

  http.get('/api/v1/matter-templates', { config: { access: 'joint.view' } }, async (): Promise<TemplatesView> => {
    const { version, isConfirmed, content } = templatesAt(needs, needs.clock.now());
    return { version, isConfirmed, templates: content };
  });

  http.get('/api/v1/matter-runs', { config: { access: 'joint.view' }, schema: { querystring: query } }, async (request) => {
    const actor = actorIn(request);
    const { state, template, caseId, limit, offset } = request.query;
    const all = caseId ? runs.ofCase(asId<CaseId>(caseId)) : [...runs.objects.all()];
    const found = all.filter((run) => isSeen(actor, run.villageCode) && (!state || run.state === state) && (!template || run.templateCode === template))
      .sort((a, b) => b.openedAt - a.openedAt);
    return { total: found.length, runs: found.slice(offset, offset + limit).map(runRow) };
  });

  http.get('/api/v1/matter-runs/:id', { config: { access: 'joint.view' }, schema: { params: idParams } }, async (request, reply) => {
    const run = find(request.params.id, actorIn(request));
    return run ? view(run, actorIn(request)) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/matter-runs', { config: { access: 'joint.act' }, schema: { body: opening } }, async (request, reply) => {
    const actor = actorIn(request);
    const { id, templateCode, caseId } = request.body;
    const item = needs.cases.get(asId<CaseId>(caseId));
    if (!item || !isSeen(actor, item.villageCode)) return sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
    const opened = await runs.openFromCase(id, templateCode, item, actor);
    return opened.ok ? reply.code(201).send(await view(opened.value, actor)) : sendRefusal(reply, opened.error);
  });

  http.post('/api/v1/matter-runs/:id/commands', { config: { access: 'joint.act' }, schema: { params: idParams, body: command } }, async (request, reply) => {
    const actor = actorIn(request);
    const run = find(request.params.id, actor);
    if (!run) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId } = request.body;
    const payload = request.body.payload as RunPayload;
    const done = await runs.act(run.id, { action, expectedRevision, actor, payload }, commandId, (before, event) => sites.endWith(before, event));
    return done.ok ? view(done.value, actor) : sendRefusal(reply, done.error, { current: await view(runs.objects.get(run.id) ?? run, actor) });
  });
}
