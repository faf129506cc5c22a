import { startOfDay, startOfMonth } from '@wangge/shared/base';
import { lampAt } from '@wangge/shared/calendar';
import type { Case } from '@wangge/shared/case';
import { isClosedState, isOpenState } from '@wangge/shared/district';
import type { FigureName } from '@wangge/shared/figures';

/** Whether a case counts towards a figure at `now`; the same rules as the counters, said once more for a single case. */
export function counts(figure: FigureName, item: Case, now: number): boolean {
  const day = startOfDay(now);
  const month = startOfMonth(now);
  const isOpen = isOpenState(item.state);
  const isClosed = isClosedState(item.state) && item.closedAt !== null;
  const lamp = isOpen ? lampAt(item.clock, now) : null;
  switch (figure) {
    case 'reported-today': return item.reportedAt >= day;
    case 'accepted-today': return item.acceptedAt !== null && item.acceptedAt >= day;
    case 'closed-today': return isClosed && item.closedAt! >= day;
    case 'closed-on-time-today': return isClosed && item.closedAt! >= day && item.closedOnTime === true;
    case 'open': return isOpen;
    case 'red': case 'yellow': case 'green': case 'paused': return lamp === figure;
    case 'month-closed': return isClosed && item.closedAt! >= month;
    case 'month-closed-on-time': return isClosed && item.closedAt! >= month && item.closedOnTime === true;
    case 'month-due': return (isClosed && item.closedAt! >= month) || (isOpen && lamp !== 'paused' && item.clock.dueAt >= month && now > item.clock.dueAt);
  }
}
