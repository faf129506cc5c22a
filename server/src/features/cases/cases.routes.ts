import { z } from 'zod';
import { asId, type CaseId, type TeamId } from '@wangge/shared/base';
import { can, type Actor } from '@wangge/shared/access';
import { acceptDoneAt, isThroughCall, mergeCandidates, type Case, type CaseAction, type CasePayload } from '@wangge/shared/case';
import type { ToldEntry } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { caseDetail } from './case-detail.ts';
import { caseRow } from './case-row.ts';
import { casePage } from './case-sheet.api.ts';
import type { CasesApi } from './cases.api.ts';
import { checkersFor } from './checkers.ts';
import { commandSchema, listQuerySchema, toPayload } from './cases.schema.ts';
import { filterCases } from './cases.queries.ts';

const idParams = z.strictObject({ id: z.uuid() });

export interface CaseRoutesNeeds {
  readonly cases: CasesApi;
  /** What is added to sending a team: the way there and the time it takes. */
  planDispatch(item: Case, teamId: TeamId, now: number): CasePayload;
  readonly district: DistrictApi;
  readonly clock: Clock;
  /** Whether this person may see the case at all: another's case answers as if it did not exist. */
  maySee(actor: Actor, item: Case): boolean;
  /** Which systems were told of which step of a case (回传). */
  toldOf(id: CaseId): Promise<readonly ToldEntry[]>;
}

export function caseRoutes(http: Http, needs: CaseRoutesNeeds): void {
  const { cases, district, clock, maySee } = needs;

  async function visible(actor: Actor, id: string): Promise<Case | null> {
    // Who was given a case at another node a moment ago may see it here too.
    const item = await cases.find(asId<CaseId>(id), (known) => maySee(actor, known));
    return item && maySee(actor, item) ? item : null;
  }

  async function detail(item: Case, actor: Actor): Promise<object> {
    const now = clock.now();
    return caseDetail({ item, history: await cases.history(item.id), actor, context: cases.context(now, item), items: district.itemsFor(item.typeCode, now), told: await needs.toldOf(item.id), find: (id) => cases.get(id) });
  }

  http.get('/api/v1/cases', { config: { access: 'case.view' }, schema: { querystring: listQuerySchema } }, async (request) => {
    const actor = actorIn(request);
    const { limit, offset } = request.query;
    const found = filterCases(cases.all(), request.query, clock.now()).filter((item) => maySee(actor, item));
    return { total: found.length, cases: found.slice(offset, offset + limit).map((item) => caseRow(item, placeFor(actor, item))) };
  });

  function placeFor(actor: Actor, item: Case): readonly [number, number] {
    const isSnapped = item.containsPersonalInfo && !can(actor.role, 'case.view-personal') && !can(actor.role, 'field.watch');
    return isSnapped ? district.gridCentre(item.gridCode) ?? item.lngLat : item.lngLat;
  }

  http.get('/api/v1/cases/:id', { config: { access: 'case.view' }, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const item = actor.role === 'wall' ? null : await visible(actor, request.params.id);
    return item ? detail(item, actor) : sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
  });

  http.get('/api/v1/cases/:id/course', { config: { access: 'case.view' }, schema: { params: idParams } }, async (request, reply) => {
    const item = await visible(actorIn(request), request.params.id);
    return item ? casePage(item, await cases.history(item.id), { district, now: clock.now() }) : sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
  });

  http.get('/api/v1/cases/:id/merge-candidates', { config: { access: 'case.command' }, schema: { params: idParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const item = await visible(actor, request.params.id);
    if (!item) return sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
    const found = item.state === 'reported' ? mergeCandidates(item, cases.all(), cases.context(clock.now()).rules) : [];
    return {
      candidates: found.filter((candidate) => maySee(actor, candidate.item))
        .map(({ item: other, distanceM, apartMs }) => ({ row: caseRow(other, placeFor(actor, other)), distanceM: Math.round(distanceM), apartMs, reportCount: other.receipts.length })),
    };
  });

  http.get('/api/v1/cases/:id/checkers', { config: { access: 'case.recommend' }, schema: { params: idParams, querystring: z.strictObject({ task: z.enum(['verify', 'check']) }) } }, async (request, reply) => {
    const actor = actorIn(request);
    const item = await visible(actor, request.params.id);
    return item ? checkersFor(item, request.query.task, district.within(actor.areaCode), cases.context(clock.now(), item)) : sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
  });

  http.post('/api/v1/cases/:id/commands', {
    config: { access: 'case.command' }, schema: { params: idParams, body: commandSchema },
  }, async (request, reply) => {
    const actor = actorIn(request);
    const item = await visible(actor, request.params.id);
    if (!item) return sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
    const { action, expectedRevision, commandId } = request.body;
    const now = clock.now();
    if (isThroughCall(item, action, actor.role)) return sendRefusal(reply, { code: 'CASE_THROUGH_CALL', rule: 'CC9', instead: ['call'] }, { current: await detail(item, actor) });
    const said = toPayload(request.body.payload);
    const payload = enrich(item, action, said, now);
    const doneAt = payload.doneAt === undefined ? null : acceptDoneAt(payload, actor.id, await cases.history(item.id), now, cases.context(now).rules);
    const done = await cases.command(item.id, { action, expectedRevision, actor, payload, ip: request.ip, ...(doneAt === null ? {} : { doneAt }) }, now, { commandId: `${actor.id}/${commandId}`, said });
    if (!done.ok) return sendRefusal(reply, done.error, { current: await detail(cases.get(item.id) ?? item, actor) });
    return { case: await detail(done.value.item, actor), seq: done.value.seq };
  });

  /** Sending a team, the server adds the way there from its last position. */
  function enrich(item: Case, action: CaseAction, payload: CasePayload, now: number): CasePayload {
    const isSending = (action === 'dispatch' || action === 'redirect' || action === 'pass-on') && payload.teamId !== undefined;
    return isSending ? { ...payload, ...needs.planDispatch(item, payload.teamId!, now) } : payload;
  }
}
