import { MINUTE_MS, ok, type Result, type UnitId } from '@wangge/shared/base';
import type { Alarm } from '@wangge/shared/alarm';
import type { ListVersion } from '@wangge/shared/lists';
import type { DistrictApi } from '../district/district.api.ts';
import type { AlarmBook } from './alarm-book.ts';
import { unitFacts, type UnitFacts } from './alarm-facts.ts';
import type { UnitSignal } from './alarms.api.ts';
import type { TakeoverList } from './takeover-kind.api.ts';

/** What was still on when the server was started again is not new this soon after its alarm was closed. */
const SAME_MS = 10 * MINUTE_MS;

export interface UnitDeskNeeds {
  readonly book: AlarmBook;
  readonly district: DistrictApi;
  rulesAt(at: number): ListVersion<TakeoverList>;
  lastPlace(unitId: UnitId): readonly [number, number] | null;
}

/** Alarms about a unit (力量告警): while one of a kind is open for it, there is no other. */
export interface UnitDesk {
  /** Whether something that is on may be new. `wasKnown`: this server saw it off before. */
  isNew(unitId: UnitId, happening: UnitFacts['happening'], wasKnown: boolean, now: number): boolean;
  /** Raises it where the unit is, or was last seen; null where no rule names it. */
  raise(signal: UnitSignal, now: number): Promise<Result<Alarm | null>>;
}

export function createUnitDesk({ book, district, rulesAt, lastPlace }: UnitDeskNeeds): UnitDesk {
  return {
    isNew(unitId, happening, wasKnown, now) {
      const own = [...book.all()].filter(({ cause, happening: other }) => other === happening && cause.kind === 'unit' && cause.unitId === unitId);
      if (own.some(({ state }) => state !== 'closed')) return false;
      return wasKnown || !own.some(({ closed }) => closed !== null && closed.at > now - SAME_MS);
    },
    async raise({ unitId, happening, matter, at, lngLat }, now) {
      const place = lngLat ?? lastPlace(unitId);
      const unit = district.current().units.find(({ id }) => id === unitId);
      const facts = unitFacts(rulesAt(now), {
        happening, matter, unitId, unitName: unit?.name ?? unitId, isPerson: unit?.kind === 'person', beganAt: Number.isFinite(at) ? at : now, lngLat: place,
        areaCode: (place && district.placeOf(place)?.gridCode) || district.areaOfUnit(unitId),
      });
      return facts ? book.raise(facts, now) : ok(null);
    },
  };
}
