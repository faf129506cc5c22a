import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { asId, type CaseId } from '@wangge/shared/base';
import { SUPPORT_ACTIONS, isOpenSupport, type SupportPayload, type SupportTask, type SupportView } from '@wangge/shared/joint';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { commandFields, idParams, photosSchema, textSchema } from './joint.schema.ts';
import type { Supports } from './supports.ts';
import { isSeen, supportView } from './views.ts';

const body = z.strictObject({
  action: z.enum(SUPPORT_ACTIONS), ...commandFields,
  payload: z.strictObject({ note: textSchema.optional(), reason: textSchema.optional(), photos: photosSchema.optional() }).default({}),
});

/** Support tasks over HTTP: people in the field see those of their own unit and of the cases it leads, others those of their area. */
export function supportRoutes(http: Http, supports: Supports, district: DistrictApi): void {
  const isOwn = (actor: Actor, task: SupportTask): boolean => task.departmentId === actor.unitId || task.departmentId === actor.parentUnitId;

  function maySee(actor: Actor, task: SupportTask): boolean {
    if (!isSeen(actor, task.villageCode)) return false;
    if (actor.role !== 'squad' && actor.role !== 'grid-worker') return true;
    return [task.departmentId, supports.leadOf(task)].some((id) => id !== null && (id === actor.unitId || id === actor.parentUnitId));
  }

  async function view(task: SupportTask, actor: Actor): Promise<SupportView> {
    return supportView(task, await supports.objects.history(task.id), actor, {
      departmentName: district.departmentName(task.departmentId) ?? task.departmentId, leadDepartmentId: supports.leadOf(task),
    });
  }

  const find = (id: string, actor: Actor): SupportTask | null => {
    const task = supports.objects.get(id);
    return task && maySee(actor, task) ? task : null;
  };

  http.get('/api/v1/supports', {
    config: { access: 'joint.view' }, schema: { querystring: z.strictObject({ caseId: z.uuid().optional(), open: z.enum(['true', 'false']).optional(), own: z.literal('true').optional() }) },
  }, async (request) => {
    const actor = actorIn(request);
    const { caseId, open, own } = request.query;
    const all = caseId ? supports.ofCase(asId<CaseId>(caseId)) : [...supports.objects.all()];
    const found = all.filter((task) => maySee(actor, task) && (open === undefined || isOpenSupport(task.state) === (open === 'true')) && (own === undefined || isOwn(actor, task)));
    return { supports: await Promise.all(found.sort((a, b) => b.askedAt - a.askedAt).slice(0, 200).map((task) => view(task, actor))) };
  });

  http.get('/api/v1/supports/:id', { config: { access: 'joint.view' }, schema: { params: idParams } }, async (request, reply) => {
    const task = find(request.params.id, actorIn(request));
    return task ? view(task, actorIn(request)) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/supports/:id/commands', { config: { access: 'joint.act' }, schema: { params: idParams, body } }, async (request, reply) => {
    const actor = actorIn(request);
    const task = find(request.params.id, actor);
    if (!task) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId } = request.body;
    const payload = request.body.payload as SupportPayload;
    const done = await supports.act(task.id, { action, expectedRevision, actor, payload }, commandId);
    return done.ok ? view(done.value, actor) : sendRefusal(reply, done.error, { current: await view(supports.objects.get(task.id) ?? task, actor) });
  });
}
