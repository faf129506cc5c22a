import type { District } from '@wangge/shared/district';
import type { LngLat } from '@wangge/shared/geo';
import type { LatestPosition } from './features/positions/live-positions.ts';
import type { AllowedTerminal } from './ingest/jt808.ts';

/** The terminals that may connect: those that a unit of the district carries. */
export function terminalsOf({ units }: District): AllowedTerminal[] {
  return units.flatMap((unit) => (unit.terminalPhone ? [{ phone: unit.terminalPhone, unitId: unit.id }] : []));
}

export function lngLatOf(position: LatestPosition | null): LngLat | null {
  return position && [position.lng, position.lat];
}
