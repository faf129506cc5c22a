import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@wangge/shared/base';

export type DurationUnit = 'day' | 'hour' | 'minute' | 'second';

export interface DurationPart {
  readonly unit: DurationUnit;
  readonly n: number;
}

const UNITS: readonly (readonly [DurationUnit, number])[] = [['day', DAY_MS], ['hour', HOUR_MS], ['minute', MINUTE_MS], ['second', SECOND_MS]];

/**
 * A span as people say it: the two largest units, the second left out when it is nothing (3 天 6 时, 12 分, 4 分 26 秒).
 * Seconds are told only when `withSeconds`; without them less than a minute gives no part at all. Rounds down.
 */
export function durationParts(spanMs: number, withSeconds = false): DurationPart[] {
  const units = withSeconds ? UNITS : UNITS.slice(0, 3);
  const first = units.findIndex(([, unitMs]) => spanMs >= unitMs);
  if (first < 0) return withSeconds ? [{ unit: 'second', n: 0 }] : [];
  let restMs = spanMs;
  return units.slice(first, first + 2).flatMap(([unit, unitMs]) => {
    const n = Math.floor(restMs / unitMs);
    restMs -= n * unitMs;
    return n > 0 ? [{ unit, n }] : [];
  });
}
