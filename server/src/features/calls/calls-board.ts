import { isInArea, type Actor } from '@wangge/shared/access';
import { startOfMonth, type CaseId } from '@wangge/shared/base';
import { allowedOnCall, callRow, countyCallsIn, departmentResults, isRunningCall, nextStop, whistleRate, type Call, type CallAction, type CallSettings, type CallsBoard } from '@wangge/shared/call';
import { townCodeOf, type Town } from '@wangge/shared/district';
import type { ListVersion } from '@wangge/shared/lists';
import type { Board } from '../../platform/feature.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import { maySeeCall } from './call-visibility.ts';
import type { CallsApi } from './calls.api.ts';

/** What a call waits for somebody to do; the rest may be done but is not owed. */
const OWED: ReadonlySet<CallAction> = new Set(['sign', 'answer', 'give-plan', 'arrive', 'hand-in-share', 'finish', 'rate']);

export interface BoardNeeds {
  readonly calls: CallsApi;
  readonly cases: CasesApi;
  readonly feed: CaseFeed;
  towns(): readonly Town[];
  settingsAt(at: number): ListVersion<CallSettings>;
}

/** How many cases each township accepted (受理) in each month, kept as they are accepted. */
function countAccepted(feed: CaseFeed): (townCode: string, month: number) => number {
  const counts = new Map<string, number>();
  feed.onChanges((changes) => {
    for (const { before, after } of changes) {
      if (after.acceptedAt === null || (before?.acceptedAt ?? null) !== null) continue;
      const key = `${townCodeOf(after.villageCode)}/${startOfMonth(after.acceptedAt)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return (townCode, month) => counts.get(`${townCode}/${month}`) ?? 0;
}

/** Whether a board's reader may know of a call: the wall what lies in its area, everybody else their own business. */
function isShown(actor: Actor, call: Call): boolean {
  return actor.role === 'wall' ? isInArea(call.areaCode, actor.areaCode) : maySeeCall(actor, call);
}

/** 乡呼县应 on wall and desk: running calls, what each county department made of those of the month, and the whistle rate. */
export function callsBoard({ calls, cases, feed, towns, settingsAt }: BoardNeeds): Board {
  let version = 0;
  calls.onChanges((changes) => { version += changes.length; });
  const acceptedIn = countAccepted(feed);

  function owes(call: Call, actor: Actor, now: number): boolean {
    const item = cases.get(call.caseId as CaseId);
    return item !== undefined && allowedOnCall(call, actor, calls.context(item, now)).some((action) => OWED.has(action));
  }

  function read(actor: Actor, now: number): CallsBoard {
    const own = [...calls.all()].filter((call) => isShown(actor, call));
    const thisMonth = startOfMonth(now);
    const sent = countyCallsIn(own, thisMonth, now + 1);
    const from = sent.length > 0 ? thisMonth : startOfMonth(thisMonth - 1);
    const of = sent.length > 0 ? sent : countyCallsIn(own, from, thisMonth);
    const { content: settings, isConfirmed } = settingsAt(now);
    const running = own.filter(({ state }) => isRunningCall(state)).toSorted((a, b) => (nextStop(a)?.clock.dueAt ?? Infinity) - (nextStop(b)?.clock.dueAt ?? Infinity));
    return {
      running: running.map(callRow), period: { from, to: sent.length > 0 ? now : thisMonth }, isDefault: !isConfirmed,
      results: departmentResults(of, now).toSorted((a, b) => b.calls - a.calls),
      towns: actor.role === 'county-department' ? [] : towns().filter(({ code }) => isInArea(code, actor.areaCode)).map(({ code }) => whistleRate(code, of, acceptedIn(code, from), settings.whistleRate)),
      waiting: own.filter((call) => owes(call, actor, now)).length,
    };
  }

  return { name: 'calls', access: 'call.view', version: () => version, read };
}
