import type { LimitClock } from '../calendar/index.ts';
import type { Call } from './call.ts';
import type { CallSettings } from './call-limits.ts';

/** How many of those that were due or done were in time. `of` 0: nothing to judge, shown as 「—」. */
export interface InTime {
  readonly inTime: number;
  readonly of: number;
}

/** 反向考评: what came of the calls to one county department. */
export interface DepartmentResult {
  readonly departmentId: string;
  /** 呼叫总数. */
  readonly calls: number;
  readonly running: number;
  /** I41 乡呼县应响应率; a return in time counts as a response in time. */
  readonly responded: InTime;
  /** 到场 or 方案, whichever the urgency asks for. */
  readonly came: InTime;
  /** I42 乡呼县应办结率, within the limit. */
  readonly finished: InTime;
  readonly returned: number;
  readonly rated: number;
  /** Mean of 1–5; null when nobody has rated. */
  readonly meanRating: number | null;
  readonly solved: number;
}

/** 吹哨率 of one township (I43): calls to the county per accepted case, percent; null when no case was accepted. */
export interface WhistleRate {
  readonly townCode: string;
  readonly calls: number;
  readonly accepted: number;
  readonly ratePercent: number | null;
  /** Outside the band of the settings: too often or too seldom. */
  readonly isWarning: boolean;
  readonly sources: readonly { readonly source: string; readonly calls: number; readonly sharePercent: number }[];
}

/** Calls to the county sent in a span of time, those left out that were withdrawn before the county said anything. `from` inclusive, `to` exclusive, epoch ms. */
export function countyCallsIn(calls: Iterable<Call>, from: number, to: number): Call[] {
  return [...calls].filter((c) => c.to === 'county' && (c.state !== 'withdrawn' || c.returns.length > 0) && c.calledAt !== null && c.calledAt >= from && c.calledAt < to);
}

/** Whether a limit can be judged at `now` and was kept: one that still runs within its time says nothing yet. */
function judge(clock: LimitClock | null, now: number): InTime {
  if (!clock || (clock.standing === 'running' && now <= clock.dueAt)) return { inTime: 0, of: 0 };
  return { inTime: clock.standing === 'stopped' && clock.usedMs <= clock.totalMs ? 1 : 0, of: 1 };
}

const isKept = ({ state }: Call): boolean => state !== 'returned' && state !== 'withdrawn' && state !== 'drafted';

/** How one call counts: whether its response, its coming and its finish were in time. A returned call is judged by its response only. */
export function judgeCall(call: Call, now: number): Pick<DepartmentResult, 'responded' | 'came' | 'finished'> {
  const kept = isKept(call) ? call.clocks : null;
  return { responded: judge(call.clocks?.respond ?? null, now), came: judge(kept?.arrive ?? kept?.plan ?? null, now), finished: judge(kept?.finish ?? null, now) };
}

/** Calls that were rated, of those that count. */
export function ratedCalls(calls: readonly Call[]): Call[] {
  return calls.filter((call) => isKept(call) && call.rating !== null);
}

function sum(parts: readonly InTime[]): InTime {
  return parts.reduce((all, part) => ({ inTime: all.inTime + part.inTime, of: all.of + part.of }), { inTime: 0, of: 0 });
}

/** One result for each department that was called, in the order of their first call. */
export function departmentResults(calls: readonly Call[], now: number): DepartmentResult[] {
  const byUnit = new Map<string, Call[]>();
  for (const call of calls) if (call.toUnitId) byUnit.set(call.toUnitId, [...(byUnit.get(call.toUnitId) ?? []), call]);
  return [...byUnit].map(([departmentId, own]) => {
    const kept = own.filter(isKept);
    const judged = own.map((call) => judgeCall(call, now));
    const ratings = ratedCalls(own).flatMap(({ rating }) => rating ?? []);
    return {
      departmentId, calls: own.length, running: kept.filter(({ finishedAt }) => finishedAt === null).length,
      responded: sum(judged.map(({ responded }) => responded)), came: sum(judged.map(({ came }) => came)), finished: sum(judged.map(({ finished }) => finished)),
      returned: own.filter(({ returns }) => returns.length > 0).length, rated: ratings.length,
      meanRating: ratings.length === 0 ? null : ratings.reduce((sum, { satisfaction }) => sum + satisfaction, 0) / ratings.length,
      solved: ratings.filter(({ isSolved }) => isSolved).length,
    };
  });
}

/** 吹哨率 of a township: its calls to the county against the cases it accepted in the same span. */
export function whistleRate(townCode: string, calls: readonly Call[], accepted: number, band: CallSettings['whistleRate']): WhistleRate {
  const own = calls.filter((c) => c.townCode === townCode);
  const ratePercent = accepted === 0 ? null : (own.length / accepted) * 100;
  const counts = new Map<string, number>();
  for (const { source } of own) counts.set(source, (counts.get(source) ?? 0) + 1);
  const sources = [...counts].map(([source, n]) => ({ source, calls: n, sharePercent: (n / own.length) * 100 })).sort((a, b) => b.calls - a.calls);
  return { townCode, calls: own.length, accepted, ratePercent, isWarning: ratePercent !== null && (ratePercent < band.lowPercent || ratePercent > band.highPercent), sources };
}
