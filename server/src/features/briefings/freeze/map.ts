import { isInArea } from '@wangge/shared/access';
import type { FrozenMap, FrozenPoint } from '@wangge/shared/briefing';
import { lampAt, type Lamp } from '@wangge/shared/calendar';
import type { Case } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { Figures } from '@wangge/shared/figures';
import { isForVisitors } from '../../cases/mask.api.ts';
import type { DistrictApi } from '../../district/district.api.ts';
import { groundOf, type MapGround } from './map-ground.ts';

export interface MapParts {
  readonly district: Pick<DistrictApi, 'map' | 'gridCentre'>;
  readonly cases: Iterable<Case>;
  readonly live: Figures;
  readonly areaCode: string;
  /** Personal data in the clear: cases at their very place. */
  readonly isOpen: boolean;
  isSeen(item: Case): boolean;
  readonly now: number;
}

const WORST_FIRST: readonly Lamp[] = ['red', 'yellow', 'green', 'paused'];
const DEFINITION = {
  masked: '点为在办案件，落在所在网格的中心，同一处几件合为一点。涉密和涉及个人信息的只计数，不上图。',
  open: '点为在办案件，落在案发位置。保密的只计数，不上图。',
} as const;

/** The ground of each area, read once from each map. */
const grounds = new WeakMap<DistrictMap, Map<string, MapGround>>();

function heldGround(map: DistrictMap, areaCode: string): MapGround {
  let held = grounds.get(map);
  if (!held) grounds.set(map, (held = new Map()));
  let ground = held.get(areaCode);
  if (!ground) held.set(areaCode, (ground = groundOf(map, areaCode)));
  return ground;
}

/** 地图 of a moment. Masked as a wall before visitors is (BF10): no case is drawn at its place, and what is personal or secret is counted alone. */
export function freezeMap({ district, cases, live, areaCode, isOpen, isSeen, now }: MapParts): FrozenMap {
  const ground = heldGround(district.map(), areaCode);
  const points = new Map<string, FrozenPoint>();
  let drawn = 0;
  for (const item of cases) {
    if (!isOpenState(item.state) || !isSeen(item) || !(isOpen ? !item.reporter.isSecret : isForVisitors(item))) continue;
    const lngLat = isOpen ? item.lngLat : district.gridCentre(item.gridCode);
    if (!lngLat) continue;
    const lamp = lampAt(item.clock, now);
    const key = lngLat.map((part) => part.toFixed(5)).join(' ');
    const known = points.get(key);
    const worst = WORST_FIRST.find((one) => one === lamp || one === known?.lamp) ?? lamp;
    points.set(key, { lngLat: [Number(lngLat[0].toFixed(5)), Number(lngLat[1].toFixed(5))], lamp: worst, count: (known?.count ?? 0) + 1 });
    drawn += 1;
  }
  return {
    ...ground,
    areas: ground.areas.map((area) => ({ ...area, open: live.villages.filter(({ villageCode }) => isInArea(villageCode, area.code)).reduce((sum, { open }) => sum + open, 0) })),
    points: [...points.values()].sort((a, b) => WORST_FIRST.indexOf(b.lamp) - WORST_FIRST.indexOf(a.lamp)), hidden: Math.max(0, live.today.open - drawn), definition: DEFINITION[isOpen ? 'open' : 'masked'],
  };
}
