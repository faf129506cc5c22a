import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { asId, type CaseId, type Refusal } from '@wangge/shared/base';
import { readReceiptCode } from '@wangge/shared/citizen';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { qrSvg } from '../../platform/qr-svg.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CitizenDesk } from './citizen-desk.ts';
import { citizenReport, lookBody, ratingBody, reopenBody, reportKey, signQuery } from './citizen.schema.ts';

const HOUR = '1 hour';
/** A photo that the page has shrunk; one from a camera as it is has no business here. */
const MAX_PHOTO_BYTES = 4 * 1_048_576;

/** 百姓上报: the only routes that anybody may call without signing in, beside the ways to sign in. What each refuses is counted by its code. */
export function citizenRoutes(http: Http, desk: CitizenDesk): void {
  const limit = (kind: 'reports' | 'photos' | 'looks') => ({ max: () => desk.rules().hourly[kind], timeWindow: HOUR });
  const access = 'citizen';

  http.addHook('preSerialization', async (request, reply, payload) => {
    if (reply.statusCode >= 400 && request.url.startsWith('/api/v1/citizen/')) desk.count((payload as Refusal).code);
    return payload;
  });

  /** The key of the report a request belongs to, once its proof of work holds; else the answer was sent. */
  async function provenKey(request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    const key = reportKey.safeParse(request.headers['idempotency-key']);
    const code = key.success ? await desk.proofRefusal(key.data, request.headers['x-citizen-proof']) : 'IDEMPOTENCY_KEY_MISSING';
    if (code === null && key.success) return key.data;
    sendRefusal(reply, { code: code ?? 'IDEMPOTENCY_KEY_MISSING' });
    return null;
  }

  http.get('/api/v1/citizen/door', { config: { access } }, async () => desk.door());

  http.get('/api/v1/citizen/map', { config: { access } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('content-encoding', 'gzip').header('cache-control', 'public, max-age=3600').send(desk.packedMap()));

  /** 二维码 of the page itself, for the signs on which people find it. */
  http.get('/api/v1/citizen/qr.svg', { config: { access, rateLimit: limit('looks') }, schema: { querystring: signQuery } }, async (request, reply) => {
    const { scheme = request.protocol, village } = request.query;
    if (village !== undefined && !desk.hasVillage(village)) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const address = `${scheme}://${request.host}/report${village === undefined ? '' : `?village=${village}`}`;
    return reply.type('image/svg+xml').header('cache-control', 'public, max-age=3600').send(qrSvg(address));
  });

  http.post('/api/v1/citizen/challenges', { config: { access, rateLimit: limit('looks') }, schema: { body: z.strictObject({ key: reportKey }) } },
    async (request) => desk.challenge(request.body.key));

  http.post('/api/v1/citizen/photos', { config: { access, rateLimit: limit('photos') }, bodyLimit: MAX_PHOTO_BYTES }, async (request, reply) => {
    const key = await provenKey(request, reply);
    if (key === null) return reply;
    const kept = await desk.keepPhoto(key, request.body);
    return kept.ok ? reply.code(201).send({ id: kept.value }) : sendRefusal(reply, kept.error);
  });

  http.post('/api/v1/citizen/reports', { config: { access, rateLimit: limit('reports') }, schema: { body: citizenReport } }, async (request, reply) => {
    const key = reportKey.safeParse(request.headers['idempotency-key']);
    if (!key.success) return sendRefusal(reply, { code: 'IDEMPOTENCY_KEY_MISSING' });
    const bodyHash = createHash('sha256').update(JSON.stringify(request.body)).digest('base64url');
    const before = await desk.answered(key.data, bodyHash);
    if (before) return before.ok ? reply.code(201).header('idempotent-replayed', 'true').send(before.value) : sendRefusal(reply, before.error);
    if ((await provenKey(request, reply)) === null) return reply;
    const taken = await desk.report(key.data, bodyHash, request.body, actorIn(request), request.ip);
    return taken.ok ? reply.code(201).send(taken.value) : sendRefusal(reply, taken.error);
  });

  /** The report of a code; a code nobody holds and one that cannot be are answered the same. */
  async function reportOf(code: string): Promise<CaseId | null> {
    const known = readReceiptCode(code);
    const id = known === null ? null : await desk.caseOf(known);
    return id === null ? null : asId<CaseId>(id);
  }

  http.post('/api/v1/citizen/progress', { config: { access, rateLimit: limit('looks') }, schema: { body: lookBody } }, async (request, reply) => {
    const id = await reportOf(request.body.code);
    const progress = id && (await desk.progress(id, actorIn(request)));
    return progress ?? sendRefusal(reply, { code: 'CITIZEN_CODE_UNKNOWN' });
  });

  http.post('/api/v1/citizen/ratings', { config: { access, rateLimit: limit('looks') }, schema: { body: ratingBody } }, async (request, reply) => {
    const { code, commandId, ...rating } = request.body;
    const id = await reportOf(code);
    if (!id) return sendRefusal(reply, { code: 'CITIZEN_CODE_UNKNOWN' });
    const rated = await desk.rate(id, rating, { commandId, actor: actorIn(request), ip: request.ip });
    return rated.ok ? rated.value : sendRefusal(reply, rated.error);
  });

  http.post('/api/v1/citizen/reopenings', { config: { access, rateLimit: limit('looks') }, schema: { body: reopenBody } }, async (request, reply) => {
    const { code, commandId, reason } = request.body;
    const id = await reportOf(code);
    if (!id) return sendRefusal(reply, { code: 'CITIZEN_CODE_UNKNOWN' });
    const asked = await desk.askReopen(id, reason, { commandId, actor: actorIn(request), ip: request.ip });
    return asked.ok ? asked.value : sendRefusal(reply, asked.error);
  });
}
