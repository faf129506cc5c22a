import type { TerminalZoneOrder } from '../../../features/terminals/terminals.api.ts';
import type { FrameHeader } from '../header.ts';
import { circleId, decodeAreas, rectangleId } from './8600-areas.ts';
import { decodeDeletion, deleteIds } from './8601-delete-zones.ts';
import { decodePolygon, polygonId } from './8604-polygon.ts';
import { decodeRoute, routeId } from './8606-route.ts';

/** What a terminal is told about areas and routes: to watch them, or to delete those with these ids, none for all. */
export type ZoneMessage = { readonly messageId: number } & ({ readonly zones: readonly TerminalZoneOrder[] } | { readonly ids: readonly number[] });

const deletions: ReadonlySet<number> = new Set(Object.values(deleteIds));

/** Undefined for other messages and for what is cut short. */
export function decodeZoneOrder({ messageId, layout, bodyStart, bodyEnd }: Pick<FrameHeader, 'messageId' | 'layout' | 'bodyStart' | 'bodyEnd'>, bytes: Uint8Array): ZoneMessage | undefined {
  if (deletions.has(messageId)) {
    const ids = decodeDeletion(bytes, bodyStart, bodyEnd);
    return ids && { messageId, ids };
  }
  if (messageId === circleId || messageId === rectangleId) {
    const zones = decodeAreas(bytes, bodyStart, bodyEnd, messageId === circleId ? 'circle' : 'rectangle', layout);
    return zones && { messageId, zones };
  }
  const decode = messageId === polygonId ? decodePolygon : messageId === routeId ? decodeRoute : undefined;
  const zone = decode?.(bytes, bodyStart, bodyEnd, layout);
  return zone && { messageId, zones: [zone] };
}
