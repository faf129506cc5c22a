import { z } from 'zod';
import { DAY_MS } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import { FIGURE_NAMES } from '@wangge/shared/figures';
import type { CaseRow, ReportedAnswer } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { isInArea, type Actor } from '@wangge/shared/access';
import type { CasesApi } from '../cases/cases.api.ts';
import { isCaseIn } from './case-area.api.ts';
import { counts } from './figure-members.api.ts';
import type { FiguresApi } from './figures.api.ts';

/** The longest time that heat looks back. */
const HEAT_MS = 7 * DAY_MS;

/** A township, village or grid inside the reader's area. */
const area = z.string().regex(/^\d{9}(\d{3}){0,2}$/).optional();

export function figureRoutes(http: Http, figures: FiguresApi, cases: CasesApi, clock: Clock, rowFor: (actor: Actor, item: Case) => CaseRow | null): void {
  http.get('/api/v1/figures', { config: { access: 'figures.view' }, schema: { querystring: z.strictObject({ area }) } }, async (request, reply) => {
    const { areaCode } = actorIn(request);
    const asked = request.query.area ?? areaCode;
    return isInArea(asked, areaCode) ? figures.read(clock.now(), asked) : sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
  });

  http.get('/api/v1/figures/reported', { config: { access: 'figures.view' } }, async (request): Promise<ReportedAnswer> => {
    const at = clock.now();
    const actor = actorIn(request);
    const ended = [...cases.all()].filter(({ reportedAt, state, drillId }) => reportedAt > at - HEAT_MS && !isOpenState(state) && drillId === null);
    const rows = ended.map((item) => rowFor(actor, item)).filter((row) => row !== null);
    return { at, cases: rows.map(({ lngLat, reportedAt, urgency, villageCode, gridCode, platform }) => ({ lngLat, reportedAt, urgency, villageCode, gridCode, platform })) };
  });

  http.get('/api/v1/figures/cases', {
    config: { access: 'figures.view' },
    schema: {
      querystring: z.strictObject({ figure: z.enum(FIGURE_NAMES), area, limit: z.coerce.number().int().min(1).max(500).default(200) }),
    },
  }, async (request) => {
    const now = clock.now();
    const actor = actorIn(request);
    const found = [...cases.all()].filter((item) => isInArea(item.villageCode, actor.areaCode) && isCaseIn(item, request.query.area ?? '') && counts(request.query.figure, item, now)).sort((a, b) => a.clock.dueAt - b.clock.dueAt);
    const rows = found.slice(0, request.query.limit).map((item) => rowFor(actor, item)).filter((row) => row !== null);
    return { figure: request.query.figure, at: now, total: found.length, cases: rows };
  });
}
