import { isInArea, type Actor } from '@wangge/shared/access';
import { startOfMonth, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { allowedOnCall, callRow, countyCallsIn, departmentResults, isRunningCall, nextStop, whistleRate, type Call, type CallAction, type CallSettings, type CallsBoard } from '@wangge/shared/call';
import { townCodeOf } from '@wangge/shared/district';
import type { ListVersion } from '@wangge/shared/lists';
import type { Board } from '../../platform/feature.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { callFigureSheets, callPage, type CallSets } from './call-sheet.ts';
import { maySeeCall } from './call-visibility.ts';
import type { CallsApi } from './calls.api.ts';

/** What a call waits for somebody to do; the rest may be done but is not owed. */
const OWED: ReadonlySet<CallAction> = new Set(['sign', 'answer', 'give-plan', 'arrive', 'hand-in-share', 'finish', 'rate']);

export interface BoardNeeds {
  readonly calls: CallsApi;
  readonly cases: CasesApi;
  readonly feed: CaseFeed;
  readonly district: DistrictApi;
  settingsAt(at: number): ListVersion<CallSettings>;
}

/** The cases that each township accepted (受理) in each month, kept as they are accepted; one that was sent back and accepted again is of its last month. */
function keepAccepted(feed: CaseFeed): (townCode: string, month: number) => readonly CaseId[] {
  const accepted = new Map<string, Set<CaseId>>();
  const keyOf = ({ villageCode, acceptedAt }: Case): string | null => (acceptedAt === null ? null : `${townCodeOf(villageCode)}/${startOfMonth(acceptedAt)}`);
  function keep(item: Case, before: Case | null): void {
    const [key, former] = [keyOf(item), before && keyOf(before)];
    if (key === former) return;
    if (former !== null) accepted.get(former)?.delete(item.id);
    if (key === null) return;
    const known = accepted.get(key);
    if (known) known.add(item.id);
    else accepted.set(key, new Set([item.id]));
  }
  feed.onHeld((item) => keep(item, null));
  feed.onChanges((changes) => {
    for (const { before, after } of changes) if (before?.acceptedAt !== after.acceptedAt) keep(after, before);
  });
  return (townCode, month) => [...(accepted.get(`${townCode}/${month}`) ?? [])];
}

/** 乡呼县应 on wall and desk: running calls, what each county department made of those of the month, and the whistle rate. */
export function callsBoard({ calls, cases, feed, district, settingsAt }: BoardNeeds): Board {
  let version = 0;
  calls.onChanges((changes) => { version += changes.length; });
  const acceptedIn = keepAccepted(feed);

  function owes(call: Call, actor: Actor, now: number): boolean {
    const item = cases.get(call.caseId as CaseId);
    return item !== undefined && allowedOnCall(call, actor, calls.context(item, now)).some((action) => OWED.has(action));
  }

  /** Whether a board's reader may know of a call: the wall what lies in its area and is no secret (保密件), everybody else their own business. */
  function isShown(actor: Actor, call: Call): boolean {
    return actor.role === 'wall' ? isInArea(call.areaCode, actor.areaCode) && !cases.get(call.caseId)?.reporter.isSecret : maySeeCall(actor, call);
  }

  /** The calls behind the numbers of the board. Those of this month, or of the last one as long as this has none. */
  function setsOf(actor: Actor, now: number): CallSets {
    const own = [...calls.all()].filter((call) => isShown(actor, call));
    const thisMonth = startOfMonth(now);
    const sent = countyCallsIn(own, thisMonth, now + 1);
    const from = sent.length > 0 ? thisMonth : startOfMonth(thisMonth - 1);
    const running = own.filter(({ state }) => isRunningCall(state)).toSorted((a, b) => (nextStop(a)?.clock.dueAt ?? Infinity) - (nextStop(b)?.clock.dueAt ?? Infinity));
    const ofTowns = actor.role === 'county-department' ? [] : district.current().towns.filter(({ code }) => isInArea(code, actor.areaCode));
    return {
      own, running, sent: sent.length > 0 ? sent : countyCallsIn(own, from, thisMonth), period: { from, to: sent.length > 0 ? now : thisMonth },
      towns: ofTowns.map(({ code, name }) => ({ code, name, accepted: acceptedIn(code, from) })),
    };
  }

  function read(actor: Actor, now: number): CallsBoard {
    const { own, running, sent, period, towns: seen } = setsOf(actor, now);
    const { content: settings, isConfirmed } = settingsAt(now);
    return {
      running: running.map(callRow), period, isDefault: !isConfirmed, results: departmentResults(sent, now).toSorted((a, b) => b.calls - a.calls),
      towns: seen.map(({ code, accepted }) => whistleRate(code, sent, accepted.length, settings.whistleRate)),
      waiting: own.filter((call) => owes(call, actor, now)).length,
    };
  }

  return {
    name: 'calls', access: 'call.view', version: () => version, read,
    figures: (actor, now) => callFigureSheets(setsOf(actor, now), { cases, district, now }),
    async object(kind, id, actor, now) {
      const call = kind === 'call' ? calls.get(id) : undefined;
      return call && isShown(actor, call) ? callPage(call, await calls.history(id), { district, now }) : null;
    },
  };
}
