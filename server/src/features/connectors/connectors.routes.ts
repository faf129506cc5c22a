import { z } from 'zod';
import { isInArea, type Actor } from '@wangge/shared/access';
import { LETTER_ACTIONS, type Connector, type ConnectorRow, type ConnectorsView, type FieldRule, type LetterRow } from '@wangge/shared/connector';
import type { Result } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import { BODY_LIMIT_BYTES, sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { KeyBook } from './in/key-book.ts';
import type { LetterBox } from './letter-box.ts';
import type { LetterWish } from './letter-desk.ts';

const params = z.strictObject({ id: z.string().regex(/^[\w-]{22}$/) });
const connectorParams = z.strictObject({ id: z.string().max(40) });
const keyBody = z.strictObject({ key: z.string().min(1).max(1_000) });
const commandSchema = z.strictObject({
  action: z.enum(LETTER_ACTIONS), expectedRevision: z.number().int().min(1), commandId: z.string().min(8).max(64),
  payload: z.strictObject({ text: z.string().min(1).max(BODY_LIMIT_BYTES).optional(), reason: z.string().trim().min(1).max(300).optional() }).default({}),
});
/** How many letters a look shows; open ones first, the newest of each first. */
const MOST_SHOWN = 300;

export interface ConnectorRouteNeeds {
  readonly box: LetterBox;
  readonly clock: Clock;
  readonly keys: KeyBook;
  inForce(now: number): readonly Connector[];
  health(connectors: readonly Connector[], letters: readonly LetterRow[], now: number): Promise<readonly ConnectorRow[]>;
  desk(id: string, wish: LetterWish, now: number): Promise<Result<LetterRow>>;
  districtCode(): string;
  renewSecret(id: string): Promise<string>;
}

/** Where in the record the field stands that it was refused for; none where that is no field of the mapping. */
function pathsOf(connectors: readonly Connector[], { connectorId, topic, refusal: { field = '' } }: LetterRow): readonly string[] {
  const connector = connectors.find(({ id }) => id === connectorId);
  const fields: Readonly<Record<string, FieldRule | undefined>> = (topic === 'progress' ? undefined : connector?.[topic]?.fields) ?? {};
  return (field === 'lngLat' ? ['lng', 'lat'] : [field]).flatMap((name) => {
    const rule = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return rule && 'path' in rule ? rule.path : [];
  });
}

/** 接入与死信 over HTTP, for the desk that answers for a connector's area. */
export function connectorRoutes(http: Http, { box, clock, keys, inForce, health, desk, districtCode, renewSecret }: ConnectorRouteNeeds): void {
  const mine = (actor: Actor, now: number): readonly Connector[] => inForce(now).filter(({ areaCode }) => isInArea(areaCode || districtCode(), actor.areaCode));

  /** A letter that this person may see; one of a connector that is no more belongs to whoever answers for the whole. */
  async function visible(actor: Actor, id: string): Promise<LetterRow | null> {
    const now = clock.now();
    const row = await box.get(id);
    return row && (mine(actor, now).some((one) => one.id === row.connectorId) || isOrphan(actor, row, now)) ? row : null;
  }

  function isOrphan(actor: Actor, row: LetterRow, now: number): boolean {
    return isInArea(districtCode(), actor.areaCode) && !inForce(now).some(({ id }) => id === row.connectorId);
  }

  http.get('/api/v1/connectors', { config: { access: 'connector.view' } }, async (request): Promise<ConnectorsView> => {
    const actor = actorIn(request);
    const now = clock.now();
    const connectors = mine(actor, now);
    const letters = (await box.rows()).filter((row) => connectors.some(({ id }) => id === row.connectorId) || isOrphan(actor, row, now));
    const sorted = letters.sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || (b.endedAt ?? b.lastAt) - (a.endedAt ?? a.lastAt));
    return { connectors: await health(connectors, letters, now), letters: sorted.slice(0, MOST_SHOWN) };
  });

  http.get('/api/v1/connectors/keys', { config: { access: 'admin.manage' } }, async () => ({ keys: await keys.rows(inForce(clock.now())) }));

  // What a polled system gave us to show it; it is read by nobody again.
  http.put('/api/v1/connectors/:id/key', { config: { access: 'admin.manage' }, schema: { params: connectorParams, body: keyBody } }, async (request, reply) => {
    const now = clock.now();
    const connector = inForce(now).find(({ id }) => id === request.params.id);
    if (!connector) return sendRefusal(reply, { code: 'CONNECTOR_UNKNOWN' });
    const kept = await keys.keep(connector, request.body.key, actorIn(request).name, now);
    return kept.ok ? reply.code(204).send() : sendRefusal(reply, kept.error);
  });

  // What signs messages out, made here and shown this once.
  http.post('/api/v1/connectors/:id/secrets', { config: { access: 'admin.manage' }, schema: { params: connectorParams } }, async (request, reply) => {
    const { id } = request.params;
    if (!inForce(clock.now()).some((one) => one.id === id && one.out)) return sendRefusal(reply, { code: 'CONNECTOR_UNKNOWN' });
    return reply.code(201).send({ secret: await renewSecret(id) });
  });

  http.get('/api/v1/connectors/letters/:id', { config: { access: 'connector.view' }, schema: { params } }, async (request, reply) => {
    const row = await visible(actorIn(request), request.params.id);
    return row ? { letter: row, text: await box.textOf(row.id), paths: pathsOf(inForce(clock.now()), row) } : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.post('/api/v1/connectors/letters/:id/commands', { config: { access: 'connector.act' }, schema: { params, body: commandSchema } }, async (request, reply) => {
    const actor = actorIn(request);
    const { id } = request.params;
    if (!(await visible(actor, id))) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId, payload } = request.body;
    const done = await desk(id, { action, expectedRevision, commandId: `${actor.id}/${commandId}`, actor, ...payload }, clock.now());
    return done.ok ? { letter: done.value } : sendRefusal(reply, done.error, { current: await box.get(id) });
  });
}
