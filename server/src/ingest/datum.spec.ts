import { describe, expect, it } from 'vitest';
import { distanceM, fromDatum } from '@wangge/shared/geo';
import { toWgs84 } from './datum.ts';

describe('places from other maps', () => {
  it('[MP8] come to the same spot by the way of the intake and by that of the map', () => {
    for (const [lng, lat] of [[120.2853, 31.92], [116.397, 39.908], [121.4737, 31.2304], [87.6, 43.8], [110.33, 20.03]] as const) {
      for (const [datum, name] of [['GCJ02', 'gcj02'], ['BD09', 'bd09']] as const) {
        const known = toWgs84(lng, lat, datum);
        expect(known.ok && distanceM(known.value, fromDatum([lng, lat], name)), `${name} ${lng},${lat}`).toBeLessThan(1);
      }
    }
  });
});
