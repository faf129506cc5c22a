import { MINUTE_MS } from '@wangge/shared/base';
import { distanceM, isPossibleLngLat } from '@wangge/shared/geo';
import type { LngLat } from '@wangge/shared/geo';
import type { RawFix } from './raw-fix.ts';

/** Why a position is not used at all. The codes are stable; they name counters and log lines. */
export type FixRefusal =
  | 'POSITION_NO_FIX'
  | 'POSITION_BAD_TIME'
  | 'POSITION_OUT_OF_RANGE'
  | 'POSITION_FROM_FUTURE'
  | 'POSITION_FAR_AWAY'
  | 'POSITION_DUPLICATE';

/** `live` moves the unit's marker and joins its track; `track-only` joins the track; a refusal does neither. */
export type FixVerdict = 'live' | 'track-only' | FixRefusal;

/** What the gate reads of a fix, so that any door can ask it. */
export type JudgedFix = Pick<RawFix, 'at' | 'lng' | 'lat' | 'hasFix'>;

/** A circle no unit of this district leaves on duty: beyond it a position is a device fault. */
export type DutyArea = { readonly centre: LngLat; readonly radiusM: number };

/** A device clock may run this far ahead before its positions are refused. */
export const maxAheadMs = 5 * MINUTE_MS;

/**
 * Judges one position of one unit (定位校验). `newestAt` is the time of the unit's newest accepted position, undefined
 * before the first. Older than that goes into the track and never moves the marker back; the same time is a repeat.
 * A repeat of an older position still answers `track-only`: the track keeps one entry per unit and time.
 * Accepted positions may lie up to `maxAheadMs` in the future, so an age must be floored at zero.
 */
export function judgeFix(fix: JudgedFix, now: number, newestAt: number | undefined, area?: DutyArea): FixVerdict {
  if (!fix.hasFix) return 'POSITION_NO_FIX';
  if (!Number.isFinite(fix.at)) return 'POSITION_BAD_TIME';
  if (!isOnEarth(fix.lng, fix.lat)) return 'POSITION_OUT_OF_RANGE';
  if (fix.at > now + maxAheadMs) return 'POSITION_FROM_FUTURE';
  if (area !== undefined && distanceM([fix.lng, fix.lat], area.centre) > area.radiusM) return 'POSITION_FAR_AWAY';
  if (newestAt === undefined || fix.at > newestAt) return 'live';
  return fix.at === newestAt ? 'POSITION_DUPLICATE' : 'track-only';
}

/** 0/0 is a point in the Gulf of Guinea that only devices without a fix report. */
function isOnEarth(lng: number, lat: number): boolean {
  return (lng !== 0 || lat !== 0) && isPossibleLngLat([lng, lat]);
}
