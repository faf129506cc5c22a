import type { Actor } from '@wangge/shared/access';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { ladderKind } from './ladder-kind.api.ts';
import type { OversightApi } from './oversight.api.ts';
import { OversightBook } from './oversight-book.ts';
import { oversightFigures, oversightPage } from './oversight-sheet.ts';
import { readBoard, type OversightGround } from './oversight.queries.ts';
import { oversightRoutes } from './oversight.routes.ts';
import { Scanner } from './scanner.ts';

const SCAN_MS = 10_000;

export interface OversightNeeds {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  readonly feed: CaseFeed;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
  readonly log: Logger;
}

/** 督办: the orders of supervision, the ladder that opens them by itself, and what people do with them. */
export function createOversight(needs: OversightNeeds): Feature & { readonly api: OversightApi } {
  const { cases, feed, lists, district, clock, log } = needs;
  const ladderAt = (at: number) => lists.inForce(ladderKind, at);
  const book = new OversightBook(needs);
  const scanner = new Scanner({ book, cases, ladderAt });
  const groundOf = (actor: Actor, now: number): OversightGround => ({ all: book.all(), actor, now, caseOf: ({ caseId }) => cases.get(caseId) });
  let isRunning = false;

  cases.accompany({ openSupports: () => [], alsoWith: (item, event) => book.endsWith(item, event) });
  feed.onChanges((changes) => {
    for (const { event, after } of changes) {
      book.orders.see(after.id, event);
      scanner.touch(after.id);
      if (isRunning && (event.type === 'supervised' || event.type === 'urged') && event.actor.role !== 'system' && !isOrdered(after.id, event.at)) scanner.adopt(after.id, event);
    }
  });
  lists.onPublished((kind) => {
    if (kind === ladderKind.kind) for (const item of cases.all()) scanner.touch(item.id);
  });

  /** Whether the event came together with an order, which the ledger folds before it. */
  function isOrdered(id: Parameters<typeof book.orders.of>[0], at: number): boolean {
    return book.orders.of(id).some(({ openedAt, replyClock }) => openedAt === at || replyClock?.startedAt === at);
  }

  return {
    api: { all: () => book.all(), get: (id) => book.get(id), act: (id, command, now) => book.act(id, command, now), scan: (now) => scanner.scan(now), onChanges: (listener) => book.onChanges(listener) },
    boards: [{
      name: 'oversight', access: ['figures.view', 'oversight.view'], version: () => book.version,
      read: (actor, now) => readBoard(groundOf(actor, now), ladderAt(now).isConfirmed),
      figures: (actor, now) => oversightFigures(groundOf(actor, now), district),
      object: (kind, id, actor, now) => (kind === 'order' ? oversightPage(id, book, groundOf(actor, now), district) : Promise.resolve(null)),
    }],
    routes: (http) => oversightRoutes(http, { book, cases, clock, ladderAt }),
    start() {
      isRunning = true;
      return clock.every(SCAN_MS, () => {
        scanner.scan(clock.now()).catch((error: unknown) => log.error({ err: error }, 'the ladder could not be climbed'));
      });
    },
  };
}
