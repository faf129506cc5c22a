import type { CaseId, DepartmentId, TeamId } from '@wangge/shared/base';
import type { Call, CallContext } from '@wangge/shared/call';
import { isMergeable, type Case, type DecideContext, type DispatchOrder } from '@wangge/shared/case';
import { isOpenState, type Department, type ResponsibilityItem, type Team } from '@wangge/shared/district';
import type { LngLat } from '@wangge/shared/geo';
import { groundOf, routeCase } from '@wangge/shared/routing';
import type { DistrictApi } from '../../features/district/district.api.ts';
import { departmentNamed } from '../../features/routing/department-finder.api.ts';
import { makeCallContext, type CallRules } from '../../features/calls/call-context.api.ts';
import type { Cast } from './cast.ts';

/** A way for a team to a place, as far as it is known. */
export interface Way {
  readonly distanceM: number;
  readonly durationMs: number;
  readonly route?: readonly LngLat[];
}

/** How teams move: reckoned for the past, seen on the road for the present. */
export interface Movement {
  placeOf(team: Team): LngLat;
  wayTo(team: Team, place: LngLat, at: number): Way;
  /** The instant from which the team can be said to be at the place of its case; null while it is under way. */
  arrivesAt(item: Case, order: DispatchOrder, now: number): number | null;
  /** Somebody signed in acts for this team, so the demo does not. */
  isManned(teamId: TeamId): boolean;
}

/** The calls of the township: the lists they are judged by, and those about a case, oldest first. */
export interface TownCalls {
  readonly rules: CallRules;
  of(id: CaseId): readonly Call[];
}

/** The township as those who act in it see it: all cases, who has what in hand, what waits. */
export class Town {
  readonly district: DistrictApi;
  readonly cast: Cast;
  readonly movement: Movement;
  readonly #departments: ReadonlyMap<string, DepartmentId>;
  readonly #open = new Map<CaseId, Case>();
  readonly #orders = new Map<TeamId, Map<CaseId, number>>();
  readonly #filed = new Set<CaseId>();
  readonly #calls: TownCalls;

  constructor(district: DistrictApi, cast: Cast, movement: Movement, calls: TownCalls) {
    this.#calls = calls;
    this.district = district;
    this.cast = cast;
    this.movement = movement;
    this.#departments = new Map(district.current().departments.map((d) => [d.name, d.id]));
  }

  context(now: number): DecideContext {
    return this.district.decideContext(now);
  }

  /** Takes the new state of a case. */
  put(before: Case | null, after: Case): void {
    if (before?.order) this.#orders.get(before.order.teamId)?.delete(before.id);
    if (after.order && after.order.doneAt === null && isOpenState(after.state)) this.#ordersOf(after.order.teamId).set(after.id, after.order.sentAt);
    if (isOpenState(after.state)) this.#open.set(after.id, after);
    else this.#open.delete(after.id);
    if (after.state === 'filed') this.#filed.add(after.id);
    else this.#filed.delete(after.id);
  }

  #ordersOf(teamId: TeamId): Map<CaseId, number> {
    let orders = this.#orders.get(teamId);
    if (!orders) this.#orders.set(teamId, (orders = new Map()));
    return orders;
  }

  get filedWaiting(): number {
    return this.#filed.size;
  }

  get busyTeams(): number {
    return [...this.#orders.values()].filter((orders) => orders.size > 0).length;
  }

  loadOf(teamId: TeamId): number {
    return this.#orders.get(teamId)?.size ?? 0;
  }

  /** Whether this order is the one its team does now: the one sent first. */
  isFirstInLine(item: Case, order: DispatchOrder): boolean {
    for (const [id, sentAt] of this.#orders.get(order.teamId) ?? []) {
      if (sentAt < order.sentAt || (sentAt === order.sentAt && id < item.id)) return false;
    }
    return true;
  }

  /** The case that the team has set out for and not finished; null while it is free. */
  underWay(teamId: TeamId): Case | null {
    for (const id of this.#orders.get(teamId)?.keys() ?? []) {
      const item = this.#open.get(id);
      if (item?.order?.departedAt) return item;
    }
    return null;
  }

  /** The last call about a case. */
  callOf(id: CaseId): Call | undefined {
    return this.#calls.of(id).at(-1);
  }

  callContext(item: Case, now: number): CallContext {
    return makeCallContext(this.#calls.rules, this.district.current().departments, this.context(now).calendar, item, this.#calls.of(item.id), now);
  }

  /** The item of the responsibility list that the case rests on; null where it is outside the list. */
  itemOf(item: Case, at: number): ResponsibilityItem | null {
    const { typeOf, calendar } = this.context(at);
    const type = typeOf(item.typeCode);
    const village = this.district.current().villages.find(({ code }) => code === item.villageCode);
    if (!type) return null;
    return routeCase({
      type, matter: `${type.name} ${item.description}`, level: item.level, ground: groundOf(village?.name ?? ''), at, items: this.#calls.rules.itemsAt(at), calendar, room: this.district.current().room,
    }).item;
  }

  isDispute(item: Case, now: number): boolean {
    return this.#calls.rules.settingsAt(now).content.disputeGroups.includes(this.context(now).typeOf(item.typeCode)?.group ?? '');
  }

  isCounty(id: DepartmentId): boolean {
    return this.district.current().departments.some((d) => d.id === id && d.kind === 'county');
  }

  /** The department that a list names, as seen from the village of a case. */
  departmentFor(name: string, item: Case): Department | undefined {
    return departmentNamed(this.district.current(), name, item.villageCode);
  }

  departmentNamed(name: string): DepartmentId | undefined {
    return this.#departments.get(name);
  }

  /** The open case that this report tells of again (并案): same type, same place, reported first and not long ago. */
  parentOf(item: Case): Case | undefined {
    const { rules } = this.context(item.reportedAt);
    for (const other of this.#open.values()) if (other.reportedAt < item.reportedAt && isMergeable(item, other, rules)) return other;
    return undefined;
  }
}
