import type { FenceHappening } from '@wangge/shared/district-map';
import type { FenceEvent } from '@wangge/shared/fence';

const SAID: Readonly<Record<FenceHappening, string>> = { enter: '进入', leave: '离开', stay: '停留超时', 'off-route': '偏离路线' };

/** What a fence told, as an alarm says it: where it lies is the village it happened in, else where the fence does. */
export function fenceAlarm({ id, unitId, unitName, isPerson, fenceName, happening, lngLat, areaCode, placeCode }: FenceEvent) {
  return { eventId: id, unitId, unitName, isPerson, matter: `${SAID[happening]}：${fenceName}`, lngLat, areaCode: placeCode ?? areaCode };
}
