import { isInArea } from '@wangge/shared/access';
import type { DrawPlan, DrawPools, InspectionItem } from '@wangge/shared/draw';
import type { ListsApi } from '../lists/lists.api.ts';
import { inspectionItemsKind, inspectionObjectsKind, inspectorsKind, itemOf } from './draw-kinds.api.ts';

/** The pools of an area as the lists in force have them, and the editions they come from. */
export interface PoolsNow {
  readonly pools: DrawPools;
  readonly versions: Readonly<Record<keyof DrawPools, string>>;
}

/** The items in force. */
export function itemsNow(lists: ListsApi, at: number): readonly InspectionItem[] {
  return lists.inForce(inspectionItemsKind, at).content.map(itemOf);
}

/**
 * What a plan is drawn from at an instant: its items, the objects of its area that one of them concerns, and the inspectors of the
 * area, those of the county above it included.
 */
export function poolsNow(lists: ListsApi, { itemCodes, areaCode }: Pick<DrawPlan, 'itemCodes' | 'areaCode'>, at: number): PoolsNow {
  const objects = lists.inForce(inspectionObjectsKind, at);
  const inspectors = lists.inForce(inspectorsKind, at);
  const items = itemsNow(lists, at).filter(({ code }) => itemCodes.includes(code));
  return {
    pools: {
      items,
      objects: objects.content.filter((o) => isInArea(o.villageCode, areaCode) && items.some(({ objectKinds }) => objectKinds.includes(o.kind))),
      inspectors: inspectors.content.filter((p) => isInArea(p.areaCode, areaCode) || isInArea(areaCode, p.areaCode)),
    },
    versions: { items: lists.inForce(inspectionItemsKind, at).version, objects: objects.version, inspectors: inspectors.version },
  };
}
