import { SECOND_MS, type TeamId, type UnitId } from '@wangge/shared/base';
import type { WorkCalendar } from '@wangge/shared/calendar';
import type { LngLat } from '@wangge/shared/geo';
import type { PositionSink } from '../../ingest/raw-fix.ts';
import { chance } from './chance.ts';
import { fixOf, rawFix } from './fixes.ts';
import { isSilent } from './fleet.ts';
import type { Errand, Vehicle } from './vehicle.ts';
import type { Walker } from './walkers.ts';

const STANDING_MS = 10 * SECOND_MS;
const WALKING_MS = 6 * SECOND_MS;
const WALKING_SPREAD_MS = 4 * SECOND_MS;

export interface LivePositionsDeps {
  readonly fleet: ReadonlyMap<TeamId, Vehicle>;
  readonly walkers: readonly Walker[];
  readonly calendar: WorkCalendar;
  readonly sink: PositionSink;
  /** Where a manned team's own telephone has put it. */
  lastPlace(unitId: UnitId): LngLat | null;
  isManned(teamId: TeamId): boolean;
  errandOf(teamId: TeamId): Errand | null;
  /** 上勤 or 下勤 of a team. */
  setDuty(unitId: UnitId, isOnDuty: boolean): void;
}

/**
 * Moves the vehicles and grid workers of the demo and lets their terminals speak: moving vehicles each second or two, others less
 * often. A team that has gone home at night is off duty, and on duty again when it sets out.
 */
export class LivePositions {
  readonly #deps: LivePositionsDeps;
  readonly #nextAt = new Map<UnitId, number>();
  readonly #onDuty = new Map<UnitId, boolean>();

  constructor(deps: LivePositionsDeps) {
    this.#deps = deps;
  }

  step(now: number): void {
    for (const vehicle of this.#deps.fleet.values()) this.#drive(vehicle, now);
    for (const walker of this.#deps.walkers) this.#walk(walker, now);
  }

  #drive(vehicle: Vehicle, now: number): void {
    const { team } = vehicle;
    const { isManned, lastPlace, errandOf, setDuty, sink } = this.#deps;
    if (isManned(team.id)) {
      const place = lastPlace(team.unitId);
      if (place) vehicle.moveTo(place);
      this.#onDuty.delete(team.unitId);
      return;
    }
    const errand = errandOf(team.id);
    const seen = vehicle.advance(now, errand);
    const isOnDuty = !seen.isOff;
    if ((this.#onDuty.get(team.unitId) ?? true) !== isOnDuty) setDuty(team.unitId, isOnDuty);
    this.#onDuty.set(team.unitId, isOnDuty);
    if (seen.isOff || isSilent(team, now) || now < (this.#nextAt.get(team.unitId) ?? 0)) return;
    const periodMs = !seen.isMoving ? STANDING_MS : errand ? SECOND_MS : 2 * SECOND_MS;
    // A little early, so that a tick that comes early does not skip a whole period.
    this.#nextAt.set(team.unitId, now + periodMs - SECOND_MS / 4);
    sink.accept(rawFix(fixOf(team.unitId, now, seen), 'jt808'));
  }

  #walk(walker: Walker, now: number): void {
    const { unit } = walker;
    const { calendar, sink } = this.#deps;
    if (now < (this.#nextAt.get(unit.id) ?? 0)) return;
    this.#nextAt.set(unit.id, now + WALKING_MS + chance(unit.id, now) * WALKING_SPREAD_MS);
    if (walker.isOnline(calendar, now)) sink.accept(rawFix(fixOf(unit.id, now, walker.advance(now)), 'field'));
  }
}
