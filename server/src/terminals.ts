import type { District } from '@wangge/shared/district';
import type { LngLat } from '@wangge/shared/geo';
import type { LatestPosition } from './features/positions/live-positions.ts';
import type { AllowedTerminal, Jt808Counters } from './ingest/jt808.ts';

/** The terminals that may connect: those that a unit of the district carries. */
export function terminalsOf({ units }: District): AllowedTerminal[] {
  return units.flatMap((unit) => (unit.terminalPhone ? [{ phone: unit.terminalPhone, unitId: unit.id }] : []));
}

export function lngLatOf(position: LatestPosition | null): LngLat | null {
  return position && [position.lng, position.lat];
}

/** What `/metrics` tells of the terminals of this node. */
export function terminalReadings(counters: Readonly<Jt808Counters>) {
  return {
    jt808_refused_frames: { help: 'JT/T 808 frames dropped, by reason', read: () => counters.refused },
    jt808_frames: { help: 'JT/T 808 frames taken, by message id', read: () => counters.frames },
    jt808_sessions: { help: 'JT/T 808 sessions', read: () => counters.sessions },
    jt808_closed: { help: 'JT/T 808 sessions ended, by reason', read: () => counters.closed },
    jt808_orders: { help: 'orders to terminals, by what came of them', read: () => counters.orders },
    jt808_alarms: { help: 'alarms of terminals that began, by name', read: () => counters.alarms },
    jt808_media_events: { help: 'recordings that terminals told of (0x0800), by kind', read: () => counters.media.events },
    jt808_media_uploads: { help: 'recordings that terminals sent (0x0801; counted, not kept), by kind', read: () => counters.media.uploads },
  };
}
