import type { FastifyReply } from 'fastify';

/** The secret of a wall's browser: it has nothing to do with a person, and no script of the page can read it. */
export const SCREEN_COOKIE = 'wangge_screen';

/** The longest that browsers keep a cookie; it begins anew each time the screen opens its wall. */
const KEPT_S = 400 * 86_400;

/** Has the browser keep its secret, so that it finds its wall again after a restart. */
export function keepScreen(reply: FastifyReply, secret: string): void {
  reply.setCookie(SCREEN_COOKIE, secret, { httpOnly: true, sameSite: 'strict', path: '/api/v1', secure: reply.request.protocol === 'https', maxAge: KEPT_S });
}
