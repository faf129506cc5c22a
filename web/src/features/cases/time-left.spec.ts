import { describe, expect, it } from 'vitest';
import { HOUR_MS, asId } from '@wangge/shared/base';
import type { LimitClock } from '@wangge/shared/calendar';
import type { CaseRow } from '@wangge/shared/wire';
import { timeLeft } from './time-left.ts';

const NOW = Date.UTC(2026, 10, 20, 7, 43);

function clock(dueInHours: number, standing: LimitClock['standing'] = 'running', usedHours = 0): LimitClock {
  const dueAt = NOW + dueInHours * HOUR_MS;
  return {
    basis: 'plain', startedAt: dueAt - 10 * HOUR_MS, totalMs: 10 * HOUR_MS, usedMs: usedHours * HOUR_MS, runningSince: standing === 'running' ? dueAt - 10 * HOUR_MS : null,
    standing, yellowAt: dueAt - 2 * HOUR_MS, dueAt,
  };
}

function row(id: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id: asId(id), no: id, revision: 1, state: 'handling', typeCode: 'E1', matter: '店外经营', platform: 'enforcement', level: 'ordinary', urgency: 'normal',
    lngLat: [120.3, 31.8], villageCode: 'V1', gridCode: 'G1', source: 'hotline', reportedAt: 0, stateSince: NOW - 2 * HOUR_MS, closedAt: null, closedOnTime: null,
    leadDepartmentId: null, clock: clock(5), stepClock: null, order: null, countyCall: null, supervision: 0, reworkCount: 0, isAuditSample: false, ...change,
  };
}

describe('the time a row shows', () => {
  it('tells what is left or over of the whole case, with its lamp', () => {
    expect(timeLeft(row('a'), NOW)).toEqual({ key: 'left', spanMs: 5 * HOUR_MS, lamp: 'green' });
    expect(timeLeft(row('a', { clock: clock(1) }), NOW)).toEqual({ key: 'left', spanMs: HOUR_MS, lamp: 'yellow' });
    expect(timeLeft(row('a', { clock: clock(-3) }), NOW)).toEqual({ key: 'over', spanMs: 3 * HOUR_MS, lamp: 'red' });
  });

  it('goes over to the step once the work was handed in, and keeps the lamp it was handed in with', () => {
    const handedInLate = row('a', { state: 'handled', clock: clock(-3, 'stopped', 12), stepClock: clock(2) });
    expect(timeLeft(handedInLate, NOW)).toEqual({ key: 'left', spanMs: 2 * HOUR_MS, lamp: 'red' });
    expect(timeLeft({ ...handedInLate, stepClock: null }, NOW)).toMatchObject({ key: 'handedInLate' });
  });

  it('tells how long a suspended case has stood, and only whether an ended one was in time', () => {
    expect(timeLeft(row('a', { state: 'suspended', clock: clock(-3, 'paused') }), NOW)).toEqual({ key: 'paused', spanMs: 2 * HOUR_MS, lamp: 'paused' });
    expect(timeLeft(row('a', { state: 'closed', closedOnTime: true }), NOW)).toMatchObject({ key: 'closedOnTime', lamp: 'blue' });
    expect(timeLeft(row('a', { state: 'closed', closedOnTime: false }), NOW)).toMatchObject({ key: 'closedLate', lamp: 'red' });
    expect(timeLeft(row('a', { clock: null }), NOW)).toMatchObject({ key: 'none', lamp: null });
  });
});
