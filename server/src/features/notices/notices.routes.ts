import type { Actor } from '@wangge/shared/access';
import { noticeActions, type Notice, type NoticeDetail, type NoticePayload } from '@wangge/shared/notice';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { lifeEntries } from '../../ledger/life-entries.ts';
import { actorIn } from '../access/gate.api.ts';
import { maySeeNotice } from './notices-board.ts';
import type { NoticesApi } from './notices.api.ts';
import { commandBody, draftBody, idParams } from './notices.schema.ts';

export interface NoticeRouteNeeds {
  readonly notices: NoticesApi;
  readonly clock: Clock;
  nameOf(areaCode: string): string;
}

/** 村情通 over HTTP for the desk: written, published, withdrawn. The list is the board `notices`. */
export function noticeRoutes(http: Http, { notices, clock, nameOf }: NoticeRouteNeeds): void {
  const act = { config: { access: 'notice.act' as const } };

  async function detail(notice: Notice, actor: Actor): Promise<NoticeDetail> {
    const content = (notice.draft ?? notice.edition)!.content;
    const timeline = lifeEntries(await notices.history(notice.id), ({ payload }) => ({ note: payload.reason ?? payload.content?.title ?? null }));
    return { id: notice.id, revision: notice.revision, notice, areaName: nameOf(content.areaCode), allowed: noticeActions(notice, actor, clock.now()), timeline };
  }

  function visible(actor: Actor, id: string): Notice | null {
    const notice = notices.get(id);
    return notice && maySeeNotice(actor, notice) ? notice : null;
  }

  http.post('/api/v1/notices', { ...act, schema: { body: draftBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const { commandId, ...payload } = request.body;
    const drafted = await notices.draft(payload, actor, clock.now(), `${actor.id}/${commandId}`);
    return drafted.ok ? reply.code(201).send(await detail(drafted.value, actor)) : sendRefusal(reply, drafted.error);
  });

  http.get('/api/v1/notices/:id', { config: { access: 'notice.view' }, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const notice = visible(actor, request.params.id);
    return notice ? detail(notice, actor) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/notices/:id/commands', { ...act, schema: { params: idParams, body: commandBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const notice = visible(actor, request.params.id);
    if (!notice) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId } = request.body;
    const wish = { action, expectedRevision, actor, payload: request.body.payload as NoticePayload };
    const done = await notices.command(notice.id, wish, clock.now(), `${actor.id}/${commandId}`);
    if (!done.ok) return sendRefusal(reply, done.error, { current: await detail(notices.get(notice.id) ?? notice, actor) });
    return detail(done.value, actor);
  });
}
