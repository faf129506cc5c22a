import { isInArea, type Actor } from '@wangge/shared/access';
import { dateKey, localParts } from '@wangge/shared/base';
import { missingYears, type LimitClock, type WorkCalendar } from '@wangge/shared/calendar';
import { isOpenState } from '@wangge/shared/district';
import { versionInForce, type ListVersion } from '@wangge/shared/lists';
import type { Feature } from '../../platform/feature.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { calendarKind } from '../district/district-kinds.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';

/** From this month on the notice of the next year is asked for: the State Council gives it in autumn. */
const ASK_FROM_MONTH = 11;

/** A case whose due date was reckoned through a year without its notice. It stays a guess when the notice comes later, until the clock is reckoned anew or the case ends. */
export interface GuessedDue {
  readonly id: string;
  readonly no: string;
  readonly dueAt: number;
}

/** What is missing in the working calendar, and which running limits of the area it makes a guess of. */
export interface CalendarWarning {
  readonly version: string;
  readonly missingYears: readonly number[];
  readonly guessed: readonly GuessedDue[];
}

/** Cases named on the board; the count is always whole. */
const SHOWN = 20;

/** 工作日历: warns of years whose notice was not entered, so that no date is silently wrong. */
export function createCalendar({ district, lists, feed }: { readonly district: DistrictApi; readonly lists: ListsApi; readonly feed: CaseFeed }): Feature {
  let version = 0;
  lists.onPublished(() => void (version += 1));
  feed.onChanges(() => void (version += 1));

  /** The calendar by which a clock was reckoned: of the editions known at that instant the one in force. */
  function knownAt(at: number): Pick<WorkCalendar, 'coveredYears'> {
    const editions = lists.versions(calendarKind.kind) as readonly ListVersion<Pick<WorkCalendar, 'coveredYears'>>[];
    return (versionInForce(editions.filter(({ publishedAt }) => publishedAt <= at), dateKey(at)) ?? lists.inForce(calendarKind, at)).content;
  }

  const isGuess = ({ startedAt, runningSince, dueAt }: LimitClock): boolean => !knownAt(runningSince ?? startedAt).coveredYears.includes(localParts(dueAt).year);

  function read({ areaCode }: Actor, now: number): CalendarWarning & { readonly guessedCount: number } {
    const { calendar } = district.current();
    const guessed = [...feed.all()]
      .filter(({ villageCode, state, clock }) => isInArea(villageCode, areaCode) && isOpenState(state) && clock.basis === 'work' && isGuess(clock))
      .map(({ id, no, clock }) => ({ id, no, dueAt: clock.dueAt })).toSorted((a, b) => a.dueAt - b.dueAt);
    const { year, month } = localParts(now);
    const until = Math.max(now, guessed.at(-1)?.dueAt ?? now, month >= ASK_FROM_MONTH ? Date.parse(`${year + 1}-01-01T00:00:00+08:00`) : now);
    return { version: calendar.version, missingYears: missingYears(calendar, now, until), guessed: guessed.slice(0, SHOWN), guessedCount: guessed.length };
  }

  return { boards: [{ name: 'calendar', access: 'list.view', version: () => version, read }] };
}
