import { asId, type UnitId } from '@wangge/shared/base';
import type { SosSignal } from '../features/alarms/alarms.api.ts';
import type { NodeLink } from './node-link.ts';

/**
 * Tells an alarm button that a gateway hears to the nodes that can raise an alarm. A terminal repeats it with each position until
 * it is let go, so that one lost message is made good by the next.
 */
export function tellSosOver(link: NodeLink): (signal: SosSignal) => void {
  const pressed = new Set<UnitId>();
  return ({ unitId, at, isPressed, lngLat }) => {
    if (!isPressed && !pressed.delete(unitId)) return;
    if (isPressed) pressed.add(unitId);
    // JSON knows no NaN: a device that sent no time pressed when it was heard.
    link.tell({ kind: 'sos', unitId, at: Number.isFinite(at) ? at : 0, isPressed, lngLat });
  };
}

/** Hears the buttons that a gateway told. */
export function hearSosOver(link: NodeLink, hear: (signal: SosSignal) => void): void {
  link.onMessage((message) => {
    if (message.kind === 'sos') hear({ unitId: asId<UnitId>(message.unitId), at: message.at === 0 ? Number.NaN : message.at, isPressed: message.isPressed, lngLat: message.lngLat });
  });
}
