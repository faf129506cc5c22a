import { createHash } from 'node:crypto';
import { DAY_MS, SECOND_MS, SHANGHAI_OFFSET_MS } from '@wangge/shared/base';
import type { Fence, FenceKind } from '@wangge/shared/district-map';
import type { LngLat, Polygon } from '@wangge/shared/geo';
import type { TerminalZoneOrder, TerminalZoneShape } from './terminals.api.ts';

/** What a terminal tells of a fence, by what the fence is for: 禁入 who goes in, 作业范围 who goes out. */
const TELLS: Readonly<Record<FenceKind, Pick<TerminalZoneOrder, 'onEntry' | 'onExit'>>> = {
  'keep-out': { onEntry: true, onExit: false }, 'keep-in': { onEntry: false, onExit: true }, watch: { onEntry: true, onExit: true }, slow: { onEntry: false, onExit: false },
  route: { onEntry: false, onExit: false },
};

export type ZoneLimit = TerminalZoneOrder['limit'];

/** An area of the list as a terminal watches it, in its days of validity. */
export function zoneOfFence({ id, name, kind, validFrom, validUntil }: Fence, area: Polygon, limit: ZoneLimit, isKnown: (zoneId: number) => boolean): TerminalZoneOrder {
  const zoneId = zoneIdOf(`fence ${id}`);
  const between = validUntil === null ? null : { from: beginOf(validFrom), until: beginOf(validUntil) + DAY_MS - SECOND_MS };
  return { id: zoneId, name, shape: shapeOf((area.coordinates[0] ?? []).slice(0, -1)), between, limit, ...TELLS[kind], isKnown: isKnown(zoneId) };
}

/** A circle around a place, told when it is entered or left. One of the same name takes its place. */
export function zoneAround(centre: LngLat, radiusM: number, name: string, limit: ZoneLimit, isKnown: (zoneId: number) => boolean): TerminalZoneOrder {
  const zoneId = zoneIdOf(`circle ${name}`);
  return { id: zoneId, name, shape: { kind: 'circle', centre, radiusM }, between: null, limit, onEntry: true, onExit: true, isKnown: isKnown(zoneId) };
}

function beginOf(day: string): number {
  return Date.parse(day) - SHANGHAI_OFFSET_MS;
}

/** The same on every node, without anybody handing out numbers; of 31 bits, for some terminals read them with a sign. */
function zoneIdOf(key: string): number {
  return (createHash('sha256').update(key).digest().readUInt32BE(0) >>> 1) || 1;
}

/** Four corners along the parallels and meridians are a rectangle, which takes fewer bytes and which every terminal knows. */
function shapeOf(corners: readonly LngLat[]): TerminalZoneShape {
  const [lngs, lats] = [[...new Set(corners.map(([lng]) => lng))], [...new Set(corners.map(([, lat]) => lat))]];
  const isRectangle = corners.length === 4 && lngs.length === 2 && lats.length === 2 && new Set(corners.map(String)).size === 4;
  if (!isRectangle) return { kind: 'polygon', corners };
  return { kind: 'rectangle', northWest: [Math.min(...lngs), Math.max(...lats)], southEast: [Math.max(...lngs), Math.min(...lats)] };
}
