import type { LngLat } from '@wangge/shared/geo';
import { DAY_MS, HOUR_MS, startOfDay } from '@wangge/shared/base';
import { decideVisit, periodOf, type GridDuty, type VisitFacts } from '@wangge/shared/patrol';
import { gridDutiesKind } from '../../features/patrol/patrol-kinds.api.ts';
import { gridWorkerOf } from '../joint/joint-cast.ts';
import { caseIdOf } from '../life/case-id.ts';
import { chance } from '../life/chance.ts';
import { demoPhoto } from '../photos/index.ts';
import type { DailyDeps, Told } from './told.ts';

const PAST_DAYS = 35;
/** In each stretch of days a share of grids is left alone for a while, as when its worker is ill. */
const STRETCH_DAYS = 14;
const LEFT_SHARE = 0.085;
const LEAST_LEFT_DAYS = 7;
const MORE_LEFT_DAYS = 6;
/** Of duties in a period, the least and the most that a village forgets. */
const LEAST_FORGOTTEN = 0.02;
const MOST_FORGOTTEN = 0.12;
/** Of what a period that is not over still asks for, the share that is left for another day. */
const LATER_SHARE = 0.3;

/** A duty that needs nothing but to be there. */
function isLookedAfter({ evidence }: GridDuty): boolean {
  return evidence.every((kind) => kind === 'place');
}

/** The days of the week on which a grid is walked: two, apart. */
function isWalked(gridCode: string, day: number): boolean {
  const weekday = Math.floor((day + 8 * HOUR_MS) / DAY_MS) % 7;
  const first = Math.floor(chance(gridCode, 'walk') * 7);
  return weekday === first || weekday === (first + 3) % 7;
}

/** Whether nobody walks a grid on a day: the same whenever it is asked. */
function isLeft(seed: number, gridCode: string, day: number): boolean {
  const date = Math.floor((day + 8 * HOUR_MS) / DAY_MS) + Math.floor(STRETCH_DAYS * chance(seed, gridCode, 'stretch'));
  const stretch = Math.floor(date / STRETCH_DAYS);
  const days = LEAST_LEFT_DAYS + Math.floor(chance(seed, gridCode, stretch, 'days') * MORE_LEFT_DAYS);
  return date % STRETCH_DAYS < days && chance(seed, gridCode, stretch, 'left') < LEFT_SHARE;
}

/** Visits of the last weeks (示意): each grid walked twice a week, each walk doing what its period still asks for, some forgotten; a walk on which nothing is owed looks after the streets. */
export function visitStory({ district, lists, seed }: DailyDeps, now: number): Told[] {
  const { calendar } = district.current();
  const edition = lists.inForce(gridDutiesKind, now);
  const told: Told[] = [];
  for (const { properties: { code: gridCode, villageCode, label } } of district.map().grids.features) {
    const worker = gridWorkerOf(district.current(), gridCode);
    if (!worker) continue;
    const done = new Map<string, number>();
    const forgets = LEAST_FORGOTTEN + (MOST_FORGOTTEN - LEAST_FORGOTTEN) * chance(seed, villageCode, 'care');
    for (let day = startOfDay(now) - PAST_DAYS * DAY_MS; day < now; day += DAY_MS) {
      const at = Math.round(day + (8.5 + 8 * chance(seed, gridCode, day)) * HOUR_MS);
      if (!isWalked(gridCode, day) || isLeft(seed, gridCode, day) || at >= now) continue;
      const owed = (duty: GridDuty): boolean => {
        const { from, dueAt } = periodOf(duty, at, calendar);
        const key = `${duty.code}|${from}`;
        const count = done.get(key) ?? 0;
        if (dueAt === null || at >= dueAt || count >= duty.frequency.times || chance(seed, gridCode, key, 'forgotten') < forgets) return false;
        if (dueAt > now && chance(seed, gridCode, key, 'later') < LATER_SHARE) return false;
        done.set(key, count + 1);
        return true;
      };
      const owing = edition.content.filter(owed);
      const duties = owing.length > 0 ? owing : edition.content.filter(isLookedAfter).slice(-1);
      if (duties.length === 0) continue;
      const id = caseIdOf(`visit|${seed}|${gridCode}|${day}`);
      const facts: VisitFacts = {
        id, gridCode, villageCode, duties: duties.map(({ code }) => code), lngLat: label as LngLat, note: '已到场查看，情况正常', photos: [demoPhoto(id, 'after')], caseId: null, dutiesVersion: edition.version,
      };
      const decided = decideVisit(facts, worker, { now: at, duties: edition.content, isAdmitted: () => true, standsIn: gridCode, ownGrid: gridCode });
      if (!decided.ok) throw new Error(`demo could not record a visit: ${decided.error.code}`);
      told.push({ stream: `visit/${id}`, at, event: decided.value });
    }
  }
  return told;
}
