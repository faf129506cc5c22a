import type { Actor, ActorRole } from '../access/index.ts';
import { asId, type CaseId, type DepartmentId } from '../base/index.ts';
import { haltClock, startClock, type TimeLimit, type WorkCalendar } from '../calendar/index.ts';
import { openOversight } from './decide-oversight.ts';
import { evolveOversight } from './evolve-oversight.ts';
import type { LadderSubject } from './ladder-subject.ts';
import type { Ladder, LadderRung } from './ladder.ts';
import type { Oversight, OversightFacts } from './oversight.ts';

/** 8:30–17:00; 1 to 3 January off, Sunday 4 January worked. */
export const specCalendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 1020 }] }],
  exceptions: [
    ...['2026-01-01', '2026-01-02', '2026-01-03'].map((date) => ({ date, isWorkday: false, name: '元旦' })), { date: '2026-01-04', isWorkday: true, name: '元旦调休' },
  ],
};

/** An instant by its Shanghai wall clock, `2026-01-05 09:00`. */
export function shanghai(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

const hours = (value: number): TimeLimit => ({ value, unit: 'hour' });
const workDays = (value: number): TimeLimit => ({ value, unit: 'work_day' });

function row(rung: LadderRung['rung'], change: Partial<LadderRung>): LadderRung {
  return {
    rung, numberPrefix: '督办', trigger: null, signer: 'duty-chief', openedBy: ['inspector', 'commander'], addressee: 'head', copyTo: [],
    replyLimit: { value: 4, unit: 'work_hour' }, isDraft: false, requirement: '{matter}', ...change,
  };
}

export const specLadder: Ladder = [
  row('urge', { addressee: 'handler', replyLimit: null, trigger: { scope: 'any', from: 'lamp-yellow', after: null, afterCritical: null } }),
  row('yellow', { trigger: { scope: 'whole', from: 'lamp-red', after: null, afterCritical: null } }),
  row('red', { signer: 'commander', trigger: { scope: 'whole', from: 'lamp-red', after: hours(24), afterCritical: hours(1) } }),
  row('county', { signer: 'county-centre', addressee: 'town', trigger: { scope: 'whole', from: 'red', after: workDays(3), afterCritical: null } }),
  row('censure', { signer: 'commander', isDraft: true, trigger: { scope: 'whole', from: 'county', after: workDays(5), afterCritical: null } }),
];

const justice = asId<DepartmentId>('justice');

/** A case being handled by the justice office, with a limit from 09:00 on Monday, 5 January. */
export function subject(change: Partial<LadderSubject> = {}, limit: TimeLimit = hours(10), from = shanghai('2026-01-05 09:00')): LadderSubject {
  return {
    caseId: asId<CaseId>('c1'), round: 1, state: 'handling', urgency: 'normal', clock: startClock(specCalendar, limit, from), stepClock: null,
    holderId: justice, isWithCounty: false, ...change,
  };
}

/** The same case with its whole clock standing still. */
export function halted(item: LadderSubject, at: number, standing: 'paused' | 'stopped'): LadderSubject {
  return { ...item, clock: haltClock(specCalendar, item.clock, at, standing) };
}

export function person(role: ActorRole, unitId: string | null = null, id = `p-${role}`): Actor {
  return { id, name: id, role, unitId, parentUnitId: null, areaCode: '' };
}

const system = person('system');

/** A yellow order to the head of the justice office, opened on Monday at nine. */
export function anOrder(change: Partial<OversightFacts> = {}, at = shanghai('2026-01-05 09:00')): Oversight {
  const facts: OversightFacts = {
    id: 'o1', no: '督办〔2026〕001', rung: 'yellow', origin: 'ladder', caseId: asId<CaseId>('c1'), caseNo: 'N1', matter: '邻里纠纷', areaCode: '320281104001',
    clockKey: 'r1', signer: { role: 'duty-chief', personId: null, name: null }, addressee: { post: 'head', departmentId: justice }, copyTo: [], requirement: '说明原因',
    replyLimit: { value: 4, unit: 'work_hour' }, isDraft: false, ladderVersion: 'v1', ...change,
  };
  return evolveOversight(null, openOversight(facts, system, { now: at, calendar: specCalendar }));
}
