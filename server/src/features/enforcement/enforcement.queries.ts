import { isInArea, type Actor } from '@wangge/shared/access';
import { DAY_MS, startOfDay } from '@wangge/shared/base';
import { penaltyFigures, type EnforcementBoard, type JointRaid, type Penalty } from '@wangge/shared/enforcement';
import type { EnforcementApi } from './enforcement.api.ts';
import { penaltyRow } from './penalty-view.ts';
import { raidRow } from './raid-view.ts';

const SHOWN_LATE = 8;

/** The penalty cases of a reader's area. */
export function penaltiesFor(api: EnforcementApi, actor: Actor): Penalty[] {
  return [...api.penalties.all()].filter(({ villageCode }) => isInArea(villageCode, actor.areaCode));
}

/** The raids of the day in a reader's area, in the order in which they begin. */
export function raidsToday(api: EnforcementApi, actor: Actor, now: number): JointRaid[] {
  const today = startOfDay(now);
  const isToday = ({ areaCode, state, startsAt }: JointRaid): boolean => isInArea(areaCode, actor.areaCode) && state !== 'cancelled' && startsAt >= today && startsAt < today + DAY_MS;
  return [...api.raids.all()].filter(isToday).sort((a, b) => a.startsAt - b.startsAt);
}

/** The board `enforcement` for one reader: counts and stages of their area, what is late, and the raids of the day. No party in it. */
export function enforcementBoard(api: EnforcementApi, actor: Actor, now: number): EnforcementBoard {
  const penalties = penaltiesFor(api, actor);
  const late = penalties.map((penalty) => penaltyRow(penalty, api.unitName(penalty.unitId) ?? '', now)).filter(({ isLate }) => isLate);
  return {
    ...penaltyFigures(penalties, now),
    lateRows: late.sort((a, b) => a.stateSince - b.stateSince).slice(0, SHOWN_LATE),
    raidsToday: raidsToday(api, actor, now).map(raidRow),
  };
}
