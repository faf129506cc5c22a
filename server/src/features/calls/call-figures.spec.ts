import { describe, expect, it } from 'vitest';
import { periodAt } from '@wangge/shared/appraisal';
import type { Call } from '@wangge/shared/call';
import { callFigures } from './call-figures.api.ts';

const AT = Date.parse('2026-03-03T10:00:00+08:00');
const month = periodAt('month', AT);

function clock(standing: 'running' | 'stopped', usedMs: number) {
  return { basis: 'plain' as const, startedAt: AT, totalMs: 1_000, usedMs, runningSince: standing === 'running' ? AT : null, standing, yellowAt: AT + 800, dueAt: AT + 1_000 };
}

function call(id: string, respond: ReturnType<typeof clock>, more: Partial<Call> = {}): Call {
  const made = {
    id, caseId: `case-${id}`, to: 'county', state: 'answered', returns: [], calledAt: AT, toUnitId: 'c-1', areaCode: '320281104201001', rating: null, finishedAt: null,
    clocks: { respond, arrive: null, plan: null, finish: clock('running', 0) }, ...more,
  };
  return made as unknown as Call;
}

describe('figures of calls for appraisal', () => {
  const list = [call('kept', clock('stopped', 500)), call('late', clock('stopped', 2_000)), call('waiting', clock('running', 0)), call('other', clock('stopped', 5), { toUnitId: 'c-2' as never })];
  const figures = callFigures({ all: () => list.values() });

  it('[AP21] given calls answered in time, late and not yet, then those answered or run out count, of the department called and the areas they came from', () => {
    const read = (kind: 'department' | 'area', id: string, asOf: number) => figures.read('I41', { kind, id }, month, asOf);
    expect(read('department', 'c-1', AT + 900)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(read('department', 'c-1', AT + 1_100)).toMatchObject({ numerator: 1, denominator: 3 });
    expect(read('area', '320281104', AT + 900)).toMatchObject({ numerator: 2, denominator: 3 });
    expect(read('area', '320281105', AT + 900)).toMatchObject({ numerator: 0, denominator: 0 });
    expect(figures.read('I41', { kind: 'team', id: 't' }, month, AT)).toBeNull();
  });

  it('[AP2] every figure is the sum of the cases it opens', () => {
    const sum = figures.read('I41', { kind: 'area', id: '' }, month, AT + 900)!;
    expect(sum.behind().cases.map(({ caseId, numerator, denominator }) => [caseId, numerator, denominator])).toEqual([['case-kept', 1, 1], ['case-late', 0, 1], ['case-other', 1, 1]]);
  });
});
