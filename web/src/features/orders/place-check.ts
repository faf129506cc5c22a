import { distanceM, type LngLat } from '@wangge/shared/geo';

/** A device may claim to be this uncertain and still be believed when it says it is there. */
const BELIEVED_M = 50;

/** Where the person is, seen from the case. */
export interface PlaceCheck {
  readonly distanceM: number;
  readonly isThere: boolean;
  /** How much nearer the person must come, metres; 0 when there. */
  readonly missingM: number;
}

/** 到场核对: whether a fix lies within `radiusM` of the case, allowing for the fix's own uncertainty up to 50 m. */
export function checkPlace(fix: { readonly lng: number; readonly lat: number; readonly accuracyM: number }, place: LngLat, radiusM: number): PlaceCheck {
  const distance = distanceM([fix.lng, fix.lat], place);
  const missingM = Math.max(0, distance - radiusM - Math.min(fix.accuracyM, BELIEVED_M));
  return { distanceM: distance, isThere: missingM === 0, missingM };
}

/** A distance as a value and its unit: metres to ten below one kilometre, then kilometres with one decimal. */
export function distanceParts(metres: number): { readonly value: string; readonly unit: 'm' | 'km' } {
  return metres < 995 ? { value: String(Math.round(metres / 10) * 10), unit: 'm' } : { value: (metres / 1_000).toFixed(metres < 99_950 ? 1 : 0), unit: 'km' };
}
