import type { UnitId } from '@wangge/shared/base';
import { asKept } from '@wangge/shared/position';
import type { PositionFix } from '@wangge/shared/position';

const FIX_BYTES = 24;
const NOTHING = -0x8000_0000;

const orNothing = (value: number | null, scale: number): number => (value === null ? NOTHING : Math.round(value * scale));
const orNull = (value: number, scale: number): number | null => (value === NOTHING ? null : value / scale);

/**
 * Fixes of one unit, 24 bytes each, little-endian: u32 ms since `base`, then i32: longitude and latitude in 1e-7 degrees, speed in
 * 0.1 km/h, heading in degrees, accuracy in m, the last three -2^31 when not told.
 */
export function packFixes(fixes: readonly PositionFix[], base: number): Buffer {
  const chunk = Buffer.allocUnsafe(fixes.length * FIX_BYTES);
  fixes.forEach((fix, i) => {
    const kept = asKept(fix);
    const at = i * FIX_BYTES;
    chunk.writeUInt32LE(kept.at - base, at);
    chunk.writeInt32LE(Math.round(kept.lng * 1e7), at + 4);
    chunk.writeInt32LE(Math.round(kept.lat * 1e7), at + 8);
    chunk.writeInt32LE(orNothing(kept.speedKmh, 10), at + 12);
    chunk.writeInt32LE(orNothing(kept.headingDeg, 1), at + 16);
    chunk.writeInt32LE(orNothing(kept.accuracyM, 1), at + 20);
  });
  return chunk;
}

/** The fixes of a chunk in the order they were packed. */
export function unpackFixes(chunk: Buffer, unitId: UnitId, base: number): PositionFix[] {
  return Array.from({ length: chunk.length / FIX_BYTES }, (_, i) => {
    const at = i * FIX_BYTES;
    return {
      unitId, at: base + chunk.readUInt32LE(at), lng: chunk.readInt32LE(at + 4) / 1e7, lat: chunk.readInt32LE(at + 8) / 1e7,
      speedKmh: orNull(chunk.readInt32LE(at + 12), 10), headingDeg: orNull(chunk.readInt32LE(at + 16), 1), accuracyM: orNull(chunk.readInt32LE(at + 20), 1),
    };
  });
}
