import { DAY_MS, MINUTE_MS, dateKey, startOfDay } from '@wangge/shared/base';
import type { LngLat } from '@wangge/shared/geo';
import { sessionsOn } from '@wangge/shared/calendar';
import { attendanceId, type AttendanceEvent } from '@wangge/shared/patrol';
import { chance } from '../life/chance.ts';
import { isOnLeave } from '../life/leave.ts';
import type { DailyDeps, Told } from './told.ts';

const PAST_DAYS = 35;
/** Most switch their telephones on within so many minutes of the beginning, some before. */
const LATEST_MIN = 75;

/** Grid workers seen on duty on the working days of the last weeks (示意); whoever is on leave is not. */
export function attendanceStory({ district, seed }: DailyDeps, now: number): Told[] {
  const { calendar, people, units } = district.current();
  const labels = new Map(district.map().grids.features.map(({ properties: { code, label } }) => [code as string, label as LngLat]));
  const unitOf = new Map(units.flatMap(({ id, personId }) => (personId === null ? [] : [[personId as string, id] as const])));
  const told: Told[] = [];
  for (const { id: personId, name, roles, gridCode, areaCode } of people) {
    const lngLat = gridCode === null ? undefined : labels.get(gridCode);
    const unitId = unitOf.get(personId);
    if (!lngLat || !unitId || gridCode === null || !roles.includes('grid-worker')) continue;
    for (let day = startOfDay(now) - PAST_DAYS * DAY_MS; day <= startOfDay(now); day += DAY_MS) {
      const [first] = sessionsOn(calendar, day);
      if (!first || isOnLeave(unitId, day)) continue;
      const fixAt = first.from + Math.round(Math.max(0, chance(seed, personId, day) * (LATEST_MIN + 20) - 20) * MINUTE_MS);
      if (fixAt >= now) continue;
      const id = attendanceId(personId, dateKey(day));
      const event: AttendanceEvent = {
        type: 'seen', at: fixAt, actor: { id: personId, name, role: 'grid-worker', unitId: null, parentUnitId: null, areaCode },
        facts: { id, personId, gridCode, day: dateKey(day), fixAt, lngLat },
      };
      told.push({ stream: `attendance/${id}`, at: fixAt, event });
    }
  }
  return told;
}
