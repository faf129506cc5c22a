import type { Actor } from '@wangge/shared/access';
import { sendRefusal, type Http } from '../../platform/http.ts';

/** What a wall may read while visitors stand before it: who it is, the ground, the sums, and what it is told to show. */
const OPEN_TO_VISITORS = new Set([
  '/api/v1/session', '/api/v1/session/wall', '/api/v1/session/screen', '/api/v1/screens/mine', '/api/v1/district', '/api/v1/district/map', '/api/v1/figures',
  '/api/v1/base-map', '/api/v1/base-map/tiles/:z/:x/:y', '/api/v1/base-map/archive',
]);
const OPEN_BOARDS = new Set(['stage', 'scenes', 'fences']);

/** 参观: a masked wall is refused everything but sums and the ground, whatever its page asks for; what is not listed is denied. */
export function guardVisitors(http: Http, isMasked: (actor: Actor) => boolean): void {
  http.addHook('preHandler', async (request, reply) => {
    const actor = request.signedIn?.actor;
    if (!actor || !isMasked(actor)) return undefined;
    const { url } = request.routeOptions;
    const isOpen = url === '/api/v1/boards/:name' ? OPEN_BOARDS.has((request.params as { name: string }).name) : url !== undefined && OPEN_TO_VISITORS.has(url);
    return isOpen ? undefined : sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
  });
}
