import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';
import { citizenDoorKind } from '../citizen/citizen-door-kind.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { noticesBoard } from './notices-board.ts';
import { createNoticesApi, type NoticesApi } from './notices.api.ts';
import { noticeRoutes } from './notices.routes.ts';
import { villageChannelRoutes } from './village-channel.routes.ts';

export interface NoticeParts {
  readonly ledger: Ledger;
  readonly attachments: AttachmentStore;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
}

/** 村情通: what a village makes public, written at the desk and read by anybody. */
export function createNotices({ ledger, attachments, district, lists, clock }: NoticeParts): Feature & { readonly api: NoticesApi } {
  const api = createNoticesApi(ledger, attachments);
  const nameOf = (areaCode: string): string => {
    const { towns, villages, town } = district.current();
    return [...towns, ...villages].find(({ code }) => code === areaCode)?.name ?? town;
  };
  return {
    api,
    boards: [noticesBoard(api, nameOf, clock)],
    routes(http) {
      noticeRoutes(http, { notices: api, clock, nameOf });
      villageChannelRoutes(http, { notices: api, district, clock, nameOf, looksMax: () => lists.inForce(citizenDoorKind, clock.now()).content.hourly.looks });
    },
  };
}
