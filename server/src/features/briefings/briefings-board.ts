import { can, isInArea } from '@wangge/shared/access';
import { nextDueAt, type BriefingsBoard } from '@wangge/shared/briefing';
import type { Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { briefingRow, maySeeBriefing } from './briefing-views.ts';
import type { BriefingsApi } from './briefings.api.ts';
import { briefingPlansKind } from './plans-kind.api.ts';

const MOST = 200;
const DAY_MS = 86_400_000;

export interface BoardNeeds {
  readonly briefings: BriefingsApi;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

/** 简报 of the reader's area, and what is made by itself next. */
export function briefingsBoard({ briefings, lists, district, clock }: BoardNeeds): Board {
  let changes = 0;
  briefings.onChanges(() => void (changes += 1));
  lists.onPublished((kind) => void (changes += kind === briefingPlansKind.kind ? 1 : 0));
  return {
    name: 'briefings', access: 'briefing.view', version: () => changes + Math.floor(clock.now() / DAY_MS),
    read(actor, now): BriefingsBoard {
      const seen = [...briefings.all()].filter((one) => maySeeBriefing(actor, one)).sort((a, b) => b.frozen.at - a.frozen.at);
      const { content, isConfirmed } = lists.inForce(briefingPlansKind, now);
      const whole = district.current();
      const nameOf = (code: string): string => whole.towns.find((town) => town.code === code)?.name ?? whole.villages.find((village) => village.code === code)?.name ?? whole.town;
      return {
        waiting: can(actor.role, 'briefing.act') ? seen.filter(({ state }) => state === 'draft').length : 0,
        briefings: seen.slice(0, MOST).map(briefingRow), isConfirmed,
        plans: content.filter(({ areaCode }) => isInArea(areaCode || whole.code, actor.areaCode)).map((plan) => ({ id: plan.id, name: plan.name, kind: plan.kind, areaName: nameOf(plan.areaCode), nextAt: nextDueAt(plan, now) })),
      };
    },
  };
}
