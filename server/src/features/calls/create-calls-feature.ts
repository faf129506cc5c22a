import type { Actor } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { CallsApi, CallsNeeds } from './calls.api.ts';
import { callsBoard } from './calls-board.ts';
import { callRoutes } from './calls.routes.ts';

export interface CallsFeatureNeeds extends CallsNeeds {
  readonly calls: CallsApi;
  readonly feed: CaseFeed;
  readonly clock: Clock;
  maySeeCase(actor: Actor, item: Case): boolean;
}

/** 乡呼县应: routes and board over the calls that `createCallsApi` keeps. */
export function createCallsFeature({ calls, cases, district, feed, clock, settingsAt, itemsAt, maySeeCase }: CallsFeatureNeeds): Feature {
  const board = callsBoard({ calls, cases, feed, district, settingsAt });
  return {
    boards: [board],
    routes: (http) => callRoutes(http, {
      calls, cases, clock, maySeeCase,
      formNeeds: (now) => ({ calls, items: itemsAt(now), district: district.current(), isDefault: !settingsAt(now).isConfirmed }),
    }),
  };
}
