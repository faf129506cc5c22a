import { HOUR_MS, MINUTE_MS, maskText } from '@wangge/shared/base';
import type { CaseDetail } from '@wangge/shared/wire';

/** As long as the server lets a session rest: a phone without a net shows its work no longer than that. */
const SHOWN_FOR_MS = 12 * HOUR_MS;
/** A clock further behind than this was set back. */
const CLOCK_SLACK_MS = 5 * MINUTE_MS;

/** Whether what was heard last at `heardAt` may still be shown at `now`, both by the phone's clock, epoch ms. */
export function isShowable(heardAt: number, now: number): boolean {
  return now - heardAt <= SHOWN_FOR_MS && heardAt - now <= CLOCK_SLACK_MS;
}

/** The page of a case without whoever reported it, the numbers of people in its words masked, and without what people wrote of it since: what is needed to get there and do it. */
export function bareDetail(detail: CaseDetail): CaseDetail {
  return { ...detail, description: maskText(detail.description), address: maskText(detail.address), reporterName: null, reporterPhone: null, externalNo: null, toReach: null, photos: [], voiceNotes: [], receipts: [], reopenAsks: [], rounds: [], timeline: [] };
}
