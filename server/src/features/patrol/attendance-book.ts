import type { Actor } from '@wangge/shared/access';
import { dateKey, startOfDay } from '@wangge/shared/base';
import { isOpenAt } from '@wangge/shared/calendar';
import { attendanceId, evolveAttendance, type Attendance, type AttendanceEvent } from '@wangge/shared/patrol';
import { createObjects } from '../../ledger/objects.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { PositionsApi } from '../positions/positions.api.ts';

export interface AttendanceNeeds {
  readonly ledger: Ledger;
  readonly district: DistrictApi;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onMoved: PositionsApi['onMoved'];
}

/** Who was seen on duty on which day (在岗). */
export interface AttendanceBook {
  find(personId: string, day: string): Attendance | undefined;
  /** The first day anybody was seen, its midnight; null while nobody was. */
  startedAt(): number | null;
  version(): number;
}

interface Worker {
  readonly actor: Actor;
  readonly gridCode: string;
}

/** Keeps of every grid worker the first fix within the hours of a working day; a fix at any other time says nothing. */
export function createAttendanceBook({ ledger, district, clock, log, onMoved }: AttendanceNeeds): AttendanceBook {
  const objects = createObjects<Attendance, AttendanceEvent>(ledger, { kind: 'attendance', evolve: evolveAttendance });
  const seenOn = new Map<string, number>();
  let startedAt: number | null = null;
  let changes = 0;
  objects.onChanges((batch) => {
    changes += batch.length;
    for (const { after } of batch) startedAt = Math.min(startedAt ?? Infinity, startOfDay(after.fixAt));
  });
  const workers = workersOf(district);

  onMoved((unitId, { fixAt, lng, lat }) => {
    const midnight = startOfDay(fixAt);
    if (seenOn.get(unitId) === midnight) return;
    const worker = workers.get(unitId);
    if (!worker || !isOpenAt(district.current().calendar, fixAt)) return;
    seenOn.set(unitId, midnight);
    const { actor, gridCode } = worker;
    const day = dateKey(fixAt);
    const id = attendanceId(actor.id, day);
    if (objects.get(id)) return;
    objects.open(id, { events: [{ type: 'seen', at: clock.now(), actor, facts: { id, personId: actor.id, gridCode, day, fixAt, lngLat: [lng, lat] } }] }).catch((error: unknown) => {
      seenOn.delete(unitId);
      log.warn({ err: error, unitId }, 'an attendance could not be kept and is tried with the next fix');
    });
  });

  return { find: (personId, day) => objects.get(attendanceId(personId, day)), startedAt: () => startedAt, version: () => changes };
}

/** The grid workers by the unit they carry. */
function workersOf(district: DistrictApi): Map<string, Worker> {
  const { units, people } = district.current();
  const byId = new Map(people.map((person) => [person.id, person]));
  return new Map(units.flatMap(({ id, personId }): [string, Worker][] => {
    const person = personId === null ? undefined : byId.get(personId);
    if (!person?.gridCode || !person.roles.includes('grid-worker')) return [];
    const { name, gridCode, areaCode } = person;
    return [[id, { gridCode, actor: { id: person.id, name, role: 'grid-worker', unitId: null, parentUnitId: null, areaCode } }]];
  }));
}
