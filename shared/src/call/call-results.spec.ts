import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../base/index.ts';
import { ANSWER, FRIDAY, SIGN, TOWN, after, caseIn, centre, chief, drafted, settings, water, type Move } from './call.fixture.ts';
import { countyCallsIn, departmentResults, whistleRate } from './call-results.ts';

const urgent = (): ReturnType<typeof drafted> => drafted({ ground: 'emergency', urgency: 'emergency', attempts: [] }, chief, caseIn('filed', { urgency: 'critical' }));
const at = (move: Move, minutes: number): Move => ({ ...move, at: FRIDAY + minutes * MINUTE_MS });
const ARRIVE: Move = { action: 'arrive', by: water };
const FINISH: Move = { action: 'finish', by: water, payload: { words: '已修复', isSolved: true } };
const rate = (satisfaction: number): Move => ({ action: 'rate', by: chief, payload: { satisfaction, isSolved: satisfaction > 2 } });

const good = after(urgent(), SIGN, at(ANSWER, 10), at(ARRIVE, 90), at(FINISH, 400), at(rate(5), 500)).call;
const slow = after(urgent(), SIGN, at(ANSWER, 45), at(ARRIVE, 200), at(FINISH, 500), at(rate(2), 500)).call;
const waiting = after(urgent(), at(SIGN, 600)).call;
const returned = after(urgent(), SIGN, at({ action: 'return', by: centre, payload: { itemNo: 'SD20', reason: '属乡镇' } }, 20)).call;
const withdrawn = after(urgent(), SIGN, { action: 'withdraw', by: chief, payload: { reason: '误呼' } }).call;
const calls = [good, slow, waiting, returned, withdrawn];
const NOW = FRIDAY + 610 * MINUTE_MS;

describe('[CC15] what came of the calls', () => {
  it('is counted per department: what is neither done nor due is not judged, a return counts as a response', () => {
    const [result] = departmentResults(countyCallsIn(calls, FRIDAY, NOW), NOW);
    expect(result).toEqual({
      departmentId: 'c-water', calls: 4, running: 1, responded: { inTime: 2, of: 3 }, came: { inTime: 1, of: 2 }, finished: { inTime: 2, of: 2 },
      returned: 1, rated: 2, meanRating: 3.5, solved: 1,
    });
  });

  it('judges what is overdue though nobody has answered', () => {
    const [result] = departmentResults([waiting], FRIDAY + 12 * HOUR_MS);
    expect(result).toMatchObject({ responded: { inTime: 0, of: 1 }, meanRating: null });
  });

  it('leaves out drafts, withdrawn calls, other times and lower tiers', () => {
    expect(countyCallsIn([...calls, after(urgent()).call], FRIDAY, NOW)).toHaveLength(4);
    expect(countyCallsIn(calls, NOW, NOW + HOUR_MS)).toEqual([]);
  });

  it('is set against the accepted cases of the township, with a warning outside the band and nothing where nothing was accepted', () => {
    const sent = countyCallsIn(calls, FRIDAY, NOW);
    const band = settings.whistleRate;
    expect(whistleRate(TOWN, sent, 100, band)).toMatchObject({ calls: 4, ratePercent: 4, isWarning: false, sources: [{ source: '网格', calls: 4, sharePercent: 100 }] });
    expect(whistleRate(TOWN, sent, 50, band)).toMatchObject({ ratePercent: 8, isWarning: true });
    expect(whistleRate(TOWN, [], 100, band)).toMatchObject({ ratePercent: 0, isWarning: true });
    expect(whistleRate(TOWN, [], 0, band)).toMatchObject({ ratePercent: null, isWarning: false });
  });
});
