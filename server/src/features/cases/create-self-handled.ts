import { z } from 'zod';
import { isInArea, type Actor } from '@wangge/shared/access';
import { asId, type CaseId, type Refusal } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import { refusalBody, sendRefusal } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CasesApi } from './cases.api.ts';

const bodySchema = z.strictObject({ caseIds: z.array(z.uuid()).min(1).max(200).optional() });

/** What came of one press: the reports that were approved, and those that were not, each with its reason. */
interface Approvals {
  readonly approved: readonly { readonly id: CaseId; readonly no: string }[];
  readonly refused: readonly { readonly id: CaseId; readonly no: string; readonly refusal: Refusal }[];
}

/**
 * 批量审核 of self-handled reports: those outside the audit sample in the actor's area, or of them those that are named. Each
 * is decided by the case's own rules, so that one that is refused holds up no other.
 */
export function createSelfHandled({ cases, clock }: { readonly cases: CasesApi; readonly clock: Clock }): Feature {
  async function approve(actor: Actor, named: ReadonlySet<string> | null, ip: string): Promise<Approvals> {
    const approved: { id: CaseId; no: string }[] = [];
    const refused: { id: CaseId; no: string; refusal: Refusal }[] = [];
    const waiting = [...cases.all()].filter(({ id, state, villageCode, isAuditSample }) =>
      state === 'self-handled' && isInArea(villageCode, actor.areaCode) && (named ? named.has(id) : !isAuditSample));
    for (const { id, no, revision, isAuditSample } of waiting) {
      const done = isAuditSample
        ? { ok: false as const, error: { code: 'CASE_AUDIT_REQUIRED', rule: 'CL37' } as const }
        : await cases.command(id, { action: 'approve-self-handled', expectedRevision: revision, actor, payload: {}, ip }, clock.now());
      if (done.ok) approved.push({ id, no });
      else refused.push({ id, no, refusal: done.error });
    }
    return { approved, refused };
  }

  return {
    routes(http) {
      http.post('/api/v1/cases/self-handled/approvals', { config: { access: 'case.command' }, schema: { body: bodySchema } }, async (request, reply) => {
        const actor = actorIn(request);
        if (actor.role !== 'intake') return sendRefusal(reply, { code: 'ACTION_FORBIDDEN', rule: 'CL37' });
        const { caseIds } = request.body;
        const { approved, refused } = await approve(actor, caseIds ? new Set(caseIds.map((id) => asId<CaseId>(id))) : null, request.ip);
        return { approved, refused: refused.map(({ id, no, refusal }) => ({ id, no, ...refusalBody(refusal) })) };
      });
    },
  };
}
