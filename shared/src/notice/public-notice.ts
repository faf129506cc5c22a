import { isInArea } from '../access/index.ts';
import { DAY_MS } from '../base/index.ts';
import type { MoneyLine, NoticeKind } from './notice-content.ts';
import type { Notice } from './notice.ts';

/** How long it is still said that something was withdrawn. */
const TRACE_MS = 90 * DAY_MS;

/** One piece in the list of the citizens' page. `withdrawnAt`: null while it stands; `editionNo`: above 1 it was put right. */
export interface PublicRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly areaName: string;
  readonly shownFrom: number;
  readonly editionNo: number;
  readonly publishedAt: number;
  readonly withdrawnAt: number | null;
}

/** All of a piece as anybody reads it; of one that was withdrawn its words, sums and photos are gone and the reason stands. */
export interface PublicNotice extends PublicRow {
  readonly text: string;
  readonly openingFen: number;
  readonly lines: readonly MoneyLine[];
  /** How many photos it has; they are fetched by their number. */
  readonly photos: number;
  readonly withdrawnFor: string | null;
}

/** What the page of citizens reads of a village (村情通). */
export interface VillageChannel {
  /** The villages there are to choose from, by township. */
  readonly towns: readonly { readonly name: string; readonly villages: readonly { readonly code: string; readonly name: string }[] }[];
  readonly notices: readonly PublicRow[];
}

/** Whether anybody may know of it now: it stands, or was withdrawn lately after it had been shown. */
export function isPublic({ edition, withdrawn }: Notice, now: number): boolean {
  if (!edition) return false;
  if (withdrawn) return edition.shownFrom <= withdrawn.at && now < withdrawn.at + TRACE_MS;
  return edition.shownFrom <= now && (edition.content.until === null || now < edition.content.until);
}

/** Whether it concerns whoever lives in a village: what is for the village, its township or the county; of no village what is for all. */
export function concerns(areaCode: string, village: string): boolean {
  return village === '' ? areaCode.length <= 9 : isInArea(village, areaCode);
}

export function publicRow({ id, edition, withdrawn }: Notice, nameOf: (areaCode: string) => string): PublicRow | null {
  if (!edition) return null;
  const { content: { kind, title, areaCode }, no, shownFrom, publishedAt } = edition;
  return { id, kind, title, areaName: nameOf(areaCode), shownFrom, editionNo: no, publishedAt, withdrawnAt: withdrawn?.at ?? null };
}

export function publicNotice(notice: Notice, nameOf: (areaCode: string) => string): PublicNotice | null {
  const row = publicRow(notice, nameOf);
  if (!row || !notice.edition) return null;
  const { content: { text, openingFen, lines, photos } } = notice.edition;
  return notice.withdrawn
    ? { ...row, text: '', openingFen: 0, lines: [], photos: 0, withdrawnFor: notice.withdrawn.reason }
    : { ...row, text, openingFen, lines, photos: photos.length, withdrawnFor: null };
}
