import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@wangge/shared/base';

const TEN_MS = 10 * SECOND_MS;

/** The age that is shown for an age: to the second below ten but never less than one, then in tens of seconds, whole minutes, whole hours. */
export function ageStep(ageMs: number): number {
  const atLeastMs = Math.max(SECOND_MS, ageMs);
  const stepMs = atLeastMs < TEN_MS ? SECOND_MS : atLeastMs < MINUTE_MS ? TEN_MS : atLeastMs < HOUR_MS ? MINUTE_MS : HOUR_MS;
  return Math.floor(atLeastMs / stepMs) * stepMs;
}
