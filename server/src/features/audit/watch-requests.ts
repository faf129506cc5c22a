import type { FastifyRequest } from 'fastify';
import { MINUTE_MS } from '@wangge/shared/base';
import type { AuditDeed } from '@wangge/shared/audit';
import type { Clock } from '../../platform/clock.ts';
import { refusalBody, type Http } from '../../platform/http.ts';
import type { AccessApi } from '../access/access.api.ts';
import type { AuditTrail } from './audit-trail.api.ts';
import { deedOf, factsOf, type AnswerFacts } from './request-deed.ts';
import { isBeforeAnswer } from './route-deeds.ts';

/** Who reads the same person's data again within this time reads on. */
const READING_MS = 10 * MINUTE_MS;
const MOST_READINGS = 5_000;

/** Whether somebody begins to read what they have not been reading just now. */
function createReadings(): (deed: AuditDeed) => boolean {
  const since = new Map<string, number>();
  return ({ actorId, object, at }) => {
    const key = `${actorId} ${object}`;
    const isNew = at - (since.get(key) ?? -Infinity) > READING_MS;
    if (isNew) {
      since.delete(key);
      since.set(key, at);
      if (since.size > MOST_READINGS) since.delete(since.keys().next().value!);
    }
    return isNew;
  };
}

/**
 * Stands at the edge and takes down what every request did, by its route, its answer and who was there: no handler tells it.
 * Sign-ins, exports and changes of configuration are durable in the log before their answer leaves; when they can't be, the
 * answer is that the store is unavailable.
 */
export function watchRequests(http: Http, trail: AuditTrail, access: Pick<AccessApi, 'hasAccount'>, clock: Clock): void {
  const facts = new WeakMap<FastifyRequest, AnswerFacts>();
  const beginsReading = createReadings();

  /** Who tried to sign in is named only when there is such an account: what was typed may be a password. */
  async function named(deed: AuditDeed, request: FastifyRequest): Promise<AuditDeed> {
    const account = (request.body as { account?: unknown } | undefined)?.account;
    if (deed.role !== 'nobody' || typeof account !== 'string' || !(await access.hasAccount(account))) return deed;
    return { ...deed, actorId: account, actorName: account };
  }

  http.addHook('preSerialization', async (request, _reply, payload) => {
    facts.set(request, factsOf(payload));
    return payload;
  });

  http.addHook('onSend', async (request, reply, payload) => {
    const deed = deedOf(request, reply, facts.get(request), clock.now());
    if (!deed || (deed.action === 'personal.view' && !beginsReading(deed))) return payload;
    if (!isBeforeAnswer(deed.action)) {
      trail.note(deed);
      return payload;
    }
    try {
      await trail.keep(await named(deed, request));
      return payload;
    } catch {
      for (const header of ['set-cookie', 'content-disposition', 'content-length']) reply.removeHeader(header);
      void reply.code(503).header('content-type', 'application/json; charset=utf-8');
      return JSON.stringify(refusalBody({ code: 'STORE_UNAVAILABLE' }));
    }
  });
}
