import { isInArea, type Actor } from '@wangge/shared/access';
import { DAY_MS, startOfDay } from '@wangge/shared/base';
import { penaltyFigures, type EnforcementBoard } from '@wangge/shared/enforcement';
import type { EnforcementApi } from './enforcement.api.ts';
import { penaltyRow } from './penalty-view.ts';
import { raidRow } from './raid-view.ts';

const SHOWN_LATE = 8;

/** The board `enforcement` for one reader: counts and stages of their area, what is late, and the raids of the day. No party in it. */
export function enforcementBoard(api: EnforcementApi, actor: Actor, now: number): EnforcementBoard {
  const penalties = [...api.penalties.all()].filter(({ villageCode }) => isInArea(villageCode, actor.areaCode));
  const today = startOfDay(now);
  const late = penalties.map((penalty) => penaltyRow(penalty, api.unitName(penalty.unitId) ?? '', now)).filter(({ isLate }) => isLate);
  return {
    ...penaltyFigures(penalties, now),
    lateRows: late.sort((a, b) => a.stateSince - b.stateSince).slice(0, SHOWN_LATE),
    raidsToday: [...api.raids.all()]
      .filter((raid) => isInArea(raid.areaCode, actor.areaCode) && raid.state !== 'cancelled' && raid.startsAt >= today && raid.startsAt < today + DAY_MS)
      .sort((a, b) => a.startsAt - b.startsAt).map(raidRow),
  };
}
