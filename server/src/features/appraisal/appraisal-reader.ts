import type { Actor } from '@wangge/shared/access';
import {
  figureOf, isStanding, isWithin, letterOf, measureOf, rank, readPost, scoreTerms, sharesOf,
  type AppraisalView, type AppraisalWeights, type Composite, type CountedThing, type DimensionScore, type EditionNote, type Figure, type Indicator, type IndicatorFigure, type IndicatorId,
  type NamedSubject, type Period, type RankingView, type Reading, type Score, type Share, type Subject, type Sum,
} from '@wangge/shared/appraisal';
import type { DistrictApi } from '../district/district.api.ts';
import { isFor, type AppraisalModel } from './appraisal-model.ts';
import type { OutsideFigures } from './outside-figures.api.ts';
import type { PeriodFigure } from './period-figures.api.ts';
import { gridsOf, leagueOf, type LeagueKind } from './subjects.ts';

/** Indicators whose facts other features keep: without them nobody records them. */
const UNRECORDED: readonly IndicatorId[] = ['I41', 'I42', 'I48', 'I49'];

/** What one indicator is made of for a subject in a period. */
export interface Behind extends Sum {
  readonly things: readonly CountedThing[];
  readonly shares: readonly Pick<Share, 'caseId' | 'numerator' | 'denominator'>[];
}

/** Reads figures, scores and rankings off the model. Editions are those that hold at the end of the period, or now. */
export class AppraisalReader {
  readonly #model: AppraisalModel;
  readonly #district: DistrictApi;
  readonly #outside: readonly OutsideFigures[];

  constructor(model: AppraisalModel, district: DistrictApi, outside: readonly OutsideFigures[]) {
    this.#model = model;
    this.#district = district;
    this.#outside = outside;
  }

  /** Everything about one subject in one period, with the figures that are shown. */
  view(subject: NamedSubject, period: Period, now: number, isShown: (indicator: Indicator) => boolean = () => true): AppraisalView {
    this.#model.book.advance(now);
    const { indicators, weights, edition } = this.#editions(period, now);
    const composite = compositeFor(weights, subject);
    const read = this.#readings(subject, period, now);
    const score = composite && scoreTerms(composite.terms, read, period, now, this.#grids(subject));
    return {
      subject, period, asOf: now, edition,
      composite: composite && score ? { name: composite.name, score, letter: letterOf(weights.letters, score.score) } : null,
      dimensions: this.dimensions(subject, period, now),
      figures: indicators.filter((indicator) => isFor(indicator, subject) && isShown(indicator)).map((indicator) => this.#figure(indicator, subject, period, now)),
    };
  }

  /** 四维考评 of a subject. */
  dimensions(subject: Subject, period: Period, now: number): DimensionScore[] {
    this.#model.book.advance(now);
    const read = this.#readings(subject, period, now);
    const { weights } = this.#editions(period, now);
    return weights.dimensions.map(({ id, name, weight, terms }) => ({ id, name, weight, score: scoreTerms(terms, read, period, now, this.#grids(subject)) }));
  }

  /** The composite score of a subject; null where nobody weighs its kind. */
  score(subject: Subject, period: Period, now: number): { readonly score: Score; readonly letter: string | null } | null {
    this.#model.book.advance(now);
    const { weights } = this.#editions(period, now);
    const composite = compositeFor(weights, subject);
    if (!composite) return null;
    const score = scoreTerms(composite.terms, this.#readings(subject, period, now), period, now, this.#grids(subject));
    return { score, letter: letterOf(weights.letters, score.score) };
  }

  /** Everybody of one league in an actor's area, ranked. Departments, teams and people without a case are left out. */
  ranking(actor: Actor, league: LeagueKind, period: Period, now: number): RankingView {
    const { indicators, weights, edition } = this.#editions(period, now);
    const named = leagueOf(this.#district, actor, league);
    const names = new Map(named.map(({ id, name }) => [id, name]));
    const composite = named[0] && compositeFor(weights, named[0]);
    const isPlace = league === 'town' || league === 'village';
    const contenders = named.flatMap((subject) => {
      const scored = this.score(subject, period, now);
      return scored && (isPlace || scored.score.score !== null) ? [{ id: subject.id, score: scored.score }] : [];
    });
    return {
      name: composite?.name ?? '', period, asOf: now, edition,
      terms: (composite?.terms ?? []).map(({ indicator, weight }) => ({ indicator, weight, name: indicators.find(({ id }) => id === indicator)?.name ?? indicator })),
      rows: rank(contenders).map((placed) => ({ ...placed, name: names.get(placed.id) ?? placed.id, letter: letterOf(weights.letters, placed.score.score) })),
    };
  }

  indicator(id: IndicatorId, period: Period, now: number): Indicator | undefined {
    return this.#editions(period, now).indicators.find((row) => row.id === id);
  }

  /** One figure alone, for a trend. */
  figure(indicator: Indicator, subject: Subject, period: Period, now: number): Figure {
    this.#model.book.advance(now);
    return this.#figure(indicator, subject, period, now).figure;
  }

  /** One figure with what makes it null and the edition that defines it; null for an indicator the table does not have. */
  figureOf(id: IndicatorId, subject: Subject, period: Period, now: number): PeriodFigure | null {
    this.#model.book.advance(now);
    const { indicators, edition } = this.#editions(period, now);
    const indicator = indicators.find((row) => row.id === id);
    return indicator ? { ...this.#figure(indicator, subject, period, now), edition: edition.indicators, isConfirmed: edition.isConfirmed } : null;
  }

  /** The indicators a kind of subject has. */
  offered(kind: Subject['kind'], period: Period, now: number): readonly Pick<Indicator, 'id' | 'name' | 'formula' | 'note'>[] {
    return this.#editions(period, now).indicators.filter(({ objects }) => objects.includes(kind)).map(({ id, name, formula, note }) => ({ id, name, formula, note }));
  }

  /** The cases behind a figure; their parts add up to it. */
  behind(id: IndicatorId, subject: Subject, period: Period, now: number): Behind {
    const { book } = this.#model;
    book.advance(now);
    const outside = this.#outsideOf(id, subject, period, now);
    if (outside) {
      const { cases, things } = outside.behind();
      return { numerator: outside.numerator, denominator: outside.denominator, shares: cases, things };
    }
    const shares = sharesOf(book.casesOf(period), id, subject, period, book.context());
    const sum = shares.reduce<Sum>((all, s) => ({ numerator: all.numerator + s.numerator, denominator: all.denominator + s.denominator }), { numerator: 0, denominator: 0 });
    return { ...sum, shares, things: [] };
  }

  #figure(indicator: Indicator, subject: Subject, period: Period, now: number): IndicatorFigure {
    const { id } = indicator;
    const outside = this.#outsideOf(id, subject, period, now);
    if (!outside && UNRECORDED.includes(id)) return { indicator, figure: { ...figureOf(indicator, { numerator: 0, denominator: 0 }), value: null, band: null }, why: 'no-source' };
    if (isStanding(id) && !isWithin(period, now)) return { indicator, figure: { ...figureOf(indicator, { numerator: 0, denominator: 0 }), value: null, band: null }, why: 'now-only' };
    const samples = measureOf(id) === 'mean' ? this.behindSamples(id, subject, period) : null;
    const figure = figureOf(indicator, outside ?? this.#model.book.read(subject, period).of(id), samples);
    return { indicator, figure, why: figure.value === null ? 'no-cases' : null };
  }

  behindSamples(id: IndicatorId, subject: Subject, period: Period): number[] {
    const { book } = this.#model;
    return sharesOf(book.casesOf(period), id, subject, period, book.context()).flatMap(({ samples }) => samples);
  }

  #outsideOf(id: IndicatorId, subject: Subject, period: Period, now: number): ReturnType<OutsideFigures['read']> {
    return this.#outside.find(({ indicators }) => indicators.includes(id))?.read(id, subject, period, now) ?? null;
  }

  #readings(subject: Subject, period: Period, now: number): (id: IndicatorId) => Reading {
    const sums = this.#model.book.read(subject, period);
    const { indicators } = this.#editions(period, now);
    return (id) => {
      const indicator = indicators.find((row) => row.id === id);
      if (!indicator) return { value: null, n: 0 };
      const { value, n } = figureOf(indicator, this.#outsideOf(id, subject, period, now) ?? sums.of(id));
      return { value, n };
    };
  }

  #grids(subject: Subject): number {
    return gridsOf(this.#district.current(), subject);
  }

  #editions(period: Period, now: number): { indicators: readonly Indicator[]; weights: AppraisalWeights; edition: EditionNote } {
    const at = Math.min(now, period.endAt - 1);
    const indicators = this.#model.indicatorsAt(at);
    const weights = this.#model.weightsAt(at);
    return {
      indicators: indicators.content, weights: weights.content,
      edition: { indicators: indicators.version, weights: weights.version, isConfirmed: indicators.isConfirmed && weights.isConfirmed },
    };
  }
}

function compositeFor({ composites }: AppraisalWeights, { kind, id }: Subject): Composite | null {
  return composites.find(({ object, post }) => object === kind && (kind !== 'post' || post === readPost(id).post)) ?? null;
}
