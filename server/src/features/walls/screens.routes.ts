import { z } from 'zod';
import { isTileOf, readCode, type Wall } from '@wangge/shared/stage';
import type { Clock } from '../../platform/clock.ts';
import { newUuid } from '../../platform/ids.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { SCREEN_COOKIE, keepScreen } from '../access/screen-cookie.api.ts';
import type { ScreensApi } from './screens.api.ts';
import type { WallsApi } from './walls.api.ts';

const id = z.string().min(1).max(60);
const tile = z.strictObject({ column: z.number().int().min(1).max(16), row: z.number().int().min(1).max(8) });
/** What somebody says of a wall; lengths as they are measured with a tape. */
const shape = z.strictObject({
  name: z.string().trim().min(1).max(30), across: z.number().int().min(1).max(16), down: z.number().int().min(1).max(8),
  bezelMm: z.number().min(0).max(100), heightMm: z.number().min(200).max(20_000), distanceM: z.number().min(0.5).max(60),
});

/** `pastAt`: the moment of the past that is shown, null for the present again; a display that says nothing of it speaks for none of the others. */
const sign = z.strictObject({
  widthPx: z.number().int().min(1).max(32_768), heightPx: z.number().int().min(1).max(32_768), pixelRatio: z.number().min(0.1).max(8),
  pastAt: z.number().int().positive().nullable().optional(),
});

/** A screen asks every two seconds while it waits; several may stand behind one address. */
const ASK_LIMIT = { max: 600, timeWindow: 60_000 };
const PAIR_LIMIT = { max: 60, timeWindow: 60_000 };

/** 配对 and the walls' own measures: codes of screens, who shows which tile, and how a wall is put together. */
export function screenRoutes(http: Http, screens: ScreensApi, walls: WallsApi, clock: Pick<Clock, 'now'>): void {
  http.post('/api/v1/pairings/codes', { config: { access: 'public', rateLimit: ASK_LIMIT } }, async (request, reply) => {
    const asked = await screens.ask(request.cookies[SCREEN_COOKIE]);
    if (!asked.ok) return sendRefusal(reply, asked.error);
    const { secret, shown } = asked.value;
    keepScreen(reply, secret);
    return { isPaired: shown === null, code: shown?.code ?? null, expiresAt: shown?.expiresAt ?? null, now: clock.now() };
  });

  http.get('/api/v1/pairings', { config: { access: 'stage.pair' } }, async (request) => ({ screens: await screens.seenBy(actorIn(request)) }));

  http.post('/api/v1/pairings', {
    config: { access: 'stage.pair', rateLimit: PAIR_LIMIT }, schema: { body: z.strictObject({ code: z.string().min(1).max(40), wallId: id, tile }) },
  }, async (request, reply) => {
    const { code, ...wish } = request.body;
    const paired = await screens.pair({ ...wish, code: readCode(code) }, actorIn(request));
    return paired.ok ? paired.value : sendRefusal(reply, paired.error);
  });

  http.delete('/api/v1/pairings/:id', { config: { access: 'stage.pair' }, schema: { params: z.object({ id }) } }, async (request, reply) => {
    const gone = await screens.unpair(request.params.id, actorIn(request));
    return gone.ok ? reply.code(204).send() : sendRefusal(reply, gone.error);
  });

  http.post('/api/v1/screens/mine', {
    config: { access: 'wall.watch' },
    schema: { body: sign },
  }, async (request, reply) => {
    const { pastAt, ...size } = request.body;
    const screen = request.signedIn?.account.screen;
    if (screen) await screens.sign(screen.id, size);
    const { role, unitId } = actorIn(request);
    if (role === 'wall' && unitId !== null && pastAt !== undefined) await walls.sayReplay(unitId, pastAt);
    return reply.code(204).send();
  });

  http.post('/api/v1/walls', { config: { access: 'stage.pair' }, schema: { body: shape } }, async (request) => {
    const wall: Wall = { id: `w-${newUuid().slice(0, 8)}`, areaCode: actorIn(request).areaCode, ...request.body };
    return walls.save(wall);
  });

  http.put('/api/v1/walls/:id', { config: { access: 'stage.pair' }, schema: { params: z.object({ id }), body: shape } }, async (request, reply) => {
    const actor = actorIn(request);
    const known = walls.find(request.params.id, actor);
    if (!known) return sendRefusal(reply, { code: 'WALL_UNKNOWN' });
    const isOutside = (await screens.seenBy(actor)).some((screen) => screen.wallId === known.wall.id && !isTileOf(request.body, screen.tile));
    if (isOutside) return sendRefusal(reply, { code: 'WALL_SCREENS_OUTSIDE' });
    return walls.save({ ...known.wall, ...request.body });
  });
}
