import { z } from 'zod';
import { MOST_CAMERAS, type Direction } from '@wangge/shared/stage';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { lngLatShape, sceneShape } from './scene.schema.ts';
import type { SceneMaker, ScenesApi } from './scenes.api.ts';
import type { WallsApi } from './walls.api.ts';

const id = z.string().min(1).max(60);
const cameraIds = z.array(id).max(MOST_CAMERAS);
const cameraWish = z.strictObject({ action: z.enum(['open-cameras', 'close-cameras']), ids: cameraIds });
const direction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['take', 'hand-over', 'pause', 'play', 'next', 'previous', 'unpin', 'home', 'calm', 'freeze', 'thaw', 'end-present']) }),
  z.strictObject({ action: z.literal('pin'), sceneId: id }),
  z.strictObject({ action: z.literal('playlist'), playlist: z.array(z.strictObject({ sceneId: id, dwellMs: z.number().int().min(5_000).max(3_600_000) })).min(1).max(40) }),
  z.strictObject({ action: z.literal('fly'), lngLat: lngLatShape, zoom: z.number().min(0).max(6) }),
  z.strictObject({ action: z.literal('highlight'), highlight: z.strictObject({ kind: z.enum(['case', 'unit']), id }).nullable() }),
  z.strictObject({ action: z.literal('filter'), filter: z.strictObject({ areaCode: z.string().max(15).nullable(), platform: z.string().max(20).nullable() }) }),
  z.strictObject({ action: z.literal('card'), isOn: z.boolean() }),
  z.strictObject({ action: z.literal('attention'), text: z.string().trim().min(1).max(40) }),
  z.strictObject({ action: z.literal('present'), briefingId: z.uuid(), page: z.number().int().min(0).max(99) }),
  cameraWish,
]);

export interface WallRouteNeeds {
  readonly walls: WallsApi;
  readonly scenes: ScenesApi;
  readonly clock: Clock;
}

/** 导播: what a director tells a wall, and the scenes somebody edits. */
export function wallRoutes(http: Http, { walls, scenes, clock }: WallRouteNeeds): void {
  const makerOf = (request: Parameters<typeof actorIn>[0]): SceneMaker => ({ name: actorIn(request).name, now: clock.now() });

  http.post('/api/v1/walls/:id/commands', {
    config: { access: 'stage.direct' }, schema: { params: z.object({ id }), body: direction },
  }, async (request, reply) => {
    const told = await walls.direct(request.params.id, request.body as Direction, actorIn(request));
    return told.ok ? told.value : sendRefusal(reply, told.error);
  });

  /** For the keys of the wall itself: it is nobody, and turns its own pages only. */
  http.post('/api/v1/walls/:id/page', {
    config: { access: 'stage.view' }, schema: { params: z.object({ id }), body: z.strictObject({ page: z.number().int().min(0).max(99).nullable() }) },
  }, async (request, reply) => {
    const actor = actorIn(request);
    if (actor.role !== 'wall') return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    const told = await walls.turnPage(request.params.id, request.body.page, actor);
    return told.ok ? told.value : sendRefusal(reply, told.error);
  });

  /** For a press on the wall's own map: every display of it follows. */
  http.post('/api/v1/walls/:id/cameras', {
    config: { access: 'camera.view' }, schema: { params: z.object({ id }), body: cameraWish },
  }, async (request, reply) => {
    const actor = actorIn(request);
    if (actor.role !== 'wall') return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    const told = await walls.pressCameras(request.params.id, request.body, actor);
    return told.ok ? told.value : sendRefusal(reply, told.error);
  });

  http.put('/api/v1/scenes/:id', {
    config: { access: 'stage.edit' }, schema: { params: z.object({ id }), body: z.strictObject({ expectedVersion: z.number().int().min(1), scene: sceneShape }) },
  }, async (request, reply) => {
    const { expectedVersion, scene } = request.body;
    if (scene.id !== request.params.id) return sendRefusal(reply, { code: 'FIELD_INVALID', field: 'scene.id' });
    const saved = await scenes.save(scene, expectedVersion, makerOf(request));
    return saved.ok ? saved.value : sendRefusal(reply, saved.error);
  });

  http.delete('/api/v1/scenes/:id', {
    config: { access: 'stage.edit' }, schema: { params: z.object({ id }), querystring: z.strictObject({ expectedVersion: z.coerce.number().int().min(1) }) },
  }, async (request, reply) => {
    const saved = await scenes.remove(request.params.id, request.query.expectedVersion, makerOf(request));
    return saved.ok ? saved.value : sendRefusal(reply, saved.error);
  });

  http.get('/api/v1/scenes/editions', { config: { access: 'stage.edit' } }, async () => ({ editions: await scenes.editions() }));

  http.get('/api/v1/scenes/editions/:version', { config: { access: 'stage.edit' }, schema: { params: z.object({ version: z.coerce.number().int().min(1) }) } }, async (request, reply) => {
    const set = await scenes.edition(request.params.version);
    return set ?? sendRefusal(reply, { code: 'NOT_FOUND' });
  });
}
