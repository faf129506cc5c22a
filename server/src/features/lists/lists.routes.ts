import { z } from 'zod';
import { dateKey } from '@wangge/shared/base';
import { can, isInArea, type Actor } from '@wangge/shared/access';
import type { ListVersion } from '@wangge/shared/lists';
import type { Clock } from '../../platform/clock.ts';
import { parseCsvText } from '../../platform/csv.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { ListKind } from './list-kind.api.ts';
import type { ListsApi } from './lists.api.ts';

export interface ListRoutesNeeds {
  readonly lists: ListsApi;
  readonly clock: Clock;
  /** Code of the whole district: who edits its lists must be answerable for all of it. */
  districtCode(): string;
}

const kindParams = z.strictObject({ kind: z.string().min(1).max(64) });
const versionParams = z.strictObject({ kind: z.string().min(1).max(64), version: z.string().min(1).max(64) });
const newEdition = z.strictObject({
  version: z.string().trim().min(1).max(64).regex(/^[^/\\?#]+$/, '不能有 / \\ ? #'), effectiveFrom: z.iso.date(), documentNo: z.string().trim().max(100).default(''),
  isConfirmed: z.boolean(), text: z.string().min(1).max(900_000),
});

/** Where an edition stands on a day: 生效中, 待生效, 已停用. */
function standingOf(edition: ListVersion, inForce: ListVersion, today: string): 'in-force' | 'coming' | 'past' {
  if (edition.version === inForce.version) return 'in-force';
  return edition.effectiveFrom > today ? 'coming' : 'past';
}

/** The lists of the district and their editions: to be read, downloaded, and replaced by a new edition. */
export function listRoutes(http: Http, { lists, clock, districtCode }: ListRoutesNeeds): void {
  const kindOf = (name: string): ListKind | undefined => lists.kinds().find(({ kind }) => kind === name);
  const mayEdit = (actor: Actor): boolean => isInArea(districtCode(), actor.areaCode);

  function head(edition: ListVersion, kind: ListKind): object {
    const now = clock.now();
    const { version, effectiveFrom, documentNo, isConfirmed, publishedAt, publishedBy } = edition;
    return { version, effectiveFrom, documentNo, isConfirmed, publishedAt, publishedBy, standing: standingOf(edition, lists.inForce(kind, now), dateKey(now)) };
  }

  /** A table as rows in the order of its columns; settings as their text. */
  function contentOf({ columns }: ListKind, text: string): object {
    return { columns, ...(columns.length > 0 ? { rows: parseCsvText(text).rows.map(({ cells }) => columns.map((column) => cells[column] ?? '')) } : { text }) };
  }

  http.get('/api/v1/lists', { config: { access: 'list.view' } }, async (request) => lists.kinds().map((kind) => ({
    kind: kind.kind, name: kind.name, form: kind.columns.length > 0 ? 'csv' : 'json', columns: kind.columns,
    inForce: head(lists.inForce(kind, clock.now()), kind), editions: lists.versions(kind.kind).length,
    mayEdit: can(actorIn(request).role, 'list.edit') && mayEdit(actorIn(request)),
  })));

  http.get('/api/v1/lists/:kind/versions', { config: { access: 'list.view' }, schema: { params: kindParams } }, async (request, reply) => {
    const kind = kindOf(request.params.kind);
    return kind ? lists.versions(kind.kind).map((edition) => head(edition, kind)) : sendRefusal(reply, { code: 'LIST_UNKNOWN' });
  });

  http.get('/api/v1/lists/:kind/versions/:version', {
    config: { access: 'list.view' }, schema: { params: versionParams, querystring: z.strictObject({ download: z.literal('yes').optional() }) },
  }, async (request, reply) => {
    const { version } = request.params;
    const kind = kindOf(request.params.kind);
    const edition = kind && lists.versions(kind.kind).find((e) => e.version === version);
    if (!edition) return sendRefusal(reply, { code: 'LIST_UNKNOWN' });
    const isTable = kind.columns.length > 0;
    const text = lists.textOf(kind.kind, version) ?? '';
    if (request.query.download) {
      const file = encodeURIComponent(`${kind.name}-${version}.${isTable ? 'csv' : 'json'}`);
      return reply.header('content-disposition', `attachment; filename*=UTF-8''${file}`).type(isTable ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8').send(text);
    }
    return { ...head(edition, kind), ...contentOf(kind, text) };
  });

  http.post('/api/v1/lists/:kind/checks', { config: { access: 'list.edit' }, schema: { params: kindParams, body: newEdition.pick({ effectiveFrom: true, text: true }) } }, async (request, reply) => {
    const kind = kindOf(request.params.kind);
    if (!kind) return sendRefusal(reply, { code: 'LIST_UNKNOWN' });
    const { text, effectiveFrom } = request.body;
    const problems = lists.check(kind.kind, text, effectiveFrom);
    return { problems, content: problems.length > 0 ? null : contentOf(kind, text) };
  });

  http.post('/api/v1/lists/:kind/versions', { config: { access: 'list.edit' }, schema: { params: kindParams, body: newEdition } }, async (request, reply) => {
    const actor = actorIn(request);
    if (!mayEdit(actor)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    const kind = kindOf(request.params.kind);
    if (!kind) return sendRefusal(reply, { code: 'LIST_UNKNOWN' });
    const published = await lists.publish(kind.kind, request.body, actor.name, clock.now());
    if (!published.ok) return sendRefusal(reply, { code: 'LIST_REFUSED' }, { problems: published.error.problems });
    return reply.code(201).send(head(published.value, kind));
  });
}
