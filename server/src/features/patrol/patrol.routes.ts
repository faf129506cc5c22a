import { z } from 'zod';
import { can, isInArea, type Actor } from '@wangge/shared/access';
import type { CoverageView, GridTasksView, Visit } from '@wangge/shared/patrol';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { maskText } from '../cases/mask.api.ts';
import { createAskedDuties } from './asked-duties.ts';
import { gridPostsKind } from './patrol-kinds.api.ts';
import type { PatrolBook, PatrolNeeds } from './patrol-book.ts';
import type { Standings } from './standings.queries.ts';

const LAST_VISITS = 20;
const code = z.string().regex(/^\d{15}$/);
const visitBody = z.strictObject({
  id: z.uuid(), gridCode: code, duties: z.array(z.string().min(1).max(20)).min(1).max(40),
  lngLat: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  note: z.string().max(500).default(''), photos: z.array(z.string().min(1).max(64)).max(9).default([]), caseId: z.uuid().nullable().default(null),
});

/** 网格日常 over HTTP: the tasks of a grid, recording a visit, and coverage of the reader's area. */
export function patrolRoutes(http: Http, { lists, district, clock }: PatrolNeeds, book: PatrolBook, standings: Standings): void {
  const asked = createAskedDuties(lists);
  const forReader = (actor: Actor, visit: Visit): Visit => (can(actor.role, 'case.view-personal') || visit.byId === actor.id ? visit : { ...visit, note: maskText(visit.note) });

  http.get('/api/v1/patrol/tasks', { config: { access: 'patrol.view' }, schema: { querystring: z.strictObject({ grid: code.optional() }) } }, async (request, reply) => {
    const actor = actorIn(request);
    const now = clock.now();
    const own = district.gridOfPerson(actor.id);
    const grid = standings.of(request.query.grid ?? own ?? '', now);
    if (!grid || !isInArea(grid.villageCode, actor.areaCode)) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const duties = asked.at(now);
    const byCode = new Map(duties.content.map((duty) => [duty.code, duty]));
    const view: GridTasksView = {
      gridCode: grid.gridCode, standing: grid, tasks: standings.tasksOf(grid.gridCode, now).flatMap((task) => { const duty = byCode.get(task.dutyCode); return duty ? [{ ...task, duty }] : []; }),
      posts: lists.inForce(gridPostsKind, now).content, visits: book.ofGrid(grid.gridCode).slice(-LAST_VISITS).reverse().map((visit) => forReader(actor, visit)),
      dutiesVersion: duties.version, isConfirmed: duties.isConfirmed, isYours: can(actor.role, 'patrol.act') && own === grid.gridCode,
    };
    return view;
  });

  http.post('/api/v1/patrol/visits', { config: { access: 'patrol.act' }, schema: { body: visitBody } }, async (request, reply) => {
    const recorded = await book.record(request.body, actorIn(request));
    return recorded.ok ? reply.code(201).send(recorded.value) : sendRefusal(reply, recorded.error);
  });

  http.get('/api/v1/patrol/coverage', { config: { access: 'patrol.view' } }, async (request): Promise<CoverageView> => standings.coverage(actorIn(request), clock.now()));
}
