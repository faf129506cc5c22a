import { isInArea, type Actor } from '@wangge/shared/access';
import { asId, type CaseId } from '@wangge/shared/base';
import type { ListVersion } from '@wangge/shared/lists';
import { allowedOversight, type CaseOversightView, type Oversight, type OversightDetail, type OversightListItem } from '@wangge/shared/oversight';
import { lifeEntries } from '../../ledger/life-entries.ts';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { LadderSettings } from './ladder-kind.api.ts';
import { openByHand, openableRungs } from './open-by-hand.ts';
import type { OversightBook } from './oversight-book.ts';
import { caseDueAt, filterOrders, maySeeOrder, shownTo } from './oversight.queries.ts';
import { caseParams, commandSchema, listQuerySchema, openSchema, orderParams } from './oversight.schema.ts';

export interface OversightRoutesNeeds {
  readonly book: OversightBook;
  readonly cases: CasesApi;
  readonly clock: Clock;
  ladderAt(at: number): ListVersion<LadderSettings>;
}

/** 督办 over HTTP: list, page, opening by hand, and commands. What lies outside the reader's area does not exist for them. */
export function oversightRoutes(http: Http, needs: OversightRoutesNeeds): void {
  const { book, cases, clock, ladderAt } = needs;

  function visible(actor: Actor, id: string): Oversight | null {
    const order = book.get(id);
    return order && maySeeOrder(actor, order) ? order : null;
  }

  function listed(actor: Actor, order: Oversight): OversightListItem {
    return { order: shownTo(actor, order), caseDueAt: caseDueAt(cases.get(order.caseId)) };
  }

  async function detail(actor: Actor, order: Oversight): Promise<OversightDetail> {
    const history = await book.history(order.id);
    const timeline = lifeEntries(history, ({ payload }) => ({ note: payload.text, photos: payload.photos }));
    return { id: order.id, revision: order.revision, ...listed(actor, order), allowed: allowedOversight(order, actor), timeline };
  }

  http.get('/api/v1/oversight', { config: { access: 'oversight.view' }, schema: { querystring: listQuerySchema } }, async (request) => {
    const actor = actorIn(request);
    const { limit, offset } = request.query;
    const found = filterOrders(book.all(), request.query).filter((order) => maySeeOrder(actor, order));
    return { total: found.length, orders: found.slice(offset, offset + limit).map((order) => listed(actor, order)), readAt: clock.now() };
  });

  http.get('/api/v1/oversight/:id', { config: { access: 'oversight.view' }, schema: { params: orderParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const order = visible(actor, request.params.id);
    return order ? detail(actor, order) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/oversight', { config: { access: 'oversight.act' }, schema: { body: openSchema } }, async (request, reply) => {
    const actor = actorIn(request);
    const { caseId, ...wish } = request.body;
    const done = await openByHand(needs, { ...wish, caseId: asId<CaseId>(caseId), actor }, clock.now());
    return done.ok ? detail(actor, done.value) : sendRefusal(reply, done.error);
  });

  http.post('/api/v1/oversight/:id/commands', {
    config: { access: 'oversight.act' }, schema: { params: orderParams, body: commandSchema },
  }, async (request, reply) => {
    const actor = actorIn(request);
    const order = visible(actor, request.params.id);
    if (!order) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId, payload: { text, photos } } = request.body;
    const payload = { ...(text === undefined ? {} : { text }), ...(photos === undefined ? {} : { photos }) };
    const done = await book.act(order.id, { action, expectedRevision, actor, payload }, clock.now(), `${actor.id}/${commandId}`);
    return done.ok ? detail(actor, done.value) : sendRefusal(reply, done.error, { current: await detail(actor, book.get(order.id) ?? order) });
  });

  http.get('/api/v1/cases/:id/oversight', { config: { access: 'oversight.view' }, schema: { params: caseParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const item = cases.get(asId<CaseId>(request.params.id));
    if (!item || !isInArea(item.villageCode, actor.areaCode)) return sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
    const orders = book.orders.of(item.id).filter((order) => maySeeOrder(actor, order));
    const view: CaseOversightView = {
      orders: await Promise.all(orders.map((order) => detail(actor, order))),
      mayOpen: openableRungs(item, book.orders.of(item.id), ladderAt(clock.now()).content.rungs, actor),
    };
    return view;
  });
}
