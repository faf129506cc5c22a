import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '@wangge/shared/base';
import type { LimitClock } from '@wangge/shared/calendar';
import type { CaseRow } from '@wangge/shared/wire';
import { overdueRows } from './overdue-rows.ts';

const NOW = 1_000 * HOUR_MS;
const clockDue = (dueAt: number, over: Partial<LimitClock> = {}): LimitClock =>
  ({ basis: 'plain', startedAt: 0, totalMs: 10 * HOUR_MS, usedMs: 0, runningSince: 0, standing: 'running', yellowAt: dueAt - HOUR_MS, dueAt, ...over });
const row = (id: string, over: Partial<CaseRow>): CaseRow => ({ id, state: 'handling', clock: null, countyCall: null, urgency: 'normal', ...over }) as unknown as CaseRow;

describe('the overdue cases', () => {
  it('are the red ones, the latest first', () => {
    const rows = [row('one', { clock: clockDue(NOW - HOUR_MS) }), row('five', { clock: clockDue(NOW - 5 * HOUR_MS) }), row('left', { clock: clockDue(NOW + HOUR_MS) })];
    expect(overdueRows(rows, NOW).map(({ row: { id }, overMs }) => [id, overMs / HOUR_MS])).toEqual([['five', 5], ['one', 1]]);
  });

  it('leave out what is closed, paused or has no limit', () => {
    const late = clockDue(NOW - HOUR_MS);
    expect(overdueRows([row('closed', { state: 'closed', clock: late }), row('paused', { clock: { ...late, standing: 'paused' } }), row('none', {})], NOW)).toEqual([]);
  });

  it('say by how much a case was late when it was handed in, not by how much it would be now', () => {
    const handedIn = clockDue(NOW - 90 * HOUR_MS, { standing: 'stopped', usedMs: 12 * HOUR_MS, runningSince: null });
    expect(overdueRows([row('handed in', { state: 'handled', clock: handedIn })], NOW)[0]?.overMs).toBe(2 * HOUR_MS);
  });
});
