import type { Actor, ActorRole } from '../access/index.ts';
import { MINUTE_MS, asId, type DepartmentId, type PersonId, type TeamId } from '../base/index.ts';
import { extendClock, haltClock, resumeClock, startClock, type LimitClock, type WorkCalendar } from '../calendar/index.ts';
import type { CaseEvent, CasePayload } from '../case/index.ts';
import { isOpenState, type CaseState, type CaseType } from '../district/index.ts';
import type { CaseFacts } from './case-facts.ts';
import type { CountingContext } from './entry.ts';
import { caseFacts } from './evolve-facts.ts';
import type { IndicatorId } from './indicator.ts';
import { isRepeatOf, measureAll } from './measure.ts';
import { periodAt, type PeriodKind } from './period.ts';
import type { Subject } from './subject.ts';
import type { Sum } from './sums.ts';

/** Monday, 5 January 2026, nine in the morning in Shanghai. */
export const T0 = Date.parse('2026-01-05T09:00:00+08:00');

export const calendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026], exceptions: [],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 1020 }] }],
};

/** A limit of 100 minutes, 10 to sign, 60 to arrive. */
export const plainType: CaseType = {
  code: 'E1', name: '店外经营', platform: 'enforcement', group: '街面秩序', leadDept: '综合执法队', supportDepts: [], level: 'ordinary', urgency: 'normal',
  limit: { value: 100, unit: 'minute' }, limitSource: 'F', containsPersonalInfo: false, jointHandling: false, closeEvidence: '', canSuspend: true,
  signLimit: { value: 10, unit: 'minute' }, onsiteLimit: { value: 60, unit: 'minute' }, maxExtensions: 1,
};

const VILLAGE = '320281104001';

/** Limits of the steps in the story, in minutes. */
const STEP_MINUTES: Partial<Record<CaseState, number>> = { reported: 15, 'verifying-report': 60, accepted: 15, filed: 20, dispatched: 10, handled: 30, checking: 60, checked: 60 };

/** Who did what of which the case heard, so many minutes after T0. */
export interface Deed {
  readonly at: number;
  readonly role: ActorRole;
  readonly by?: string;
  readonly lead?: string;
  readonly payload?: CasePayload;
}

export function actor(role: ActorRole, id = `p-${role}`): Actor {
  return { id, name: id, role, unitId: null, parentUnitId: null, areaCode: '' };
}

function stepClock(to: CaseState, at: number): LimitClock | null {
  const limit = STEP_MINUTES[to];
  return limit === undefined ? null : startClock(calendar, { value: limit, unit: 'minute' }, at);
}

/** The handling clock after an event: it stands while suspended and once handed in, and runs on after a failed check. */
function clockAfter(clock: LimitClock, event: CaseEvent['type'], to: CaseState, at: number, until: number | undefined): LimitClock {
  if (event === 'extended' && until !== undefined) return extendClock(calendar, clock, at, until);
  if (to === 'suspended') return haltClock(calendar, clock, at, 'paused');
  if ((to === 'handled' || !isOpenState(to)) && clock.standing === 'running') return haltClock(calendar, clock, at, 'stopped');
  return to === 'handling' || to === 'filed' ? resumeClock(calendar, clock, at) : clock;
}

interface Beginning {
  readonly atMin?: number;
  readonly by?: Actor;
  readonly source?: string;
  readonly phone?: string;
  readonly type?: CaseType;
  readonly isSelfHandled?: boolean;
}

/** The story of one case, event by event, as the events would have been written. */
export class Story {
  readonly events: CaseEvent[] = [];
  #state: CaseState = 'reported';
  #clock: LimitClock;

  constructor(id: string, { atMin = 0, by = actor('grid-worker'), source = '网格上报', phone, type = plainType, isSelfHandled = false }: Beginning = {}) {
    const at = T0 + atMin * MINUTE_MS;
    this.#clock = startClock(calendar, type.limit, at);
    this.#state = isSelfHandled ? 'self-handled' : 'reported';
    this.events.push({
      type: isSelfHandled ? 'self-handling-reported' : 'reported', at, actor: by, to: this.#state, payload: {}, clock: this.#clock, stepClock: stepClock(this.#state, at),
      facts: {
        id: asId(id), no: id, type, typesVersion: 'v1', description: '', source, externalNo: null, lngLat: [120.28, 31.78], address: '', villageCode: VILLAGE,
        gridCode: `${VILLAGE}001`, reporter: { name: null, phone: phone ?? null, isSecret: false }, photos: [],
      },
    });
  }

  then(type: CaseEvent['type'], to: CaseState, { at, role, by, lead, payload = {} }: Deed): this {
    const now = T0 + at * MINUTE_MS;
    const last = this.events.at(-1)!;
    const clock = clockAfter(this.#clock, type, to, now, payload.until);
    this.events.push({
      type, at: now, actor: actor(role, by), to, payload, ...(clock === this.#clock ? {} : { clock }),
      stepClock: to === this.#state && type !== 'redirected' ? last.stepClock : stepClock(to, now),
      ...(lead === undefined ? {} : { leadDepartmentId: asId<DepartmentId>(lead) }),
    });
    this.#clock = clock;
    this.#state = to;
    return this;
  }

  /** Taken in at 1, filed at 2, sent to team-a of dep-a at 3 or when told. */
  sent(at = 3): this {
    return this.then('accepted', 'accepted', { at: Math.min(1, at), role: 'intake' }).then('filed', 'filed', { at: Math.min(2, at), role: 'duty-chief' })
      .then('dispatched', 'dispatched', { at, role: 'dispatcher', lead: 'dep-a', payload: { teamId: asId<TeamId>('team-a') } });
  }

  sign(at: number): this {
    return this.then('signed', 'handling', { at, role: 'squad' });
  }

  back(at: number): this {
    return this.then('reported-back', 'handled', { at, role: 'squad' });
  }

  check(at: number): this {
    return this.then('check-sent', 'checking', { at, role: 'intake', payload: { personId: asId<PersonId>('p-checker') } });
  }

  failed(at: number): this {
    return this.then('check-failed', 'handling', { at, role: 'intake' });
  }

  /** Sent to be checked, passed and closed, a minute each. */
  closed(at: number): this {
    return this.check(at).then('check-passed', 'checked', { at: at + 1, role: 'grid-worker', by: 'p-checker' }).then('closed', 'closed', { at: at + 2, role: 'duty-chief' });
  }

  facts(): CaseFacts {
    return caseFacts(this.events, calendar)!;
  }
}

export function countingContext(facts: readonly CaseFacts[], asOfMin: number): CountingContext {
  return {
    asOf: T0 + asOfMin * MINUTE_MS,
    settings: { publicSources: ['12345热线'], hotlineSources: ['12345热线'], missablePlatforms: ['enforcement'], satisfiedFrom: 3, contactHours: 24, repeatDays: 30 },
    levelOf: (id) => (id.startsWith('village') ? 'village' : 'town'), gridWorkerOf: () => 'p-grid-worker', headcountOf: () => 4,
    isRepeat: (item) => isRepeatOf(item, facts, 30),
  };
}

export const WHOLE: Subject = { kind: 'area', id: '' };
export const DEPARTMENT_A: Subject = { kind: 'department', id: 'dep-a' };

/** Both sums of an indicator over some cases, as of so many minutes after T0, in the period that holds `inMin`. */
export function measured(indicator: IndicatorId, stories: readonly Story[], asOfMin: number, subject: Subject = WHOLE, kind: PeriodKind = 'month', inMin = 0): Sum {
  const facts = stories.map((story) => story.facts());
  return measureAll(facts, subject, periodAt(kind, T0 + inMin * MINUTE_MS), countingContext(facts, asOfMin)).of(indicator);
}
