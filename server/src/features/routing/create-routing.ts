import { z } from 'zod';
import { isInArea, type Actor } from '@wangge/shared/access';
import { asId, dateKey, type CaseId, type DepartmentId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { isAdmitted, type GridTask } from '@wangge/shared/district';
import { countBounces, groundOf, routeCase } from '@wangge/shared/routing';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import { admissionKind } from '../district/admission-kind.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { departmentNamed } from './department-finder.api.ts';
import { responsibilityKind } from '../district/responsibility-kind.api.ts';

export interface RoutingNeeds {
  readonly cases: CasesApi;
  readonly feed: CaseFeed;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
  maySeeCase(actor: Actor, item: Case): boolean;
}

const idParams = z.strictObject({ id: z.uuid() });

/** 派单建议 by the lists, and 退件 by item. The list that held when the case was reported decides; the hour is now. */
export function createRouting({ cases, feed, district, lists, clock, maySeeCase }: RoutingNeeds): Feature {
  let version = 0;
  feed.onChanges((changes) => {
    if (changes.some(({ before, after }) => after.bounces !== (before?.bounces ?? after.bounces))) version += 1;
  });

  function routeOf(item: Case, now: number): object | null {
    const type = cases.context(now, item).typeOf(item.typeCode);
    const village = district.current().villages.find(({ code }) => code === item.villageCode);
    if (!type) return null;
    const edition = lists.inForce(responsibilityKind, item.reportedAt);
    const route = routeCase({ type, matter: `${type.name} ${item.description}`, level: item.level, ground: groundOf(village?.name ?? ''), at: now, items: edition.content, calendar: district.current().calendar, room: roomOf(item) });
    const idOf = (name: string): DepartmentId | null => departmentNamed(district.current(), name, item.villageCode)?.id ?? null;
    return {
      ...route, leadId: idOf(route.lead), receiverId: idOf(route.receiver), supportIds: route.supports.map(idOf),
      gridTasks: { verify: mayAskGrid('verify', item, now), check: mayAskGrid('check', item, now) },
      edition: { version: edition.version, effectiveFrom: edition.effectiveFrom, isConfirmed: edition.isConfirmed },
    };
  }

  /** Whether grid workers may be asked about cases of that type (网格事务准入清单). */
  function mayAskGrid(task: GridTask, { typeCode }: Case, now: number): boolean {
    return isAdmitted(lists.inForce(admissionKind, now).content, task, typeCode, dateKey(now));
  }

  function roomOf({ villageCode }: Case): string {
    const { towns, room } = district.current();
    return towns.find(({ code }) => villageCode.startsWith(code))?.room ?? room;
  }

  function bouncesFor({ areaCode }: Actor, now: number): object {
    const items = new Map(lists.inForce(responsibilityKind, now).content.map((item) => [item.no, item.name]));
    const name = (id: DepartmentId | null): string | null => district.departmentName(id);
    const seen = [...feed.all()].filter(({ villageCode }) => isInArea(villageCode, areaCode)).flatMap((item) => item.bounces);
    const counts = countBounces(seen.map(({ itemCode, basis, fromDepartmentId, toDepartmentId, ground }) => ({
      itemNo: [itemCode, basis].find((no) => no !== null && items.has(no)) ?? null, from: name(fromDepartmentId) ?? fromDepartmentId, to: name(toDepartmentId), how: ground === null ? 'redirect' : 'return',
    })));
    return { total: seen.length, bounces: counts.map((count) => ({ ...count, itemName: (count.itemNo && items.get(count.itemNo)) ?? null })) };
  }

  function routes(http: Http): void {
    http.get('/api/v1/cases/:id/route', { config: { access: 'case.view' }, schema: { params: idParams } }, async (request, reply) => {
      const item = cases.get(asId<CaseId>(request.params.id));
      const route = item && maySeeCase(actorIn(request), item) ? routeOf(item, clock.now()) : null;
      return route ?? sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
    });
    http.get('/api/v1/routing/bounces', { config: { access: 'list.view' } }, async (request) => bouncesFor(actorIn(request), clock.now()));
  }

  return { routes, boards: [{ name: 'routing', access: 'list.view', version: () => version, read: bouncesFor }] };
}
