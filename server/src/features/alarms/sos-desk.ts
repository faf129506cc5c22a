import type { UnitId } from '@wangge/shared/base';
import type { Logger } from '../../platform/logger.ts';
import type { SosSignal } from './alarms.api.ts';
import type { UnitDesk } from './unit-desk.ts';

/**
 * 紧急报警: a terminal repeats its alarm bit in each position until it is let go. One press is one alarm. Any node that hears it raises it.
 */
export function createSosDesk(desk: UnitDesk, log: Logger): (signal: SosSignal, now: number) => void {
  const pressed = new Map<UnitId, boolean>();

  return ({ unitId, at, isPressed, lngLat }, now) => {
    const was = pressed.get(unitId);
    if (was === isPressed) return;
    pressed.set(unitId, isPressed);
    if (!isPressed || !desk.isNew(unitId, 'sos', was === false, now)) return;
    desk.raise({ unitId, happening: 'sos', matter: '紧急求助', at, lngLat }, now).then((raised) => {
      if (raised.ok) return;
      pressed.delete(unitId);
      log.warn({ unitId, code: raised.error.code }, 'an SOS was raised by somebody else, or is tried again with the next position');
    }, (error: unknown) => {
      pressed.delete(unitId);
      log.error({ err: error, unitId }, 'an SOS could not be raised and is tried again with the next position');
    });
  };
}
