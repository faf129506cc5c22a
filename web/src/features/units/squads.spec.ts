import { describe, expect, it } from 'vitest';
import { FRAME_KINDS, type FrameBatch } from '@wangge/shared/frames';
import type { CaseRow, UnitRow } from '@wangge/shared/wire';
import { PositionTable } from './position-table.ts';
import { squadsOnDuty } from './squads.ts';

const NOW = 10_000_000;
const STALE_MS = 300_000;
const unit = (name: string, index: number, over: Partial<UnitRow> = {}): UnitRow =>
  ({ id: name, index, kind: 'vehicle', name, teamId: 't', gridCode: null, onDuty: true, caseId: null, isOffline: false, ...over }) as unknown as UnitRow;

function tableWith(fixes: readonly (readonly [index: number, fixAt: number])[]): PositionTable {
  const table = new PositionTable();
  const column = (values: readonly number[]): Float64Array => Float64Array.from(values);
  table.apply({
    kind: FRAME_KINDS.key, count: fixes.length, index: Uint32Array.from(fixes.map(([index]) => index)), fixAt: column(fixes.map(([, at]) => at)),
    lng: column(fixes.map(() => 120)), lat: column(fixes.map(() => 31)), headingDeg: column(fixes.map(() => 0)), speedKmh: column(fixes.map(() => 20)),
  } as unknown as FrameBatch);
  return table;
}

describe('squads on duty', () => {
  it('stand by what they do: free, busy, then those with an old fix or none', () => {
    const units = [unit('never seen', 3), unit('old', 2), unit('busy', 1, { caseId: 'c1' as UnitRow['caseId'] }), unit('free', 0)];
    const cases = new Map([['c1', { id: 'c1' } as unknown as CaseRow]]);
    const squads = squadsOnDuty(units, { cases, positions: tableWith([[0, NOW], [1, NOW - STALE_MS], [2, NOW - STALE_MS - 1]]), now: NOW, staleFixMs: STALE_MS });
    expect(squads.map(({ name, standing, row }) => [name, standing, row?.id])).toEqual([
      ['free', 'idle', undefined], ['busy', 'busy', 'c1'], ['never seen', 'stale', undefined], ['old', 'stale', undefined],
    ]);
  });

  it('[TM9] have an old position as soon as their terminal is offline', () => {
    const units = [unit('lost', 0, { isOffline: true, caseId: 'c1' as UnitRow['caseId'] }), unit('there', 1)];
    const squads = squadsOnDuty(units, { cases: new Map(), positions: tableWith([[0, NOW - 60_000], [1, NOW - 60_000]]), now: NOW, staleFixMs: STALE_MS });
    expect(squads.map(({ name, standing, isOffline }) => [name, standing, isOffline])).toEqual([['there', 'idle', false], ['lost', 'stale', true]]);
  });

  it('leave out who is off duty and who is no squad', () => {
    const units = [unit('off', 0, { onDuty: false }), unit('grid worker', 1, { teamId: null })];
    expect(squadsOnDuty(units, { cases: new Map(), positions: new PositionTable(), now: NOW, staleFixMs: STALE_MS })).toEqual([]);
  });
});
