import { z } from 'zod';
import { isInArea } from '@wangge/shared/access';
import { AUDIT_KINDS, AUDIT_RESULTS, type AuditVerdict } from '@wangge/shared/audit';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { AuditCursor, AuditFilter, AuditStore } from '../../store/audit-store.ts';
import { actorIn } from '../access/gate.api.ts';
import { csvHead, csvOf } from './audit-csv.ts';

export interface AuditRoutesNeeds {
  readonly store: AuditStore;
  readonly clock: Clock;
  /** Code of the whole district: the log is not divided by areas, so it is read by who answers for all of it. */
  districtCode(): string;
}

const PAGE = 100;
const EXPORT_PAGE = 1_000;
/** What one file holds at most. */
const EXPORT_MOST = 50_000;

const instant = z.coerce.number().int().min(0);
const query = z.strictObject({
  from: instant.default(0), to: instant.default(Number.MAX_SAFE_INTEGER), person: z.string().trim().min(1).max(64).optional(),
  kind: z.enum(AUDIT_KINDS).optional(), result: z.enum(AUDIT_RESULTS).optional(),
  after: z.string().regex(/^\d{1,16}-\d{1,12}$/).optional(), limit: z.coerce.number().int().min(1).max(PAGE).default(PAGE), format: z.literal('csv').optional(),
});
type Query = z.infer<typeof query>;

/** 审计日志: read, looked through, checked and taken along, by auditors only; nothing here changes it. */
export function auditRoutes(http: Http, { store, clock, districtCode }: AuditRoutesNeeds): void {
  let checking: Promise<AuditVerdict> | null = null;

  const filterOf = ({ from, to, person, kind, result }: Query): AuditFilter => ({ from, to, ...(person && { person }), ...(kind && { kind }), ...(result && { result }) });

  function cursorOf(text: string | undefined): AuditCursor | undefined {
    const [at, seq] = text?.split('-').map(Number) ?? [];
    return at === undefined || seq === undefined ? undefined : { at, seq };
  }

  async function* csv(filter: AuditFilter): AsyncGenerator<string> {
    yield csvHead();
    let after: AuditCursor | undefined;
    for (let written = 0; written < EXPORT_MOST;) {
      const page = await store.read(filter, EXPORT_PAGE, after);
      if (page.length === 0) return;
      yield csvOf(page);
      written += page.length;
      after = page.at(-1);
    }
  }

  async function textOf(filter: AuditFilter): Promise<string> {
    const parts: string[] = [];
    for await (const part of csv(filter)) parts.push(part);
    return parts.join('');
  }

  http.get('/api/v1/audit', { config: { access: 'audit.view' }, schema: { querystring: query } }, async (request, reply) => {
    if (!isInArea(districtCode(), actorIn(request).areaCode)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    const filter = filterOf(request.query);
    if (request.query.format === 'csv') {
      return reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('审计日志')}.csv`).type('text/csv; charset=utf-8').send(await textOf(filter));
    }
    const { limit, after } = request.query;
    const found = await store.read(filter, limit, cursorOf(after));
    const last = found.at(-1);
    return { entries: found, next: last && found.length === limit ? `${last.at}-${last.seq}` : null };
  });

  /** Goes through the whole log; who asks meanwhile is told the same. */
  http.get('/api/v1/audit/verdict', { config: { access: 'audit.view' } }, async (request, reply) => {
    if (!isInArea(districtCode(), actorIn(request).areaCode)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    checking ??= store.verify().finally(() => (checking = null));
    return { ...(await checking), checkedAt: clock.now() };
  });
}
