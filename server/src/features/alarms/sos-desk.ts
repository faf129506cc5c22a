import { ok, refuse, type Result, type UnitId } from '@wangge/shared/base';
import type { SosCall } from '@wangge/shared/alarm';
import type { Logger } from '../../platform/logger.ts';
import type { AlarmBook } from './alarm-book.ts';
import type { SosSignal } from './alarms.api.ts';
import { sosCallOf } from './shown-alarms.queries.ts';
import type { UnitDesk } from './unit-desk.ts';

/** 紧急求助, as the room reads and hears it, whichever button was pressed. */
const MATTER = '紧急求助';

/** SOS of terminals and phones. Any node that hears one raises it. */
export interface SosDesk {
  /** 紧急报警: a terminal repeats its alarm bit in each position until it is let go. One press is one alarm. */
  hear(signal: SosSignal, now: number): void;
  /** 一键求助: refused where it could not be kept, and where no rule raises it. */
  call(signal: Omit<SosSignal, 'isPressed'>, now: number): Promise<Result<SosCall>>;
  /** How the unit's last call stands; null where it never called. */
  lastOf(unitId: UnitId): SosCall | null;
}

export function createSosDesk(desk: UnitDesk, book: AlarmBook, log: Logger): SosDesk {
  const pressed = new Map<UnitId, boolean>();
  const ofUnit = (unitId: UnitId) => [...book.all()].filter(({ happening, cause }) => happening === 'sos' && cause.kind === 'unit' && cause.unitId === unitId);

  return {
    hear({ unitId, at, isPressed, lngLat }, now) {
      const was = pressed.get(unitId);
      if (was === isPressed) return;
      pressed.set(unitId, isPressed);
      if (!isPressed || !desk.isNew(unitId, 'sos', was === false, now)) return;
      desk.raise({ unitId, happening: 'sos', matter: MATTER, at, lngLat }, now).then((raised) => {
        if (raised.ok) return;
        pressed.delete(unitId);
        log.warn({ unitId, code: raised.error.code }, 'an SOS was raised by somebody else, or is tried again with the next position');
      }, (error: unknown) => {
        pressed.delete(unitId);
        log.error({ err: error, unitId }, 'an SOS could not be raised and is tried again with the next position');
      });
    },
    async call({ unitId, at, lngLat }, now) {
      const raised = desk.isNew(unitId, 'sos', true, now) ? await desk.raise({ unitId, happening: 'sos', matter: MATTER, at, lngLat }, now) : ok(null);
      const heard = ofUnit(unitId).find(({ id, state }) => state !== 'closed' || id === `sos.${unitId}.${at}`);
      if (heard) return ok(sosCallOf(heard));
      return refuse(raised.ok ? 'SOS_UNHEARD' : 'STORE_UNAVAILABLE');
    },
    lastOf(unitId) {
      const last = ofUnit(unitId).toSorted((a, b) => b.raisedAt - a.raisedAt)[0];
      return last ? sosCallOf(last) : null;
    },
  };
}
