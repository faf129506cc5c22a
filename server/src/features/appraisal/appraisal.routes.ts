import type { FastifyReply } from 'fastify';
import { isInArea, type Actor } from '@wangge/shared/access';
import { periodAt, periodBefore, type CountedCases, type NamedSubject, type Period, type PeriodKind, type TrendPoint } from '@wangge/shared/appraisal';
import { asId, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { rankingCsv, viewCsv } from './appraisal-csv.ts';
import type { AppraisalReader, Behind } from './appraisal-reader.ts';
import { casesParams, casesQuery, leaguesParams, rankingQuery, trendQuery, viewQuery } from './appraisal.schema.ts';
import { leagueOf, namedSubject, type LeagueKind } from './subjects.ts';

export interface AppraisalRoutesNeeds {
  readonly reader: AppraisalReader;
  readonly cases: CasesApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

function sendCsv(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}.csv`).type('text/csv; charset=utf-8').send(text);
}

/** 考评 over HTTP: figures with their 口径, rankings, trends, and the cases behind every figure. */
export function appraisalRoutes(http: Http, { reader, cases, district, clock }: AppraisalRoutesNeeds): void {
  const asked = (actor: Actor, query: { subjectKind: NamedSubject['kind']; subject: string }): NamedSubject | null =>
    namedSubject(district, actor, { kind: query.subjectKind, id: query.subject });
  const periodOf = (query: { period: PeriodKind; at?: number | undefined }): Period => periodAt(query.period, query.at ?? clock.now());
  const maySee = (actor: Actor, item: Case): boolean => isInArea(item.villageCode, actor.areaCode) && !(actor.role === 'wall' && item.reporter.isSecret);
  const access = 'appraisal.view';

  http.get('/api/v1/appraisal', { config: { access }, schema: { querystring: viewQuery } }, async (request, reply) => {
    const subject = asked(actorIn(request), request.query);
    if (!subject) return sendRefusal(reply, { code: 'APPRAISAL_SUBJECT_UNKNOWN' });
    const view = reader.view(subject, periodOf(request.query), clock.now());
    return request.query.format === 'csv' ? sendCsv(reply, `考评-${subject.name}-${view.period.key}`, viewCsv(view)) : view;
  });

  http.get('/api/v1/appraisal/ranking', { config: { access }, schema: { querystring: rankingQuery } }, async (request, reply) => {
    const ranking = reader.ranking(actorIn(request), request.query.league as LeagueKind, periodOf(request.query), clock.now());
    return request.query.format === 'csv' ? sendCsv(reply, `排名-${ranking.name}-${ranking.period.key}`, rankingCsv(ranking)) : ranking;
  });

  http.get('/api/v1/appraisal/leagues/:league', { config: { access }, schema: { params: leaguesParams } }, async (request) =>
    leagueOf(district, actorIn(request), request.params.league as LeagueKind));

  http.get('/api/v1/appraisal/trend', { config: { access }, schema: { querystring: trendQuery } }, async (request, reply) => {
    const subject = asked(actorIn(request), request.query);
    const last = periodOf(request.query);
    const indicator = reader.indicator(request.query.indicator, last, clock.now());
    if (!subject || !indicator) return sendRefusal(reply, { code: 'APPRAISAL_SUBJECT_UNKNOWN' });
    const points: TrendPoint[] = [];
    for (let period = last; points.length < request.query.count; period = periodBefore(period)) {
      points.unshift({ period, figure: reader.figure(indicator, subject, period, clock.now()) });
    }
    return { indicator, subject, points };
  });

  http.get('/api/v1/appraisal/:indicator/cases', { config: { access }, schema: { params: casesParams, querystring: casesQuery } }, async (request, reply) => {
    const actor = actorIn(request);
    const subject = asked(actor, request.query);
    const period = periodOf(request.query);
    const now = clock.now();
    const indicator = reader.indicator(request.params.indicator, period, now);
    if (!subject || !indicator) return sendRefusal(reply, { code: 'APPRAISAL_SUBJECT_UNKNOWN' });
    const { part, limit, offset } = request.query;
    const behind = reader.behind(indicator.id, subject, period, now);
    const shares = behind.shares.filter((share) => part === 'all' || share[part] > 0);
    const seen = seenRows(shares, actor);
    const things = behind.things.filter((thing) => part === 'all' || thing[part] > 0);
    const answer: CountedCases = {
      indicator, subject, period, asOf: now, numerator: behind.numerator, denominator: behind.denominator,
      total: shares.length + things.length, hidden: shares.length - seen.length, cases: seen.slice(offset, offset + limit),
      things: things.toSorted((a, b) => a.numerator - b.numerator || b.to - a.to || (a.id < b.id ? -1 : 1)).slice(offset, offset + limit),
    };
    return answer;
  });

  function seenRows(shares: Behind['shares'], actor: Actor): CountedCases['cases'][number][] {
    const rows = shares.flatMap(({ caseId, numerator, denominator }) => {
      const item = cases.get(asId<CaseId>(caseId));
      if (!item || !maySee(actor, item)) return [];
      const { id, no, matter, villageCode, state, reportedAt } = item;
      return [{ id, no, matter, villageCode, state, reportedAt, numerator, denominator }];
    });
    return rows.sort((a, b) => b.reportedAt - a.reportedAt || (a.id < b.id ? -1 : 1));
  }
}
