import { AppraisalBook, readPost, type AppraisalWeights, type CountingContext, type Indicator } from '@wangge/shared/appraisal';
import type { ListVersion } from '@wangge/shared/lists';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { indicatorsKind, weightsKind } from './appraisal-kinds.api.ts';

export interface ModelNeeds {
  readonly feed: CaseFeed;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
}

/** The read model of appraisal on this server: the book fed by every case, and the editions it is read with. */
export class AppraisalModel {
  readonly book: AppraisalBook;
  readonly #lists: ListsApi;

  constructor({ feed, district, lists, clock }: ModelNeeds) {
    this.#lists = lists;
    const organisation = (): Omit<CountingContext, 'asOf' | 'isRepeat'> => organisationOf(district, lists.inForce(weightsKind, clock.now()).content);
    this.book = new AppraisalBook(organisation());
    feed.onChanges((changes) => {
      const { calendar } = district.current();
      for (const { event, after } of changes) this.book.apply(after.id, event, calendar);
    });
    lists.onPublished((kind) => {
      if (kind === weightsKind.kind) this.book.reorganise(organisation());
    });
  }

  /** Bands and 口径 that hold at an instant. */
  indicatorsAt(at: number): ListVersion<readonly Indicator[]> {
    return this.#lists.inForce(indicatorsKind, at);
  }

  /** Weights and letters that hold at an instant: a period that is over keeps those it was judged by. */
  weightsAt(at: number): ListVersion<AppraisalWeights> {
    return this.#lists.inForce(weightsKind, at);
  }
}

function organisationOf(district: DistrictApi, { settings }: AppraisalWeights): Omit<CountingContext, 'asOf' | 'isRepeat'> {
  const { departments, people, teams } = district.current();
  const levels = new Map<string, 'village' | 'town' | 'county'>(departments.map(({ id, kind }) => [id, kind === 'village' || kind === 'county' ? kind : 'town']));
  const workers = new Map(people.filter((p) => p.gridCode !== null && p.roles.includes('grid-worker')).map((p) => [p.gridCode!, p.id as string]));
  const headcounts = new Map<string, number>(teams.map((team) => [team.id, team.headcount]));
  return {
    settings,
    levelOf: (id) => levels.get(id) ?? 'town',
    gridWorkerOf: (code) => workers.get(code) ?? null,
    headcountOf: (id) => headcounts.get(id) ?? 1,
  };
}

/** Whether an indicator is for a subject of this kind, and this post. */
export function isFor({ objects, posts }: Indicator, { kind, id }: { readonly kind: Indicator['objects'][number]; readonly id: string }): boolean {
  return objects.includes(kind) && (kind !== 'post' || posts.length === 0 || posts.includes(readPost(id).post));
}
