import { isInArea, type Actor } from '@wangge/shared/access';
import { localParts, ok, refuse, type Result } from '@wangge/shared/base';
import { decideApplication, evolveApplication, takeApplication, type ApplyChannel, type Applicant, type Application, type ApplicationAction, type ApplicationContext, type ApplicationEvent, type ApplicationPayload, type ServiceMatter } from '@wangge/shared/matter';
import type { ListVersion } from '@wangge/shared/lists';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { departmentNamed } from '../joint/step-owners.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { serviceMatterOf, serviceMattersKind } from './window-kinds.api.ts';

/** What the windows are built from. */
export interface WindowNeeds {
  readonly ledger: Ledger;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

/** An application as somebody hands it in. `proxyId`: person who carries it; a grid worker or a window's squad who takes one is its proxy. */
export interface TakeWish {
  readonly id: string;
  readonly matterCode: string;
  readonly channel: ApplyChannel;
  readonly applicant: Applicant;
  readonly villageCode: string;
  readonly proxyId: string | null;
}

export interface ApplicationWish {
  readonly action: ApplicationAction;
  readonly expectedRevision: number;
  readonly actor: Actor;
  readonly payload: ApplicationPayload;
}

/** All applications (办件). */
export interface Applications {
  readonly objects: Objects<Application, ApplicationEvent>;
  matters(now: number): ListVersion<readonly ServiceMatter[]>;
  take(wish: TakeWish, actor: Actor): Promise<Result<Application>>;
  act(id: string, wish: ApplicationWish, commandId: string): Promise<Result<Application>>;
}

/** 办件编号: `BJ` year and number. */
export function applicationNo(year: number, serial: number): string {
  return `BJ${year}-${String(serial).padStart(5, '0')}`;
}

export function createApplications(needs: WindowNeeds): Applications {
  const { ledger, lists, district, clock } = needs;
  const objects = createObjects<Application, ApplicationEvent>(ledger, { kind: 'application', evolve: evolveApplication });
  const context = (): ApplicationContext => ({ now: clock.now(), calendar: district.current().calendar });

  function matters(now: number): ListVersion<readonly ServiceMatter[]> {
    const edition = lists.inForce(serviceMattersKind, now);
    return { ...edition, content: edition.content.map(serviceMatterOf) };
  }

  async function take({ id, matterCode, channel, applicant, villageCode, proxyId }: TakeWish, actor: Actor): Promise<Result<Application>> {
    const known = objects.get(id);
    if (known) return known.matterCode === matterCode ? ok(known) : refuse('OBJECT_REVISION_CONFLICT');
    const { villages, people } = district.current();
    if (!villages.some(({ code }) => code === villageCode) || !isInArea(villageCode, actor.areaCode)) return refuse('FIELD_INVALID', { field: 'villageCode' });
    const edition = matters(clock.now());
    const matter = edition.content.find(({ code }) => code === matterCode);
    if (!matter) return refuse('SERVICE_MATTER_UNKNOWN', { field: 'matterCode', detail: matterCode, rule: 'WN1' });
    const departmentId = departmentNamed(district, matter.department, villageCode);
    const windowId = departmentNamed(district, matter.window, villageCode);
    if (!departmentId || !windowId) return refuse('DEPARTMENT_UNKNOWN', { detail: departmentId ? matter.window : matter.department });
    const isInField = actor.role === 'grid-worker' || actor.role === 'squad';
    if (isInField && (channel !== 'proxy' || proxyId !== actor.id)) return refuse('SERVICE_NOT_YOURS', { rule: 'WN4', field: 'channel' });
    if (actor.role === 'squad' && actor.parentUnitId !== windowId) return refuse('SERVICE_NOT_YOURS', { rule: 'WN4', field: 'matterCode' });
    if (actor.role === 'department' && actor.unitId !== windowId) return refuse('SERVICE_NOT_YOURS', { rule: 'WN4' });
    const proxyName = actor.id === proxyId ? actor.name : people.find((person) => person.id === proxyId && isInArea(villageCode, person.areaCode))?.name;
    if (proxyId !== null && proxyName === undefined) return refuse('SERVICE_PROXY_MISSING', { field: 'proxyId', rule: 'WN1' });
    const proxy = proxyId !== null && proxyName !== undefined ? { id: proxyId, name: proxyName } : null;
    const facts = {
      id, no: '', matterCode, matterName: matter.name, matterVersion: edition.version, channel, applicant, proxy, villageCode, departmentId,
      departmentName: district.departmentName(departmentId) ?? matter.department, windowId, windowName: district.departmentName(windowId) ?? matter.window, nodes: matter.nodes,
    };
    const now = context();
    const allowed = takeApplication(facts, matter, actor, now);
    if (!allowed.ok) return allowed;
    const { year } = localParts(now.now);
    const no = applicationNo(year, await ledger.takeSerials(`application/${year}`));
    return objects.open(id, { events: [{ ...allowed.value, facts: { ...facts, no } }] });
  }

  return {
    objects, matters, take,
    act: (id, wish, commandId) => objects.act(id, wish, (application) => {
      const decided = decideApplication(application, wish, context());
      return decided.ok ? ok({ events: [decided.value] }) : decided;
    }, `${wish.actor.id}/${commandId}`),
  };
}
