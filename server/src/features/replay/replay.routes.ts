import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { DAY_MS, asId, dateKey, startOfDay, startOfHour, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { PastDay as PastDayView, PastDays } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import { FIGURE_NAMES } from '@wangge/shared/figures';
import type { HistoryIndex } from './history-index.ts';
import type { PastDay } from './past-day.ts';

/** Whether somebody sees a case on wall or desk. */
export type SeesCase = (actor: Actor, item: Case) => boolean;

export interface ReplayRouteNeeds {
  readonly index: HistoryIndex;
  dayOf(day: number): PastDay;
  readonly feed: CaseFeed;
  readonly clock: Clock;
  readonly sees: SeesCase;
}

/** What one jumps to with 上一事件 and 下一事件. */
const MARKED = new Set(['reported', 'self-handling-reported', 'dispatched', 'arrived', 'closed', 'county-called', 'supervised', 'suspended']);
const HOURS = 24;

const dayQuery = z.strictObject({ date: z.iso.date() });
const casesQuery = z.strictObject({ t: z.coerce.number().int().positive(), figure: z.enum(FIGURE_NAMES), village: z.string().regex(/^\d{9}(\d{3})?$/).optional(), limit: z.coerce.number().int().min(1).max(500).default(200) });
const atQuery = z.strictObject({ t: z.coerce.number().int().positive(), from: z.coerce.number().int().min(0).optional(), people: z.enum(['0', '1']).default('0') });

/** 回放: which days there are, the strip of one, and the room at an instant, each for the area and mask of whoever asks. */
export function replayRoutes(http: Http, { index, dayOf, feed, clock, sees }: ReplayRouteNeeds): void {
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
    for (const { knownAt, stored: { stream, event } } of await dayOf(from).events()) {
      const item = feed.get(asId<CaseId>(stream));
      if (!item || !sees(actor, item)) continue;
      if (event.facts) reportedByHour[(startOfHour(knownAt) - from) / (DAY_MS / HOURS)]! += 1;
      if (MARKED.has(event.type)) marks.push({ at: knownAt, event: event.type, matter: item.matter, villageCode: item.villageCode });
    }
    const answer: PastDayView = { date: request.query.date, from, to: Math.min(from + DAY_MS - 1, now), reportedByHour, marks };
    return answer;
  });

  http.get('/api/v1/replay/at', { config, schema: { querystring: atQuery } }, async (request, reply) => {
    const { t, from, people } = request.query;
    if (t > clock.now()) return sendRefusal(reply, { code: 'REPLAY_NOT_YET', field: 't' });
    const actor = actorIn(request);
    return dayOf(startOfDay(t)).roomAt(t, from === undefined, (room) => room.picture(actor, { fromSeq: from ?? null, withPeople: people === '1' }));
  });

  http.get('/api/v1/replay/cases', { config, schema: { querystring: casesQuery } }, async (request, reply) => {
    const { t, figure, village = null, limit } = request.query;
    if (t > clock.now()) return sendRefusal(reply, { code: 'REPLAY_NOT_YET', field: 't' });
    const actor = actorIn(request);
    return dayOf(startOfDay(t)).roomAt(t, true, (room) => ({ figure, at: t, ...room.members(actor, { figure, village, limit }) }));
  });
}
