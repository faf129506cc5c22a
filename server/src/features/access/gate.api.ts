import type { FastifyReply, FastifyRequest } from 'fastify';
import { can, type Actor } from '@wangge/shared/access';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { AccessApi } from './access.api.ts';
import type { SignedIn } from './accounts.ts';
import { CITIZEN, channelActor, type ChannelsApi } from './channels.ts';

export const SESSION_COOKIE = 'wangge_session';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
    channelActor: Actor | null;
  }
}

/** The person behind a request that has passed the gate. */
export function actorIn(request: FastifyRequest): Actor {
  const actor = request.signedIn?.actor ?? request.channelActor;
  if (!actor) throw new Error('route without access declaration reached its handler');
  return actor;
}

/** Puts the gate before every route of the API: session or channel key, permission by role, and the origin of writes with a cookie. */
export function guardRoutes(http: Http, access: AccessApi, channels: ChannelsApi): void {
  http.decorateRequest('signedIn', null);
  http.decorateRequest('channelActor', null);
  http.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/v1') && route.config?.access === undefined) {
      throw new Error(`route ${String(route.method)} ${route.url} does not say who may call it`);
    }
  });
  http.addHook('onRequest', async (request, reply) => {
    const wanted = request.routeOptions.config.access;
    if (wanted === undefined || wanted === 'public') return undefined;
    if (wanted === 'citizen') {
      request.channelActor = CITIZEN;
      return undefined;
    }
    if (wanted === 'channel') return admitChannel(request, reply, channels);
    request.signedIn = await access.find(request.cookies[SESSION_COOKIE]);
    if (!request.signedIn) return sendRefusal(reply, { code: 'NOT_SIGNED_IN' });
    if (!isOwnOrigin(request)) return sendRefusal(reply, { code: 'ORIGIN_FORBIDDEN' });
    if (wanted !== 'signed-in' && !can(request.signedIn.role, wanted)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    return undefined;
  });
}

async function admitChannel(request: FastifyRequest, reply: FastifyReply, channels: ChannelsApi): Promise<FastifyReply | undefined> {
  const header = request.headers['x-api-key'];
  const channel = await channels.find(typeof header === 'string' ? header : undefined);
  if (!channel) return sendRefusal(reply, { code: 'API_KEY_INVALID' });
  request.channelActor = channelActor(channel);
  return undefined;
}

/** A write that carries a cookie must come from a page of our own (cross-site request forgery). */
function isOwnOrigin(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
