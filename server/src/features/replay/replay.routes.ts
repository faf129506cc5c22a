import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { DAY_MS, asId, dateKey, startOfDay, startOfHour, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { PastBoards as PastBoardsView, PastDay as PastDayView, PastDays } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import { isCounted } from '../cases/counted-cases.api.ts';
import { FIGURE_NAMES } from '@wangge/shared/figures';
import type { BoardsAt } from './boards-at.ts';
import type { DayStrip } from './day-strip.ts';
import type { HistoryIndex } from './history-index.ts';
import type { PastDay } from './past-day.ts';

/** Whether somebody sees a case on wall or desk. */
export type SeesCase = (actor: Actor, item: Case) => boolean;

export interface ReplayRouteNeeds {
  readonly index: HistoryIndex;
  dayOf(day: number): PastDay;
  stripOf(day: number): DayStrip;
  readonly boards: BoardsAt;
  readonly feed: CaseFeed;
  readonly clock: Clock;
  readonly sees: SeesCase;
}

const HOURS = 24;

const instant = z.coerce.number().int().positive();
const dayQuery = z.strictObject({ date: z.iso.date() });
const boardsQuery = z.strictObject({ t: instant, names: z.string().regex(/^[a-z]{1,40}(,[a-z]{1,40}){0,19}$/) });
const casesQuery = z.strictObject({ t: instant, figure: z.enum(FIGURE_NAMES), area: z.string().regex(/^\d{9}(\d{3}){0,2}$/).optional(), limit: z.coerce.number().int().min(1).max(500).default(200) });
const peopleQuery = z.strictObject({ t: instant });
const atQuery = z.strictObject({ t: instant, from: z.coerce.number().int().min(0).optional(), since: instant.optional() });

/** 回放: which days there are, the strip of one, the room, its people and the boards at an instant, each for the area and mask of whoever asks. */
export function replayRoutes(http: Http, { index, dayOf, stripOf, boards, feed, clock, sees }: ReplayRouteNeeds): void {
  const config = { access: 'replay.view' } as const;

  http.get('/api/v1/replay/days', { config }, async () => {
    const answer: PastDays = { days: index.days().map(({ day, count }) => ({ date: dateKey(day), events: count })) };
    return answer;
  });

  http.get('/api/v1/replay/day', { config, schema: { querystring: dayQuery } }, async (request, reply) => {
    const from = startOfDay(Date.parse(`${request.query.date}T00:00:00+08:00`));
    const now = clock.now();
    if (from > now) return sendRefusal(reply, { code: 'REPLAY_NOT_YET', field: 'date' });
    const actor = actorIn(request);
    const reportedByHour = new Array<number>(HOURS).fill(0);
    const marks: PastDayView['marks'][number][] = [];
    for (const { at, caseId, type, isReport, isMarked } of await stripOf(from).events()) {
      const item = feed.get(asId<CaseId>(caseId));
      if (!item || !sees(actor, item)) continue;
      if (isReport && isCounted(item)) reportedByHour[(startOfHour(at) - from) / (DAY_MS / HOURS)]! += 1;
      if (isMarked) marks.push({ at, event: type, matter: item.matter, villageCode: item.villageCode });
    }
    const answer: PastDayView = { date: request.query.date, from, to: Math.min(from + DAY_MS - 1, now), reportedByHour, marks };
    return answer;
  });

  http.get('/api/v1/replay/at', { config, schema: { querystring: atQuery } }, async (request, reply) => {
    const { t, from, since } = request.query;
    if (t > clock.now()) return sendRefusal(reply, { code: 'REPLAY_NOT_YET', field: 't' });
    const actor = actorIn(request);
    return dayOf(startOfDay(t)).roomAt(t, from === undefined, (room) => room.picture(actor, { fromSeq: from ?? null, peopleSince: since ?? null }));
  });

  http.get('/api/v1/replay/people', { config, schema: { querystring: peopleQuery } }, async (request, reply) => {
    const { t } = request.query;
    if (t > clock.now()) return sendRefusal(reply, { code: 'REPLAY_NOT_YET', field: 't' });
    const actor = actorIn(request);
    return dayOf(startOfDay(t)).roomAt(t, true, (room) => room.people(actor));
  });

  http.get('/api/v1/replay/cases', { config, schema: { querystring: casesQuery } }, async (request, reply) => {
    const { t, figure, area = null, limit } = request.query;
    if (t > clock.now()) return sendRefusal(reply, { code: 'REPLAY_NOT_YET', field: 't' });
    const actor = actorIn(request);
    return dayOf(startOfDay(t)).roomAt(t, true, (room) => ({ figure, at: t, ...room.members(actor, { figure, area, limit }) }));
  });

  http.get('/api/v1/replay/boards', { config, schema: { querystring: boardsQuery } }, async (request, reply) => {
    const { t, names } = request.query;
    if (t > clock.now()) return sendRefusal(reply, { code: 'REPLAY_NOT_YET', field: 't' });
    const answer: PastBoardsView = { at: t, boards: await boards.read(names.split(','), actorIn(request), t) };
    return answer;
  });
}
