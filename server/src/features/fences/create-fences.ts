import { isInArea } from '@wangge/shared/access';
import { DAY_MS, dateKey, startOfDay } from '@wangge/shared/base';
import { fencesOn, type Fence } from '@wangge/shared/district-map';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { fenceKind } from './fence-kind.api.ts';

/** 电子围栏: the board `fences` has those in force today in the reader's area; a county's own fence is everybody's. */
export function createFences({ lists, clock }: { readonly lists: ListsApi; readonly clock: Clock }): Feature {
  let published = 0;
  lists.onPublished((kind) => { if (kind === fenceKind.kind) published += 1; });
  return {
    boards: [{
      name: 'fences', access: 'case.view',
      version: () => published * 100_000 + Math.round(startOfDay(clock.now()) / DAY_MS),
      read: (actor, now): readonly Fence[] => fencesOn(lists.inForce(fenceKind, now).content, dateKey(now))
        .filter(({ areaCode }) => isInArea(areaCode, actor.areaCode) || isInArea(actor.areaCode, areaCode)),
    }],
  };
}
