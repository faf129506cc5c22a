import type { TerminalZoneOrder } from '../../../features/terminals/terminals.api.ts';
import type { BodyReader, BodyWriter } from '../body-fields.ts';
import type { HeaderLayout } from '../header.ts';

/**
 * 区域属性 (JT/T 808-2013 table 52, the same in 2019): by time, with a limit of speed, told to the driver and to the platform when it is
 * entered and left, on which side of the equator and of Greenwich.
 */
const timeBit = 1 << 0;
const limitBit = 1 << 1;
const entryBits = (1 << 2) | (1 << 3);
const exitBits = (1 << 4) | (1 << 5);
const southBit = 1 << 6;
const westBit = 1 << 7;

type LngLat = readonly [number, number];
export type ZoneRules = Pick<TerminalZoneOrder, 'between' | 'limit' | 'onEntry' | 'onExit'>;

/** Of a route the limit and the hemispheres stand with each section. */
export function zoneBits({ between, limit, onEntry, onExit }: ZoneRules, first?: LngLat): number {
  return (between ? timeBit : 0) | (onEntry ? entryBits : 0) | (onExit ? exitBits : 0) | (first === undefined ? 0 : (limit ? limitBit : 0) | (first[1] < 0 ? southBit : 0) | (first[0] < 0 ? westBit : 0));
}

export function writeBetween(body: BodyWriter, { between }: Pick<TerminalZoneOrder, 'between'>): void {
  if (between === null) return;
  body.time(between.from);
  body.time(between.until);
}

/** 最高速度 km/h and 超速持续时间 s. */
export function writeLimit(body: BodyWriter, { limit }: Pick<TerminalZoneOrder, 'limit'>): void {
  if (limit === null) return;
  body.word(limit.topSpeedKmh);
  body.byte(limit.overspeedS);
}

/** 夜间最高速度, which 2019 added: we have one limit for day and night. */
export function writeNightLimit(body: BodyWriter, { limit }: Pick<TerminalZoneOrder, 'limit'>, layout: HeaderLayout): void {
  if (limit !== null && layout === '2019') body.word(limit.topSpeedKmh);
}

/** 名称, which 2019 added. */
export function writeName(body: BodyWriter, { name }: Pick<TerminalZoneOrder, 'name'>, layout: HeaderLayout): void {
  if (layout === '2019') body.text(name);
}

/** Latitude first, millionths of a degree without sign. */
export function writePlace(body: BodyWriter, [lng, lat]: LngLat): void {
  body.dword(Math.round(Math.abs(lat) * 1e6));
  body.dword(Math.round(Math.abs(lng) * 1e6));
}

export function readPlace(body: BodyReader, bits: number): LngLat {
  const [lat, lng] = [body.dword() / 1e6, body.dword() / 1e6];
  return [(bits & westBit) === 0 ? lng : -lng, (bits & southBit) === 0 ? lat : -lat];
}

export function readBetween(body: BodyReader, bits: number): TerminalZoneOrder['between'] {
  return (bits & timeBit) === 0 ? null : { from: body.time(), until: body.time() };
}

export function readLimit(body: BodyReader, bits: number): TerminalZoneOrder['limit'] {
  return (bits & limitBit) === 0 ? null : { topSpeedKmh: body.word(), overspeedS: body.byte() };
}

export function readNightLimit(body: BodyReader, bits: number, layout: HeaderLayout): void {
  if ((bits & limitBit) !== 0 && layout === '2019') body.word();
}

export function readName(body: BodyReader, layout: HeaderLayout): string {
  return layout === '2019' ? body.text() : '';
}

export function readTells(bits: number): Pick<TerminalZoneOrder, 'onEntry' | 'onExit'> {
  return { onEntry: (bits & entryBits) !== 0, onExit: (bits & exitBits) !== 0 };
}
