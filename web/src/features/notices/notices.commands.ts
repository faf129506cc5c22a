import type { NoticeContent, NoticeDetail, PublicNotice, VillageChannel } from '@wangge/shared/notice';
import { callRest, type RestAnswer } from '../../link/rest.ts';

export const NOTICES_PATH = '/api/v1/notices';

/** Keeps a new piece as a draft. A repeated `commandId` makes no second one. */
export function draftNotice(content: NoticeContent, arePhonesMeant: boolean, commandId: string): Promise<RestAnswer<NoticeDetail>> {
  return callRest('POST', NOTICES_PATH, { content, arePhonesMeant, commandId });
}

/** What is public in a village; of none, what is for all. */
export function readChannel(village: string): Promise<RestAnswer<VillageChannel>> {
  return callRest('GET', `/api/v1/citizen/notices${village === '' ? '' : `?village=${encodeURIComponent(village)}`}`);
}

export function readNotice(id: string): Promise<RestAnswer<PublicNotice>> {
  return callRest('GET', `/api/v1/citizen/notices/${encodeURIComponent(id)}`);
}

/** Where a photo of what is public is. */
export function photoHref(id: string, index: number): string {
  return `/api/v1/citizen/notices/${encodeURIComponent(id)}/photos/${index}`;
}
