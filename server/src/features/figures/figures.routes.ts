import { z } from 'zod';
import { startOfDay, startOfMonth } from '@wangge/shared/base';
import { lampAt } from '@wangge/shared/calendar';
import type { Case } from '@wangge/shared/case';
import { isClosedState, isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import type { Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { isInArea, type Actor } from '@wangge/shared/access';
import type { CasesApi } from '../cases/cases.api.ts';
import type { FiguresApi } from './figures.api.ts';

/** Numbers that can be opened: each is the set of cases it adds up to. */
export const FIGURE_NAMES = ['reported-today', 'accepted-today', 'closed-today', 'closed-on-time-today', 'open', 'red', 'yellow', 'green', 'paused', 'month-due', 'month-closed', 'month-closed-on-time'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

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

export function figureRoutes(http: Http, figures: FiguresApi, cases: CasesApi, clock: Clock, rowFor: (actor: Actor, item: Case) => CaseRow | null): void {
  http.get('/api/v1/figures', { config: { access: 'figures.view' } }, async (request) => figures.read(clock.now(), actorIn(request).areaCode));

  http.get('/api/v1/figures/cases', {
    config: { access: 'figures.view' },
    schema: {
      querystring: z.strictObject({ figure: z.enum(FIGURE_NAMES), village: z.string().regex(/^\d{9}(\d{3})?$/).optional(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
    },
  }, async (request) => {
    const now = clock.now();
    const actor = actorIn(request);
    const { village } = request.query;
    const found = [...cases.all()].filter((item) => isInArea(item.villageCode, actor.areaCode) && (village === undefined || isInArea(item.villageCode, village)) && counts(request.query.figure, item, now)).sort((a, b) => a.clock.dueAt - b.clock.dueAt);
    const rows = found.slice(0, request.query.limit).map((item) => rowFor(actor, item)).filter((row) => row !== null);
    return { figure: request.query.figure, at: now, total: found.length, cases: rows };
  });
}
