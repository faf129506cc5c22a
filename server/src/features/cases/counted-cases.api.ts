import type { Case } from '@wangge/shared/case';
import type { CaseFeed } from './case-feed.api.ts';
import type { CasesApi } from './cases.api.ts';

/** Whether a case counts: all but those made up in a drill (演练). */
export function isCounted({ drillId }: Pick<Case, 'drillId'>): boolean {
  return drillId === null;
}

function* onlyCounted(items: Iterable<Case>): Generator<Case> {
  for (const item of items) if (isCounted(item)) yield item;
}

/** The feed of the cases that count. Whatever counts, ranks or supervises is fed from this one; a case of a drill is not in it. */
export function countedFeed(feed: CaseFeed): CaseFeed {
  return {
    get lastSeq() { return feed.lastSeq; },
    get(id) {
      const item = feed.get(id);
      return item && isCounted(item) ? item : undefined;
    },
    all: () => onlyCounted(feed.all()),
    onChanges: (listener) => feed.onChanges((changes) => {
      const counted = changes.filter(({ after }) => isCounted(after));
      if (counted.length > 0) listener(counted);
    }),
    onHeld: (listener) => feed.onHeld((item) => {
      if (isCounted(item)) listener(item);
    }),
  };
}

/** The cases as those know them who count: a case of a drill does not exist for them, and they say nothing of it when it moves. */
export function countedCases(cases: CasesApi): CasesApi {
  const known = (item: Case | undefined): Case | undefined => (item && isCounted(item) ? item : undefined);
  return {
    ...cases,
    get: (id) => known(cases.get(id)),
    find: async (id, isExpected) => known(await cases.find(id, isExpected)),
    all: () => onlyCounted(cases.all()),
    accompany: (companion) => cases.accompany({
      openSupports: (id) => (known(cases.get(id)) ? companion.openSupports(id) : []),
      alsoWith: (item, event) => (isCounted(item) ? companion.alsoWith(item, event) : []),
    }),
  };
}
