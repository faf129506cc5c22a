import type { FieldFix } from './fix-storage.ts';

const KMH_PER_MS = 3.6;
/** Slower than this, metres per second, a heading of a phone that stands still means nothing. */
const STILL_MS = 0.5;

/** A browser's position as the server takes it: server time, km/h, no heading while standing. */
export function toFieldFix({ coords, timestamp }: GeolocationPosition, serverOffsetMs: number): FieldFix {
  const { longitude, latitude, speed, heading, accuracy } = coords;
  const isMoving = speed !== null && Number.isFinite(speed) && speed > STILL_MS;
  return {
    at: Math.round(timestamp + serverOffsetMs), lng: longitude, lat: latitude, accuracyM: Math.min(accuracy, 10_000),
    speedKmh: isMoving ? Math.min(300, speed * KMH_PER_MS) : null, headingDeg: isMoving && heading !== null && Number.isFinite(heading) ? heading : null,
  };
}
