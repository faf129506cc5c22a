import type { Actor } from '@wangge/shared/access';
import { periodAt, type AppraisalBoard, type AppraisalView, type Indicator, type RankingView } from '@wangge/shared/appraisal';
import { MINUTE_MS } from '@wangge/shared/base';
import { passedMs, type Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { AppraisalModel } from './appraisal-model.ts';
import type { AppraisalReader } from './appraisal-reader.ts';
import { namedSubject, ownArea } from './subjects.ts';

const WORST = 3;
/** The figures that a board may name as worst: no other is counted for it. */
const mayBeWorst = ({ bands, unit }: Indicator): boolean => bands !== null && unit === '%';
const LEAGUE_ROWS = 6;
/** A month's scores move slowly: surfaces are told of another version at most this often. */
const TELL_MS = MINUTE_MS;

function worstOf({ figures }: AppraisalView): AppraisalBoard['worst'] {
  const gap = (value: number, { green }: { green: { min: number | null; max: number | null } }): number =>
    Math.max(green.min === null ? 0 : green.min - value, green.max === null ? 0 : value - green.max);
  return figures.flatMap(({ indicator, figure: { value, band, isFew } }) => {
    if (indicator.bands === null || value === null || isFew || band === null || band === 'green') return [];
    return [{ id: indicator.id, name: indicator.name, value, unit: indicator.unit, band, gap: gap(value, indicator.bands) }];
  }).sort((a, b) => (a.band === b.band ? b.gap - a.gap : a.band === 'red' ? -1 : 1)).slice(0, WORST).map(({ gap: _, ...row }) => row);
}

function leagueRows({ rows }: RankingView): AppraisalBoard['league']['rows'] {
  return rows.slice(0, LEAGUE_ROWS).map(({ id, name, place, score, letter }) => ({ id, name, place, score: score.score, letter }));
}

interface BoardNeeds {
  readonly model: AppraisalModel;
  readonly reader: AppraisalReader;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

/** 考评看板: this month of the reader's area, its townships or departments in order, and where it does worst. */
export function appraisalBoard({ model, reader, district, clock }: BoardNeeds): Board {
  let told = 0;
  let version = 0;
  let seen = -1;
  return {
    name: 'appraisal', access: 'appraisal.view',
    version() {
      const now = clock.now();
      if (model.book.version !== seen && passedMs(told, now) >= TELL_MS) {
        seen = model.book.version;
        told = now;
        version += 1;
      }
      return version;
    },
    read(actor: Actor, now: number): AppraisalBoard {
      const month = periodAt('month', now);
      const area = namedSubject(district, actor, ownArea(actor)) ?? { ...ownArea(actor), name: '' };
      const view = reader.view(area, month, now, mayBeWorst);
      const kind = district.within(actor.areaCode).towns.length > 1 ? 'town' : 'department';
      const ranking = reader.ranking(actor, kind, month, now);
      return {
        area: area.name, monthAt: month.startAt, isConfirmed: view.edition.isConfirmed, score: view.composite?.score.score ?? null, letter: view.composite?.letter ?? null,
        dimensions: view.dimensions.map(({ id, name, score }) => ({ id, name, score: score.score })),
        league: { kind, total: ranking.rows.length, rows: leagueRows(ranking) }, worst: worstOf(view),
      };
    },
  };
}
