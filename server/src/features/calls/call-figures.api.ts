import { isInArea } from '@wangge/shared/access';
import type { IndicatorId, Subject } from '@wangge/shared/appraisal';
import { countyCallsIn, departmentResults, type Call } from '@wangge/shared/call';
import type { OutsideFigures, OutsideSum } from '../appraisal/outside-figures.api.ts';
import type { CallsApi } from './calls.api.ts';

const READ: Partial<Record<IndicatorId, 'responded' | 'finished'>> = { I41: 'responded', I42: 'finished' };

/** Whether a call is about a subject: the department that was called, or an area it came from. */
function isAbout(call: Call, { kind, id }: Subject): boolean {
  return kind === 'department' ? call.toUnitId === id : isInArea(call.areaCode, id);
}

/**
 * I41 乡呼县应响应率, I42 乡呼县应办结率: of the calls to the county sent in the period, as judged on the board of calls. A call counts
 * once it was answered, or finished, or its limit ran out. Teams and posts have none.
 */
export function callFigures(calls: Pick<CallsApi, 'all'>): OutsideFigures {
  return {
    indicators: ['I41', 'I42'],
    read(indicator, subject, { startAt, endAt }, asOf): OutsideSum | null {
      const result = READ[indicator];
      if (!result || (subject.kind !== 'department' && subject.kind !== 'area')) return null;
      const cases = countyCallsIn(calls.all(), startAt, Math.min(endAt, asOf + 1)).filter((call) => isAbout(call, subject)).flatMap((call) =>
        departmentResults([call], asOf).map((row) => ({ caseId: call.caseId, numerator: row[result].inTime, denominator: row[result].of })));
      const counted = cases.filter(({ denominator }) => denominator > 0);
      return { numerator: counted.reduce((sum, one) => sum + one.numerator, 0), denominator: counted.length, behind: () => ({ cases: counted, things: [] }) };
    },
  };
}
