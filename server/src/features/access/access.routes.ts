import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ROLES, type Role } from '@wangge/shared/access';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { Result } from '@wangge/shared/base';
import type { AccessApi } from './access.api.ts';
import type { SignedIn } from './accounts.ts';
import { SESSION_COOKIE } from './gate.api.ts';
import { SCREEN_COOKIE, keepScreen } from './screen-cookie.api.ts';

/** What a signed-in page may know of itself. */
/** Names of the boards a role may read. */
type BoardsOf = (role: Role) => readonly string[];

/** Who is signed in, and the boards that their role may read: the surface asks for no others. */
function view({ account, role }: SignedIn, boardsOf: BoardsOf): object {
  return { person: { id: account.personId, name: account.name, post: account.post }, roles: account.roles, role, unitId: account.unitId, gridCode: account.gridCode, tile: account.screen?.tile ?? null, boards: boardsOf(role) };
}

function isLoopback(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !isForwarded && (address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1');
}

function openWith(reply: FastifyReply, opened: Result<{ token: string; signedIn: SignedIn }>, boardsOf: BoardsOf): FastifyReply {
  if (!opened.ok) return sendRefusal(reply, opened.error);
  return reply
    .setCookie(SESSION_COOKIE, opened.value.token, { httpOnly: true, sameSite: 'strict', path: '/', secure: reply.request.protocol === 'https', maxAge: 30 * 86_400 })
    .send(view(opened.value.signedIn, boardsOf));
}

const SIGN_IN_LIMIT = { max: 60, timeWindow: 60_000 };

export interface AccessRoutesNeeds {
  readonly access: AccessApi;
  readonly isDemo: boolean;
  readonly boardsOf: BoardsOf;
  /** Told when somebody signed out or acts in another role, so that what they watch is taken away. */
  onSessionsChanged(): void;
}

/** Sign-in, sign-out, the acting role, the wall's key, the paired screen, and in a demo the accounts in one press from this machine only. */
export function accessRoutes(http: Http, { access, isDemo, boardsOf, onSessionsChanged }: AccessRoutesNeeds): void {
  http.post('/api/v1/session', {
    config: { access: 'public', rateLimit: SIGN_IN_LIMIT },
    schema: { body: z.strictObject({ account: z.string().min(1).max(64), password: z.string().min(1).max(200) }) },
  }, async (request, reply) => openWith(reply, await access.signIn(request.body.account, request.body.password), boardsOf));

  http.post('/api/v1/session/wall', {
    config: { access: 'public', rateLimit: SIGN_IN_LIMIT }, schema: { body: z.strictObject({ key: z.string().min(1).max(200) }) },
  }, async (request, reply) => openWith(reply, await access.openWallSession(request.body.key), boardsOf));

  http.post('/api/v1/session/screen', { config: { access: 'public', rateLimit: SIGN_IN_LIMIT } }, async (request, reply) => {
    const secret = request.cookies[SCREEN_COOKIE];
    const opened = await access.openScreenSession(secret);
    if (opened.ok && secret !== undefined) keepScreen(reply, secret);
    return openWith(reply, opened, boardsOf);
  });

  http.get('/api/v1/session', { config: { access: 'signed-in' } }, async (request) => view(request.signedIn!, boardsOf));

  http.delete('/api/v1/session', { config: { access: 'signed-in' } }, async (request, reply) => {
    await access.signOut(request.cookies[SESSION_COOKIE] ?? '');
    onSessionsChanged();
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
  });

  http.put('/api/v1/session/role', {
    config: { access: 'signed-in' }, schema: { body: z.strictObject({ role: z.enum(ROLES) }) },
  }, async (request, reply) => {
    const switched = await access.switchRole(request.cookies[SESSION_COOKIE] ?? '', request.body.role);
    if (!switched.ok) return sendRefusal(reply, switched.error);
    onSessionsChanged();
    return view(switched.value, boardsOf);
  });

  if (isDemo) demoRoutes(http, access, boardsOf);
}

function demoRoutes(http: Http, access: AccessApi, boardsOf: BoardsOf): void {
  http.get('/api/v1/demo-accounts', { config: { access: 'public' } }, async (request, reply) => {
    if (!isLoopback(request)) return sendRefusal(reply, { code: 'NOT_FOUND' });
    return (await access.accounts()).map(({ account, name, post, roles }) => ({ account, name, post, role: roles[0] }));
  });

  http.post('/api/v1/session/demo', {
    config: { access: 'public' }, schema: { body: z.strictObject({ account: z.string().min(1).max(64) }) },
  }, async (request, reply) => {
    if (!isLoopback(request)) return sendRefusal(reply, { code: 'NOT_FOUND' });
    return openWith(reply, await access.openSession(request.body.account), boardsOf);
  });
}
