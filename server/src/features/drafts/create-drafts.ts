import type { Actor } from '@wangge/shared/access';
import { ok, refuse, type Result } from '@wangge/shared/base';
import { beginDraft, decideDraft, evolveDraft, type Draft, type DraftContent, type DraftEvent, type DraftWish } from '@wangge/shared/draft';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects } from '../../ledger/objects.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import { sendRefusal } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import { beginSchema, commandSchema, draftParams, given } from './drafts.schema.ts';

export interface DraftsNeeds {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  readonly clock: Clock;
}

const SOURCE = '网格上报';

/** 草稿 over HTTP: an author's own, kept until it is whole; handing it in opens the case in the same append. */
export function createDrafts({ ledger, cases, clock }: DraftsNeeds): Feature {
  const drafts = createObjects<Draft, DraftEvent>(ledger, { kind: 'draft', evolve: evolveDraft });
  const own = (actor: Actor, id: string): Draft | undefined => {
    const draft = drafts.get(id);
    return draft?.authorId === actor.id ? draft : undefined;
  };

  async function act(draft: Draft, wish: DraftWish, commandId: string, ip: string): Promise<Result<Draft>> {
    const now = clock.now();
    const first = decideDraft(draft, wish, now);
    if (wish.action !== 'submit' || !first.ok) {
      return drafts.act(draft.id, wish, (state) => {
        const decided = decideDraft(state, wish, now);
        return decided.ok ? ok({ events: [decided.value] }) : decided;
      }, commandId);
    }
    const opened = await openCase(first.value.content!, wish.actor, now, ip);
    if (!opened.ok) return opened;
    const caseId = opened.value.facts!.id;
    return drafts.act(draft.id, wish, (state) => {
      const decided = decideDraft(state, wish, now);
      return decided.ok ? ok({ events: [{ ...decided.value, caseId }], also: [{ stream: caseId, expectedRevision: 0, events: [opened.value] }] }) : decided;
    }, commandId);
  }

  function openCase({ typeCode, lngLat, description, address, photos, voiceNotes = [], drillId }: DraftContent, actor: Actor, now: number, ip: string): ReturnType<CasesApi['prepareReport']> {
    if (typeCode === null || lngLat === null) return Promise.resolve(refuse('CASE_FIELD_REQUIRED', { rule: 'CL36' }));
    const report = { typeCode, lngLat, description, address, photos, voiceNotes, source: SOURCE, externalNo: null, reporter: { name: null, phone: null, isSecret: false }, ...(drillId ? { drillId } : {}), ip };
    return cases.prepareReport(report, actor, now);
  }

  return {
    routes(http) {
      http.get('/api/v1/drafts', { config: { access: 'case.report' } }, async (request) => {
        const actor = actorIn(request);
        const mine = [...drafts.all()].filter(({ authorId, state }) => authorId === actor.id && state === 'kept');
        return { drafts: mine.sort((a, b) => b.savedAt - a.savedAt) };
      });

      http.post('/api/v1/drafts', { config: { access: 'case.report' }, schema: { body: beginSchema } }, async (request, reply) => {
        const actor = actorIn(request);
        const { draftId, ...content } = request.body;
        const begun = beginDraft(draftId, given(content), actor, clock.now());
        const kept = begun.ok ? await drafts.open(draftId, { events: [begun.value] }, `${actor.id}/${draftId}`) : begun;
        return kept.ok ? reply.code(201).send({ draft: kept.value }) : sendRefusal(reply, kept.error);
      });

      http.post('/api/v1/drafts/:id/commands', { config: { access: 'case.report' }, schema: { params: draftParams, body: commandSchema } }, async (request, reply) => {
        const actor = actorIn(request);
        const draft = own(actor, request.params.id);
        if (!draft) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND', rule: 'CL36' });
        const { action, expectedRevision, commandId, payload } = request.body;
        const done = await act(draft, { action, expectedRevision, actor, payload: given(payload) }, `${actor.id}/${commandId}`, request.ip);
        return done.ok ? { draft: done.value, ...caseOf(done.value) } : sendRefusal(reply, done.error, { current: own(actor, draft.id) });
      });
    },
  };

  function caseOf({ caseId }: Draft): { readonly case?: { readonly id: string; readonly no: string } } {
    const item = caseId && cases.get(caseId);
    return item ? { case: { id: item.id, no: item.no } } : {};
  }
}
