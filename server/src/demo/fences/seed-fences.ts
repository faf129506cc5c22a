import { dateKey } from '@wangge/shared/base';
import type { FenceHappening, FenceKind, PlaceKind } from '@wangge/shared/district-map';
import { createPlane, roundLngLat, type LngLat } from '@wangge/shared/geo';
import type { DistrictApi } from '../../features/district/district.api.ts';
import { fenceKind } from '../../features/fences/fence-kind.api.ts';
import type { ListsApi } from '../../features/lists/lists.api.ts';

interface FencePlan {
  readonly kind: FenceKind;
  readonly suffix: string;
  readonly radiusM: number;
  readonly watch: { readonly tells: readonly FenceHappening[]; readonly stayMin?: number };
}

/** Which places of the demo have a fence around them: its purpose, what it is called after the place, its radius in metres, and what it tells. */
const AROUND: Partial<Record<PlaceKind, FencePlan>> = {
  school: { kind: 'slow', suffix: '护学区', radiusM: 320, watch: { tells: ['enter', 'leave'] } },
  industry: { kind: 'watch', suffix: '重点区', radiusM: 520, watch: { tells: ['enter', 'leave'] } },
  market: { kind: 'watch', suffix: '整治区', radiusM: 300, watch: { tells: ['enter', 'stay'], stayMin: 10 } },
};
const MOST_OF_A_KIND = 2;
const CORNERS = 12;

/** Gives the demo a few fences, once; a county that has edited them keeps its own. */
export async function seedFences({ lists, district }: { readonly lists: ListsApi; readonly district: DistrictApi }, now: number): Promise<void> {
  if (lists.versions(fenceKind.kind).length > 1) return;
  const taken = new Map<string, number>();
  const fences = (district.map().places?.features ?? []).flatMap(({ geometry, properties: { kind, name, villageCode } }, index) => {
    const plan = AROUND[kind];
    const townKey = `${kind} ${villageCode.slice(0, 9)}`;
    const count = taken.get(townKey) ?? 0;
    if (plan === undefined || count >= MOST_OF_A_KIND) return [];
    taken.set(townKey, count + 1);
    return [{
      id: `demo-${index}`, name: `${name}${plan.suffix}`.slice(0, 20), kind: plan.kind, areaCode: villageCode, validFrom: dateKey(now), validUntil: null,
      corners: around(geometry.coordinates, plan.radiusM), watch: plan.watch,
    }];
  });
  await lists.publish(fenceKind.kind, { version: '演示-1', effectiveFrom: dateKey(now), documentNo: '演示', isConfirmed: false, text: JSON.stringify(fences, null, 1) }, '演示数据', now);
}

/** A ring of corners around a place, a little uneven as fences are. */
function around(place: LngLat, radiusM: number): readonly LngLat[] {
  const plane = createPlane(place);
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner * 2 * Math.PI) / CORNERS;
    const reachM = radiusM * (1 + 0.16 * Math.sin(3 * angle + place[0] * 1_000));
    return roundLngLat(plane.toLngLat([reachM * Math.cos(angle), reachM * Math.sin(angle)]));
  });
}
