import { MINUTE_MS, type UnitId } from '@wangge/shared/base';
import type { ListVersion } from '@wangge/shared/lists';
import type { Logger } from '../../platform/logger.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { AlarmBook } from './alarm-book.ts';
import { sosFacts } from './alarm-facts.ts';
import type { SosSignal } from './alarms.api.ts';
import type { TakeoverList } from './takeover-kind.api.ts';

/** A button that was still pressed when the server was started again is not pressed anew this soon after its alarm was closed. */
const SAME_PRESS_MS = 10 * MINUTE_MS;

export interface SosNeeds {
  readonly book: AlarmBook;
  readonly district: DistrictApi;
  readonly log: Logger;
  rulesAt(at: number): ListVersion<TakeoverList>;
  lastPlace(unitId: UnitId): readonly [number, number] | null;
}

/**
 * 紧急报警: a terminal repeats its alarm bit in each position until it is let go. One press is one alarm; while the alarm of a unit
 * is open there is no other. Any node that hears it raises it.
 */
export function createSosDesk({ book, district, log, rulesAt, lastPlace }: SosNeeds): (signal: SosSignal, now: number) => void {
  const pressed = new Map<UnitId, boolean>();

  function isNew(unitId: UnitId, was: boolean | undefined, now: number): boolean {
    if (was === true) return false;
    const own = [...book.all()].filter(({ cause }) => cause.kind === 'unit' && cause.unitId === unitId);
    if (own.some(({ state }) => state !== 'closed')) return false;
    return was === false || !own.some(({ closed }) => closed !== null && closed.at > now - SAME_PRESS_MS);
  }

  return ({ unitId, at, isPressed, lngLat }, now) => {
    const was = pressed.get(unitId);
    if (was === isPressed) return;
    pressed.set(unitId, isPressed);
    if (!isPressed || !isNew(unitId, was, now)) return;
    const place = lngLat ?? lastPlace(unitId);
    const unit = district.current().units.find(({ id }) => id === unitId);
    const facts = sosFacts(rulesAt(now), {
      unitId, unitName: unit?.name ?? unitId, isPerson: unit?.kind === 'person', pressedAt: Number.isFinite(at) ? at : now, lngLat: place,
      areaCode: (place && district.placeOf(place)?.gridCode) || district.areaOfUnit(unitId),
    });
    if (!facts) return;
    book.raise(facts, now).then((raised) => {
      if (raised.ok) return;
      pressed.delete(unitId);
      log.warn({ unitId, code: raised.error.code }, 'an SOS was raised by somebody else, or is tried again with the next position');
    }, (error: unknown) => {
      pressed.delete(unitId);
      log.error({ err: error, unitId }, 'an SOS could not be raised and is tried again with the next position');
    });
  };
}
