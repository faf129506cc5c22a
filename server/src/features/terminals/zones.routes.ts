import { isInArea, type Actor } from '@wangge/shared/access';
import { dateKey, ok, refuse, type Result } from '@wangge/shared/base';
import { fencesOn, type Fence } from '@wangge/shared/district-map';
import type { Clock } from '../../platform/clock.ts';
import type { Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { fenceKind } from '../fences/fence-kind.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { answerOrder, type GiveOrder, type OrderPlan } from './order-desk.ts';
import type { TerminalZoneOrder } from './terminals.api.ts';
import { unitParams, zoneRemovalSchema, zoneSchema, type ZoneWish } from './terminals.schema.ts';
import type { ZoneBook } from './zone-book.ts';
import { zoneAround, zoneOfFence } from './zone-orders.ts';

export interface ZoneGround {
  readonly zones: ZoneBook;
  readonly lists: ListsApi;
  readonly clock: Clock;
}

/** 区域 and 路线 to a terminal, which then watches them by itself, and away from it. What it took is kept under its number. */
export function zoneRoutes(http: Http, give: GiveOrder, { zones, lists, clock }: ZoneGround): void {
  /** A fence in force today that the actor may see. */
  function fenceOf(actor: Actor, fenceId: string): Fence | undefined {
    return fencesOn(lists.inForce(fenceKind, clock.now()).content, dateKey(clock.now()))
      .find(({ id, areaCode }) => id === fenceId && (isInArea(areaCode, actor.areaCode) || isInArea(actor.areaCode, areaCode)));
  }

  function zoneOf(actor: Actor, { fenceId, circle, limit: given }: ZoneWish, phone: string): Result<TerminalZoneOrder> {
    const limit = given ?? null;
    const isKnown = (zoneId: number): boolean => zones.nameOf(phone, zoneId) !== undefined;
    if (circle) return ok(zoneAround([circle.lng, circle.lat], circle.radiusM, circle.name, limit, isKnown));
    const fence = fenceOf(actor, fenceId ?? '');
    if (!fence) return refuse('FIELD_INVALID', { field: 'fenceId', detail: '今天没有这个围栏' });
    if (fence.kind === 'slow' && limit === null) return refuse('FIELD_INVALID', { field: 'limit', detail: '限速区要写限速' });
    if (fence.shape.type === 'LineString') return refuse('FIELD_INVALID', { field: 'fenceId', detail: '巡查路线由平台判断偏离，不能作为区域下发' });
    return ok(zoneOfFence(fence, fence.shape, limit, isKnown));
  }

  function planFor(actor: Actor, wish: ZoneWish): OrderPlan {
    let given: TerminalZoneOrder | null = null;
    return {
      order(phone) {
        const zone = zoneOf(actor, wish, phone);
        if (!zone.ok) return zone;
        given = zone.value;
        return ok({ kind: 'set-zone', zone: zone.value });
      },
      async done(phone) {
        if (given) await zones.keep(phone, { id: given.id, name: given.name, shape: given.shape.kind, topSpeedKmh: given.limit?.topSpeedKmh ?? null, takenAt: clock.now(), byName: actor.name });
      },
    };
  }

  http.post('/api/v1/terminals/:unitId/zones', { config: { access: 'terminal.configure' }, schema: { params: unitParams, body: zoneSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId, ...wish } } = request;
    const actor = actorIn(request);
    return answerOrder(reply, unitId, await give(actor, unitId, { commandId, body: wish }, planFor(actor, wish)));
  });

  http.post('/api/v1/terminals/:unitId/zone-removals', { config: { access: 'terminal.configure' }, schema: { params: unitParams, body: zoneRemovalSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId, zoneId } } = request;
    return answerOrder(reply, unitId, await give(actorIn(request), unitId, { commandId, body: { zoneId } }, {
      order(phone) {
        const zone = zones.of(phone).find(({ id }) => id === zoneId);
        return zone ? ok({ kind: 'delete-zone', shape: zone.shape, id: zoneId }) : refuse('OBJECT_NOT_FOUND');
      },
      done: (phone) => zones.forget(phone, zoneId),
    }));
  });
}
