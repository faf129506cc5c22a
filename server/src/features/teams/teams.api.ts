import type { Actor } from '@wangge/shared/access';
import type { CaseId, TeamId, UnitId } from '@wangge/shared/base';
import { isOpenState, type Team, type Unit } from '@wangge/shared/district';
import type { ForceFigures } from '@wangge/shared/figures';
import type { UnitRow } from '@wangge/shared/wire';
import type { Case } from '@wangge/shared/case';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { DutyBook } from './duty-book.ts';

/** What was said about duty. */
export type DutySaid = Pick<DutyBook, 'of' | 'onChange' | 'reread'>;

/** What the board asks of the live positions. */
export interface FixLookup {
  /** The index that names the unit in position frames. */
  indexOf(unitId: UnitId): number;
  lastFixAt(unitId: UnitId): number | null;
  patrolKmToday(unitId: UnitId): number;
  /** Since when nothing was heard of a unit's terminal; null while it is there, and for a unit without one. */
  offlineSince(unit: Unit, now: number): number | null;
}

/** A unit that sent nothing for this long and was not signed on is not on duty. */
const OFF_DUTY_MS = 2 * 3_600_000;

function holdsTeam(item: Case): boolean {
  return isOpenState(item.state) && item.order !== null && item.order.doneAt === null;
}

/** Which team is on which cases, who is on duty, and the counts of 执法力量. Fed by the book of cases. */
export class TeamBoard {
  readonly #district: DistrictApi;
  readonly #fixes: FixLookup;
  /** Of each team the cases it has in hand, with the instant at which it was sent. */
  readonly #orders = new Map<TeamId, Map<CaseId, number>>();
  readonly #duty: DutySaid;
  readonly #listeners: ((unitIds: readonly UnitId[]) => void)[] = [];

  constructor(book: CaseFeed, district: DistrictApi, duty: DutySaid, fixes: FixLookup) {
    this.#duty = duty;
    duty.onChange((unitIds) => this.#tell(unitIds));
    this.#district = district;
    this.#fixes = fixes;
    for (const item of book.all()) this.#move(null, item);
    book.onChanges((changes) => {
      const touched = new Set<UnitId>();
      for (const { before, after } of changes) {
        for (const teamId of this.#move(before, after)) {
          const unitId = district.teamOf(teamId)?.unitId;
          if (unitId) touched.add(unitId);
        }
      }
      if (touched.size > 0) this.#tell([...touched]);
    });
  }

  #move(before: Case | null, after: Case): TeamId[] {
    const was = before && holdsTeam(before) ? before.order!.teamId : null;
    const is = holdsTeam(after) ? after.order!.teamId : null;
    if (was && was !== is) this.#orders.get(was)?.delete(after.id);
    if (is) this.#ordersOf(is).set(after.id, after.order!.sentAt);
    if (was === is) return [];
    return [was, is].filter((id) => id !== null);
  }

  #ordersOf(teamId: TeamId): Map<CaseId, number> {
    let orders = this.#orders.get(teamId);
    if (!orders) this.#orders.set(teamId, (orders = new Map()));
    return orders;
  }

  #tell(unitIds: readonly UnitId[]): void {
    for (const listener of this.#listeners) listener(unitIds);
  }

  onUnits(listener: (unitIds: readonly UnitId[]) => void): void {
    this.#listeners.push(listener);
  }

  /** 手头件, the one sent first before the others. */
  ordersOf(teamId: TeamId): readonly CaseId[] {
    return [...(this.#orders.get(teamId) ?? [])].sort(([a, sentA], [b, sentB]) => sentA - sentB || (a < b ? -1 : 1)).map(([id]) => id);
  }

  isOnDuty(unitId: UnitId, now: number): boolean {
    return this.#duty.of(unitId) ?? now - (this.#fixes.lastFixAt(unitId) ?? -Infinity) < OFF_DUTY_MS;
  }

  /** Takes over what was said at other nodes about duty. */
  rereadDuty(): Promise<void> {
    return this.#duty.reread();
  }

  /** The unit whose position a person's phone gives: their own, else their team's. */
  unitOfPerson(personId: string, teamId: string | null): UnitId | null {
    const { units, teams } = this.#district.current();
    return units.find((u) => u.personId === personId)?.id ?? teams.find((t) => t.id === teamId)?.unitId ?? null;
  }

  /** Whether a unit is somebody's own: carried by them, or of their team or department. */
  isOwnUnit({ id, unitId: ownId }: Actor, unitId: UnitId): boolean {
    const unit = this.#district.current().units.find((one) => one.id === unitId);
    if (!unit) return false;
    const isOfTeam = ownId !== null && unit.teamId !== null && (unit.teamId === ownId || this.#district.teamOf(unit.teamId)?.departmentId === ownId);
    return isOfTeam || unit.personId === id;
  }

  /** Milliseconds since the unit's last fix; Infinity when it never sent one. */
  fixAgeMs(unitId: UnitId, now: number): number {
    return now - (this.#fixes.lastFixAt(unitId) ?? -Infinity);
  }

  /** The units of an area, of them those that are wanted. */
  units(now: number, areaCode: string, isWanted: (unit: Unit) => boolean = () => true): UnitRow[] {
    return this.#district.within(areaCode).units.filter(isWanted).map((unit) => this.#row(unit, now));
  }

  #row(unit: Unit, now: number): UnitRow {
    const caseId = unit.teamId ? this.ordersOf(unit.teamId)[0] ?? null : null;
    return { id: unit.id, index: this.#fixes.indexOf(unit.id), kind: unit.kind, name: unit.name, teamId: unit.teamId, gridCode: unit.gridCode, onDuty: this.isOnDuty(unit.id, now), caseId, isOffline: this.#isOffline(unit, now) };
  }

  /** 失联 by its terminal; a phone that tells the unit's position makes up for it. */
  #isOffline(unit: Unit, now: number): boolean {
    const since = this.#fixes.offlineSince(unit, now);
    return since !== null && (this.#fixes.lastFixAt(unit.id) ?? -Infinity) <= since;
  }

  /** 执法力量 of an area. */
  force(now: number, areaCode: string): ForceFigures {
    const { teams, units, rules } = this.#district.within(areaCode);
    const onDuty = teams.filter((team) => this.isOnDuty(team.unitId, now));
    const offline = new Set(units.filter((unit) => this.#isOffline(unit, now)).map(({ id }) => id));
    const isStale = (team: Team) => offline.has(team.unitId) || this.fixAgeMs(team.unitId, now) > rules.staleFixMs;
    const isBusy = (team: Team) => this.ordersOf(team.id).length > 0;
    const workers = units.filter((unit) => unit.gridCode !== null);
    return {
      onDuty: onDuty.length,
      idle: onDuty.filter((team) => !isBusy(team) && !isStale(team)).length,
      busy: onDuty.filter((team) => isBusy(team) && !isStale(team)).length,
      stale: onDuty.filter(isStale).length,
      gridWorkersOnline: workers.filter((unit) => this.fixAgeMs(unit.id, now) <= rules.staleFixMs).length,
      gridWorkersTotal: workers.length,
      patrolKmToday: Math.round(teams.reduce((sum, team) => sum + this.#fixes.patrolKmToday(team.unitId), 0) * 10) / 10,
    };
  }
}
