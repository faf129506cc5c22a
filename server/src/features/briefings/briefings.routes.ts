import { can, isInArea, type Actor } from '@wangge/shared/access';
import type { Briefing, BriefingChoices, BriefingDetail, BriefingPayload } from '@wangge/shared/briefing';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';
import { actorIn } from '../access/gate.api.ts';
import type { PeriodFigures } from '../appraisal/period-figures.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { briefingDetail, briefingRow, maySeeBriefing } from './briefing-views.ts';
import type { BriefingsApi } from './briefings.api.ts';
import { choicesQuery, commandBody, fileParams, fileQuery, freezeBody, idParams, pagesQuery } from './briefings.schema.ts';
import { MEDIA_TYPES, type Exports } from './export/exports.ts';
import { periodOf } from './freeze/freeze-content.ts';
import { LIVE_IDS, liveDefinition, liveName } from './freeze/live-figures.ts';
import { definitionOf } from './freeze/period-figures.ts';
import { pictureBytes } from './freeze/read-picture.ts';
import { briefingPlansKind } from './plans-kind.api.ts';

export interface BriefingRoutesNeeds {
  readonly briefings: BriefingsApi;
  readonly exports: Exports;
  readonly attachments: AttachmentStore;
  readonly periods: PeriodFigures;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

/** 简报 over HTTP: frozen, written, issued, read as pages, and handed over as files. The list is the board `briefings`. */
export function briefingRoutes(http: Http, { briefings, exports, attachments, periods, lists, district, clock }: BriefingRoutesNeeds): void {
  const view = { config: { access: 'briefing.view' as const } };
  const act = { config: { access: 'briefing.act' as const } };

  function visible(actor: Actor, id: string): Briefing | null {
    const briefing = briefings.get(id);
    return briefing && maySeeBriefing(actor, briefing) ? briefing : null;
  }

  async function detail(briefing: Briefing, actor: Actor): Promise<BriefingDetail> {
    return briefingDetail(briefing, await briefings.history(briefing.id), actor);
  }

  http.get('/api/v1/briefings/choices', { ...act, schema: { querystring: choicesQuery } }, async (request): Promise<BriefingChoices> => {
    const { kind, which, past } = request.query;
    const now = clock.now();
    const plans = lists.inForce(briefingPlansKind, now).content;
    const isPast = which === 'last';
    return {
      figures: [...LIVE_IDS.filter((id) => !isPast || !/today|month/.test(id)).map((id) => ({ id, name: liveName(id), definition: liveDefinition(id) })), ...(past === '1' ? [] : periods.offered(periodOf(kind, which, now), now)).map((one) => ({ id: one.id, name: one.name, definition: definitionOf(one) }))],
      usual: plans.find((plan) => plan.kind === (kind === 'moment' ? 'day' : kind))?.figureIds ?? ['open', 'red'], mayUnmask: can(actorIn(request).role, 'case.view-personal'),
    };
  });

  http.post('/api/v1/briefings', { ...act, schema: { body: freezeBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const { commandId, areaCode = actor.areaCode, ...input } = request.body;
    if (!isInArea(areaCode || district.current().code, actor.areaCode)) return sendRefusal(reply, { code: 'FIELD_INVALID', field: 'areaCode', rule: 'BF2' });
    const frozen = await briefings.freeze({ ...input, areaCode }, actor, clock.now(), `${actor.id}/${commandId}`);
    return frozen.ok ? reply.code(201).send(await detail(frozen.value, actor)) : sendRefusal(reply, frozen.error);
  });

  http.get('/api/v1/briefings/:id', { ...view, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const briefing = visible(actor, request.params.id);
    return briefing ? detail(briefing, actor) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/briefings/:id/commands', { ...act, schema: { params: idParams, body: commandBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const briefing = visible(actor, request.params.id);
    if (!briefing) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId } = request.body;
    const wish = { action, expectedRevision, actor, payload: request.body.payload as BriefingPayload };
    const done = await briefings.command(briefing.id, wish, clock.now(), `${actor.id}/${commandId}`);
    if (!done.ok) return sendRefusal(reply, done.error, { current: await detail(briefings.get(briefing.id) ?? briefing, actor) });
    return detail(done.value, actor);
  });

  http.get('/api/v1/briefings/:id/pages', { ...view, schema: { params: idParams, querystring: pagesQuery } }, async (request, reply) => {
    const briefing = visible(actorIn(request), request.params.id);
    if (!briefing) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    return { hash: briefing.hash, row: briefingRow(briefing), pages: await exports.pages(briefing, request.query.paper) };
  });

  http.get('/api/v1/briefings/:id/picture', { ...view, schema: { params: idParams } }, async (request, reply) => {
    const briefing = visible(actorIn(request), request.params.id);
    const bytes = briefing && (await pictureBytes(attachments, briefing.content.picture));
    return bytes ? reply.type('image/png').header('cache-control', 'private, max-age=86400').send(bytes) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.get('/api/v1/briefings/:id/files/:format', { ...view, schema: { params: fileParams, querystring: fileQuery } }, async (request, reply) => {
    const briefing = visible(actorIn(request), request.params.id);
    if (!briefing) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { format } = request.params;
    const picture = await pictureBytes(attachments, briefing.content.picture);
    if (briefing.content.picture && !picture) return sendRefusal(reply, { code: 'BRIEFING_PICTURE_CHANGED', rule: 'BF3' });
    const { page } = request.query;
    const bytes = await exports.file(briefing, picture, format, page);
    if (!bytes) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND', field: 'page' });
    const part = format === 'png' && page !== null ? `-${page}` : '';
    const name = `${briefing.content.title}-${briefing.content.period.key}-${briefing.no}${part}.${format}`;
    return reply.type(MEDIA_TYPES[format]).header('content-disposition', `attachment; filename="${briefing.no}${part}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`).send(bytes);
  });
}
