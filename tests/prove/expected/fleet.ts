import { readFileSync } from 'node:fs';
import type { Row } from '../sources/source-types.ts';
import { dayOf } from './limits.ts';

/** A position as the product must have it, but for the one shift in time that all share. */
export interface CountedFix {
  readonly fileAt: number;
  readonly lng: number;
  readonly lat: number;
  readonly speedKmh: number;
}

export interface CountedTrack {
  readonly device: string;
  /** In order of time, repeats of one second left out. */
  readonly fixes: readonly CountedFix[];
  readonly repeats: number;
}

const FROM = [-122.42, 37.77] as const;
const RADIANS = Math.PI / 180;
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Centre of mass of the largest ring of a boundary file. */
export function centreOf(boundaryFile: string): readonly [number, number] {
  const { features } = JSON.parse(readFileSync(boundaryFile, 'utf8')) as { features: { geometry: { type: string; coordinates: unknown } }[] };
  const shape = features[0]?.geometry;
  const polygons = (shape?.type === 'Polygon' ? [shape.coordinates] : shape?.coordinates) as [number, number][][][];
  let [twice, x, y] = [0, 0, 0];
  const [ox, oy] = polygons[0]?.[0]?.[0] ?? [0, 0];
  for (const [ring = []] of polygons) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = [(ring[i - 1]?.[0] ?? 0) - ox, (ring[i - 1]?.[1] ?? 0) - oy];
      const [bx, by] = [(ring[i]?.[0] ?? 0) - ox, (ring[i]?.[1] ?? 0) - oy];
      const cross = ax * by - bx * ay;
      twice += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
  }
  return [ox + x / (3 * twice), oy + y / (3 * twice)];
}

/** Metres between two places (haversine, mean radius 6371.0088 km). */
export function metres(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const h = Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(((b.lng - a.lng) * RADIANS) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

/** Reads a fleet's file by itself: places carried to `centre` true to scale, speed from the position before. */
export function countTracks(rows: readonly Row[], centre: readonly [number, number]): CountedTrack[] {
  const byDevice = new Map<string, { at: number; lng: number; lat: number }[]>();
  const squeeze = Math.cos(FROM[1] * RADIANS) / Math.cos(centre[1] * RADIANS);
  for (const row of rows) {
    const list = byDevice.get(row['device'] ?? '') ?? [];
    byDevice.set(row['device'] ?? '', list);
    list.push({
      at: Math.floor(Date.parse(row['time'] ?? '') / 1_000) * 1_000,
      lng: round6(centre[0] + (Number(row['lon']) - FROM[0]) * squeeze), lat: round6(centre[1] + Number(row['lat']) - FROM[1]),
    });
  }
  return [...byDevice].map(([device, places]) => {
    const inTime = places.map((place, i) => ({ ...place, i })).sort((a, b) => a.at - b.at || a.i - b.i);
    const fixes = inTime.map(({ at, lng, lat }, i): CountedFix => {
      const before = inTime[i - 1];
      const tookMs = before === undefined ? 0 : at - before.at;
      const isNear = before !== undefined && tookMs > 0 && tookMs <= 600_000;
      return { fileAt: at, lng, lat, speedKmh: isNear ? Math.round(Math.min(200, (metres(before, { lng, lat }) * 3_600) / tookMs) * 10) / 10 : 0 };
    });
    const kept = fixes.filter((fix, i) => fix.fileAt !== fixes[i - 1]?.fileAt);
    return { device, fixes: kept, repeats: fixes.length - kept.length };
  });
}

/**
 * Patrol kilometres of one track on the day of `now`, by the rules that the product documents: moves under 20 m (60 m below
 * 2 km/h) are drift, over 150 km/h a jump unless the next position confirms it, nothing across ten minutes of silence.
 */
export function kilometres(fixes: readonly CountedFix[], shiftMs: number, now: number): number {
  const today = fixes.filter(({ fileAt }) => fileAt + shiftMs >= dayOf(now));
  let sum = 0;
  let anchor: CountedFix | null = null;
  let suspect: CountedFix | null = null;
  let lastAt = -Infinity;
  const canReach = (a: CountedFix, b: CountedFix): boolean => metres(a, b) <= (150 / 3.6) * ((b.fileAt - a.fileAt) / 1_000);
  for (const fix of today) {
    const silence: number = fix.fileAt - lastAt;
    lastAt = fix.fileAt;
    if (anchor === null || silence > 600_000) {
      [anchor, suspect] = [fix, null];
      continue;
    }
    if (!canReach(anchor, fix)) {
      if (suspect !== null && canReach(suspect, fix)) [anchor, suspect] = [fix, null];
      else suspect = fix;
      continue;
    }
    suspect = null;
    const moved = metres(anchor, fix);
    if (moved < (fix.speedKmh < 2 ? 60 : 20)) continue;
    sum += moved;
    anchor = fix;
  }
  return sum / 1_000;
}
