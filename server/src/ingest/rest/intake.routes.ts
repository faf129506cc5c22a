import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@wangge/shared/base';
import type { Actor } from '@wangge/shared/access';
import type { CasesApi, ReportInput, ReportOutcome } from '../../features/cases/cases.api.ts';
import { actorIn } from '../../features/access/gate.api.ts';
import type { PhotoCheck } from '../../features/attachments/photo-guard.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { refusalBody, sendRefusal, type Http } from '../../platform/http.ts';
import { batchSchema, reportSchema } from './intake.schema.ts';
import { toReport } from './to-report.ts';

export interface IntakeNeeds {
  readonly cases: CasesApi;
  readonly checkPhotos: PhotoCheck;
  readonly clock: Clock;
}

interface Checked {
  readonly inputs: ReportInput[];
  readonly indexes: number[];
  readonly refused: { index: number; refusal: Refusal }[];
}

async function check(bodies: readonly unknown[], checkPhotos: PhotoCheck, channelName: string, ip: string): Promise<Checked> {
  const out: Checked = { inputs: [], indexes: [], refused: [] };
  for (const [index, body] of bodies.entries()) {
    const parsed = reportSchema.safeParse(body);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const isUnknown = issue?.code === 'unrecognized_keys';
      const field = isUnknown ? issue.keys[0] ?? '' : issue?.path.join('.') ?? '';
      out.refused.push({ index, refusal: { code: isUnknown ? 'FIELD_UNKNOWN' : 'FIELD_INVALID', field, ...(issue ? { detail: issue.message } : {}) } });
      continue;
    }
    const report = toReport(parsed.data, channelName, ip);
    const refusal = report.ok ? await checkPhotos(parsed.data) : report.error;
    if (refusal) out.refused.push({ index, refusal });
    else if (report.ok) {
      out.inputs.push(report.value);
      out.indexes.push(index);
    }
  }
  return out;
}

function answerFor(checked: Checked, outcome: ReportOutcome): { accepted: object[]; refused: object[] } {
  const lost = new Map(outcome.refused.map((r) => [r.index, r.refusal]));
  const taken = checked.indexes.filter((_, i) => !lost.has(i));
  const refused = [...checked.refused, ...outcome.refused.map((r) => ({ index: checked.indexes[r.index]!, refusal: r.refusal }))];
  return {
    accepted: outcome.cases.map((item, i) => ({ index: taken[i], id: item.id, no: item.no })),
    refused: refused.sort((a, b) => a.index - b.index).map(({ index, refusal }) => ({ index, ...refusalBody(refusal) })),
  };
}

/**
 * 统一受理 over REST: one report or a batch, with a key per channel and an Idempotency-Key. The same key and body get the
 * same answer and no second case; the same key with another body is refused with 409.
 */
export function intakeRoutes(http: Http, { cases, checkPhotos, clock }: IntakeNeeds): void {
  async function take(request: FastifyRequest, reply: FastifyReply, bodies: readonly unknown[], isSingle: boolean): Promise<FastifyReply> {
    const actor: Actor = actorIn(request);
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key === '' || key.length > 200) return sendRefusal(reply, { code: 'IDEMPOTENCY_KEY_MISSING' });
    const bodyHash = createHash('sha256').update(JSON.stringify(request.body)).digest('base64url');
    const checked = await check(bodies, checkPhotos, actor.name, request.ip);
    if (isSingle && checked.refused[0]) return sendRefusal(reply, checked.refused[0].refusal);
    const answer = await cases.report(checked.inputs, actor, clock.now(), {
      scope: actor.id, key, bodyHash, answerOf: (outcome) => JSON.stringify(answerFor(checked, outcome)),
    });
    if (answer.kind === 'repeated' && answer.record.bodyHash !== bodyHash) return sendRefusal(reply, { code: 'IDEMPOTENCY_KEY_REUSED' });
    if (answer.kind === 'repeated') reply.header('idempotent-replayed', 'true');
    const result = JSON.parse(answer.kind === 'repeated' ? answer.record.answer : answer.answer) as ReturnType<typeof answerFor>;
    if (!isSingle) return reply.code(200).send(result);
    const [refused] = result.refused as { code: Refusal['code']; field?: string; detail?: string }[];
    return refused ? sendRefusal(reply, refused) : reply.code(201).send(result.accepted[0]);
  }

  http.post('/api/v1/intake/cases', { config: { access: 'channel' } }, async (request, reply) => take(request, reply, [request.body], true));

  http.post('/api/v1/intake/cases/batch', { config: { access: 'channel' }, schema: { body: batchSchema } }, async (request, reply) =>
    take(request, reply, request.body.cases, false));

  http.post('/api/v1/cases', { config: { access: 'case.report' }, schema: { body: reportSchema } }, async (request, reply) => {
    if (request.headers['idempotency-key'] !== undefined) return take(request, reply, [request.body], true);
    const actor = actorIn(request);
    const report = toReport(request.body, actor.name, request.ip);
    if (!report.ok) return sendRefusal(reply, report.error);
    const answer = await cases.report([report.value], actor, clock.now());
    if (answer.kind === 'repeated') throw new Error('a report without a key cannot be a repetition');
    const [refused] = answer.outcome.refused;
    const [item] = answer.outcome.cases;
    return item ? reply.code(201).send({ id: item.id, no: item.no }) : sendRefusal(reply, refused?.refusal ?? { code: 'INTERNAL_FAULT' });
  });
}
