import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import type { Drill, ShownDrill } from '@wangge/shared/drill';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { DrillsApi } from './drills.api.ts';

const commandId = z.string().min(8).max(64);
const openBody = z.strictObject({ name: z.string().trim().min(1).max(30), areaCode: z.string().regex(/^\d{6,15}$/).optional(), until: z.number().int().positive(), commandId });
const endBody = z.strictObject({ action: z.literal('end'), expectedRevision: z.number().int().min(1), commandId, payload: z.strictObject({}).default({}) });

export interface DrillRouteNeeds {
  readonly drills: DrillsApi;
  readonly clock: Clock;
  shown(drill: Drill, actor: Actor, now: number): ShownDrill;
}

/** 演练 over HTTP: opened with a name, an area (the actor's own unless told) and an end, and ended. */
export function drillRoutes(http: Http, { drills, clock, shown }: DrillRouteNeeds): void {
  const config = { access: 'drill.command' } as const;

  http.post('/api/v1/drills', { config, schema: { body: openBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const now = clock.now();
    const { commandId: key, name, until, areaCode = actor.areaCode } = request.body;
    const opened = await drills.open({ name, areaCode, until }, actor, now, `${actor.id}/${key}`);
    return opened.ok ? reply.code(201).send(shown(opened.value, actor, now)) : sendRefusal(reply, opened.error);
  });

  http.post('/api/v1/drills/:id/commands', { config, schema: { params: z.strictObject({ id: z.uuid() }), body: endBody } }, async (request, reply) => {
    const actor = actorIn(request);
    const now = clock.now();
    const { commandId: key, ...wish } = request.body;
    const { id } = request.params;
    const ended = await drills.end(id, { ...wish, actor }, now, `${actor.id}/${key}`);
    if (ended.ok) return shown(ended.value, actor, now);
    const known = drills.get(id);
    return sendRefusal(reply, ended.error, known && ended.error.code !== 'OBJECT_NOT_FOUND' ? { current: shown(known, actor, now) } : undefined);
  });
}
