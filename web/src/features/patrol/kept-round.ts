import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';

/** A round as the phone keeps it, until it is over: it survives the page and needs no signal. */
export interface KeptRound {
  readonly id: string;
  readonly personId: string;
  readonly startedAt: number;
  readonly fixes: readonly PositionFix[];
}

/** About twelve hours of a fix in five seconds. */
const MOST_FIXES = 9_000;
const KEY = 'wangge-round';
/** One fix as it is kept: seconds since the start, 1e-6 degrees, metres. */
type Packed = readonly [second: number, lng: number, lat: number, accuracyM: number];

interface Kept extends Omit<KeptRound, 'fixes'> {
  readonly packed: readonly Packed[];
}

export function keepRound(storage: Pick<Storage, 'setItem' | 'removeItem'>, round: KeptRound | null): void {
  if (round === null) return storage.removeItem(KEY);
  const { fixes, ...rest } = round;
  const packed = fixes.slice(-MOST_FIXES).map(({ at, lng, lat, accuracyM }): Packed => [Math.round((at - round.startedAt) / 100) / 10, Math.round(lng * 1e6), Math.round(lat * 1e6), Math.round(accuracyM ?? 0)]);
  try {
    storage.setItem(KEY, JSON.stringify({ ...rest, packed } satisfies Kept));
  } catch {
    // A phone that is full goes on without the way so far: the server counts it from the positions it was sent.
    storage.setItem(KEY, JSON.stringify({ ...rest, packed: [] } satisfies Kept));
  }
}

/** The round that this person left running on this phone; null where there is none. */
export function takeUpRound(storage: Pick<Storage, 'getItem'>, personId: string): KeptRound | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  const { packed, ...rest } = JSON.parse(text) as Kept;
  if (rest.personId !== personId) return null;
  return {
    ...rest, fixes: packed.map(([second, lng, lat, accuracyM]) => ({ unitId: '' as UnitId, at: rest.startedAt + second * 1_000, lng: lng / 1e6, lat: lat / 1e6, speedKmh: null, headingDeg: null, accuracyM })),
  };
}
