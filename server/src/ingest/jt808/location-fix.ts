import type { UnitId } from '@wangge/shared/base';
import type { RawFix } from '../raw-fix.ts';
import { hasReadableFix, sosAlarmBit } from './messages/0200-location.ts';
import type { Location } from './messages/0200-location.ts';

/** A terminal's position as any door hands it on; JT/T 808 coordinates are taken as WGS-84 (CGCS2000 to a few centimetres). */
export function locationFix(location: Location, terminalPhone: string, unitId: UnitId, isCatchUp: boolean): RawFix {
  return {
    unitId,
    terminalPhone,
    at: location.at,
    lng: location.lng,
    lat: location.lat,
    hasFix: hasReadableFix(location.statusBits),
    speedKmh: location.speedKmh,
    headingDeg: location.headingDeg,
    accuracyM: null,
    altitudeM: location.altitudeM,
    alarmBits: location.alarmBits,
    statusBits: location.statusBits,
    isSos: (location.alarmBits & sosAlarmBit) !== 0,
    mileageKm: location.extras.mileageKm,
    satellites: location.extras.satellites,
    source: 'jt808',
    isCatchUp,
  };
}
