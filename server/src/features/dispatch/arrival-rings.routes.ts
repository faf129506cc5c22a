import { z } from 'zod';
import { isInArea } from '@wangge/shared/access';
import { createArrivalRings, type ArrivalAnswer, type RoadGraph } from '@wangge/shared/roads';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { DistrictApi } from '../district/district.api.ts';

/** Places whose rings are kept; roads do not change while the server runs. */
const MOST_KEPT = 64;

const place = z.strictObject({ lng: z.coerce.number().min(-180).max(180), lat: z.coerce.number().min(-90).max(90) });

/** 到达圈 around a place in the reader's area, by the minutes of the rules in force, in the time by which squads are recommended. */
export function arrivalRingRoutes(http: Http, district: DistrictApi, roads: RoadGraph | null): void {
  const find = roads && createArrivalRings(roads, 'vehicle');
  const kept = new Map<string, ArrivalAnswer>();

  function answer(lngLat: readonly [number, number]): ArrivalAnswer {
    const minutes = district.current().rules.arrivalRingsMin;
    const key = [...lngLat, ...minutes].join(' ');
    const known = kept.get(key);
    if (known) return known;
    const rings = find?.(lngLat, minutes) ?? null;
    const found: ArrivalAnswer = rings ? { kind: 'rings', rings } : { kind: 'no-road' };
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, found);
    return found;
  }

  http.get('/api/v1/arrival-rings', { config: { access: 'case.view' }, schema: { querystring: place } }, async (request, reply) => {
    const { lng, lat } = request.query;
    const found = district.placeOf([lng, lat]);
    if (!found || !isInArea(found.villageCode, actorIn(request).areaCode)) return sendRefusal(reply, { code: 'CASE_OUTSIDE_DISTRICT' });
    return answer([lng, lat]);
  });
}
