import type { FastifyReply, FastifyRequest } from 'fastify';
import { can } from '@wangge/shared/access';
import type { AuditDeed, AuditDetail } from '@wangge/shared/audit';
import { maskText } from '../cases/mask.api.ts';
import { actionOf } from './route-deeds.ts';

/** What an answer told before it became text. */
export interface AnswerFacts {
  readonly code: string | null;
  readonly id: string | null;
  readonly revision: number | null;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly role: string | null;
  /** Whether it shows who reported something and how to reach them. */
  readonly showsPerson: boolean;
}

const LONGEST = 100;
/** Refusals of this kind say nothing of what somebody tried: nobody was there, or the request was none. */
const SAYS_NOTHING = new Set([400, 413, 429]);

/** A short text without phone and identity numbers. */
export function plain(text: string): string {
  return maskText(text).slice(0, LONGEST);
}

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Reads of an answer what the log wants to know. */
export function factsOf(answer: unknown): AnswerFacts {
  const body = isRecord(answer) ? answer : {};
  const about = isRecord(body['case']) ? body['case'] : body;
  const row = isRecord(about['row']) ? about['row'] : about;
  const person = isRecord(body['person']) ? body['person'] : {};
  const phone = textOf(body['reporterPhone']);
  const [id, name] = [textOf(person['id']), textOf(person['name'])];
  return {
    code: textOf(body['code']), id: textOf(row['id']), revision: numberOf(row['revision']), role: textOf(body['role']),
    person: id !== null && name !== null ? { id, name } : null, showsPerson: phone !== null && phone !== '' && !phone.includes('*'),
  };
}

function detailOf(request: FastifyRequest, action: string, facts: AnswerFacts | undefined): AuditDetail {
  const detail: Record<string, string | number> = {};
  const body = isRecord(request.body) ? request.body : {};
  const [verb, seen] = [textOf(body['action']), numberOf(body['expectedRevision'])];
  if (verb !== null) detail['action'] = plain(verb);
  if (seen !== null) detail['expectedRevision'] = seen;
  if (facts !== undefined && facts.revision !== null && facts.code === null) detail['revision'] = facts.revision;
  if (action === 'session.role') detail['role'] = plain(textOf(body['role']) ?? '');
  if (action === 'config.lists') detail['version'] = plain(textOf(body['version']) ?? '');
  if (action.startsWith('export.') || action === 'personal.track') {
    for (const [name, value] of Object.entries(isRecord(request.query) ? request.query : {})) if (typeof value === 'string' || typeof value === 'number') detail[name] = plain(String(value));
  }
  return detail;
}

/** What was acted on: the path below the API with its names, or what was made. */
function objectOf(request: FastifyRequest, facts: AnswerFacts | undefined): string {
  const path = (request.url.split('?')[0] ?? '').replace('/api/v1/', '').replace(/\/commands$/, '');
  const params = isRecord(request.params) ? Object.keys(request.params).length : 0;
  return plain(params === 0 && facts?.id && facts.code === null ? `${path}/${facts.id}` : path);
}

/** Who acted: the person or channel that passed the gate, whom the answer made known, or nobody. */
function actorOf(request: FastifyRequest, facts: AnswerFacts | undefined): Pick<AuditDeed, 'actorId' | 'actorName' | 'role' | 'unitId'> {
  const actor = request.signedIn?.actor ?? request.channelActor;
  if (actor) return { actorId: actor.id, actorName: actor.name, role: actor.role, unitId: actor.unitId };
  if (facts?.person) return { actorId: facts.person.id, actorName: facts.person.name, role: (facts.role ?? 'nobody') as AuditDeed['role'], unitId: null };
  return { actorId: '', actorName: '', role: 'nobody', unitId: null };
}

/** What a request did or tried, once its answer is known; null where that is nothing to record. */
export function deedOf(request: FastifyRequest, reply: FastifyReply, facts: AnswerFacts | undefined, at: number): AuditDeed | null {
  const { method, routeOptions: { url, config: { access } } } = request;
  if (url === undefined || !url.startsWith('/api/v1') || access === undefined) return null;
  let action = actionOf(method, url);
  const status = reply.statusCode;
  const isRefused = status >= 400;
  if (action === null || SAYS_NOTHING.has(status) || facts?.code === 'NOT_SIGNED_IN') return null;
  const isDownload = String(reply.getHeader('content-disposition') ?? '').startsWith('attachment');
  if (!isRefused && isDownload) action = action.replace(/^\w+/, 'export');
  else if (!isRefused && facts?.showsPerson && request.signedIn && can(request.signedIn.role, 'case.view-personal')) action = 'personal.view';
  if (action.startsWith('view.') && !(status === 403 || status === 404)) return null;
  return {
    at, ...actorOf(request, facts), address: request.ip, action, object: action.startsWith('session.') ? '' : objectOf(request, facts),
    result: isRefused ? 'refused' : 'ok', code: isRefused ? (facts?.code ?? String(status)) : null, detail: detailOf(request, action, facts),
  };
}
