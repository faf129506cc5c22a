import { asId, startOfMonth } from '@wangge/shared/base';
import type { CaseFacts } from '@wangge/shared/appraisal';
import type { WorkCalendar } from '@wangge/shared/calendar';
import { CaseBook } from './features/cases/case-book.ts';
import { countedCases, countedFeed, isCounted } from './features/cases/counted-cases.api.ts';
import { createCasesApi } from './features/cases/cases.api.ts';
import type { CallRules } from './features/calls/call-context.api.ts';
import { createCallsApi } from './features/calls/calls.api.ts';
import { createDistrictApi } from './features/district/district.api.ts';
import type { KeptDistrict } from './features/district/district-store.ts';
import { createRuleBook } from './features/district/rule-book.api.ts';
import type { ListsApi } from './features/lists/lists.api.ts';
import type { OpenPastBoards } from './features/replay/past-boards.api.ts';
import { openBoardFeatures } from './governance.ts';
import { Ledger, kindOf } from './ledger/ledger.ts';
import { ToldHistory } from './ledger/told-history.ts';
import type { Clock } from './platform/clock.ts';
import type { Feature } from './platform/feature.ts';
import type { Logger } from './platform/logger.ts';
import type { DocumentStore } from './store/document-store.ts';

export interface PastBoardsNeeds {
  readonly kept: KeptDistrict;
  readonly documents: DocumentStore;
  readonly lists: ListsApi;
  readonly callRules: CallRules;
  readonly log: Logger;
  /** What the live boards know of a case, and the calendar they know it by. */
  factsOf(id: string): CaseFacts | undefined;
  calendarNow(): WorkCalendar;
}

const CASES_IN_A_TURN = 300;

/** Sets up boards of the past from the very features of the live ones, over a ledger that is told the history and a clock that stands at the cursor. */
export function createPastBoards({ kept, documents, lists: live, callRules, log, factsOf, calendarNow }: PastBoardsNeeds): OpenPastBoards {
  // Whoever listened for new editions would be held for as long as the lists are.
  const lists: ListsApi = { ...live, onPublished: () => undefined };
  return (begin) => {
    let at = begin;
    const clock: Clock = { now: () => at, after: () => () => undefined, every: () => () => undefined };
    const history = new ToldHistory();
    const ledger = new Ledger(history);
    const book = new CaseBook();
    const feed = countedFeed(book);
    ledger.register('case', book);
    const district = createDistrictApi(kept.district, kept.map, createRuleBook(lists, clock));
    const cases = countedCases(createCasesApi(book, ledger, district));
    const calls = createCallsApi({ ledger, cases, district, ...callRules });
    const built = openBoardFeatures({ ledger, documents, lists, district, cases, calls, callRules, feed, onMoved: () => undefined, clock, log });
    const features: readonly Feature[] = [built.oversight, built.calls, built.joint, built.enforcement, built.draws, built.appraisal, built.patrol, built.windows];
    // Times of work were reckoned by the calendar of the present: where another was in force, they are reckoned anew.
    const isSameCalendar = district.current().calendar === calendarNow();
    const boards = new Map(features.flatMap((feature) => feature.boards ?? []).map((board) => [board.name, board]));
    return {
      get at() { return at; },
      find: (name) => boards.get(name),
      hold(item, lastAt) {
        const facts = factsOf(item.id);
        if (isCounted(item) && (facts === undefined || !isSameCalendar)) return false;
        book.hold(item);
        if (facts !== undefined) built.appraisal.facts.hold(facts, lastAt, startOfMonth(begin));
        return true;
      },
      async tell(events, to) {
        at = Math.max(at, to);
        history.tell(events.filter(({ stream, revision }) => kindOf(stream) !== 'case' || revision > (book.get(asId(stream))?.revision ?? 0)));
        await ledger.catchUp();
      },
      settle: () => built.appraisal.settle(at, CASES_IN_A_TURN),
    };
  };
}
