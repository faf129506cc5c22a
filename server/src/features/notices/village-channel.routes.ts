import { concerns, isPublic, publicNotice, publicRow, type Notice, type PublicRow, type VillageChannel } from '@wangge/shared/notice';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { NoticesApi } from './notices.api.ts';
import { idParams, photoParams, villageQuery } from './notices.schema.ts';

/** What the list shows; older pieces are still at the desk. */
const MOST_SHOWN = 100;
/** A withdrawal is seen by everybody within a minute. */
const KEPT = 'public, max-age=60';
const PHOTO_KEPT = 'public, max-age=3600';

export interface VillageChannelNeeds {
  readonly notices: NoticesApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
  /** Most looks in an hour from one address. */
  looksMax(): number;
  nameOf(areaCode: string): string;
}

/** 村情通 for anybody, beside the citizens' other doors: what is public in a village, and nothing of who lives there. */
export function villageChannelRoutes(http: Http, { notices, district, clock, looksMax, nameOf }: VillageChannelNeeds): void {
  const config = { access: 'citizen' as const, rateLimit: { max: looksMax, timeWindow: '1 hour' } };

  function open(id: string): Notice | null {
    const notice = notices.get(id);
    return notice && isPublic(notice, clock.now()) ? notice : null;
  }

  http.get('/api/v1/citizen/notices', { config, schema: { querystring: villageQuery } }, async (request, reply) => {
    const { village } = request.query;
    const now = clock.now();
    const { towns, town, villages } = district.current();
    const rows = [...notices.all()].filter((notice) => notice.edition && isPublic(notice, now) && concerns(notice.edition.content.areaCode, village)).map((notice) => publicRow(notice, nameOf) as PublicRow);
    const of = (code: string) => villages.filter((one) => one.code.startsWith(code)).map(({ code: own, name }) => ({ code: own, name }));
    const channel: VillageChannel = {
      towns: towns.length > 0 ? towns.map(({ code, name }) => ({ name, villages: of(code) })) : [{ name: town, villages: of('') }],
      notices: rows.sort((a, b) => (b.withdrawnAt ?? b.publishedAt) - (a.withdrawnAt ?? a.publishedAt)).slice(0, MOST_SHOWN),
    };
    return reply.header('cache-control', KEPT).send(channel);
  });

  http.get('/api/v1/citizen/notices/:id', { config, schema: { params: idParams } }, async (request, reply) => {
    const notice = open(request.params.id);
    const told = notice && publicNotice(notice, nameOf);
    return told ? reply.header('cache-control', KEPT).send(told) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.get('/api/v1/citizen/notices/:id/photos/:index', { config, schema: { params: photoParams } }, async (request, reply) => {
    const notice = open(request.params.id);
    const bytes = notice && (await notices.photo(notice, request.params.index));
    return bytes ? reply.type('image/jpeg').header('cache-control', PHOTO_KEPT).send(bytes) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });
}
